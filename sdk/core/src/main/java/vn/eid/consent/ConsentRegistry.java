package vn.eid.consent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.CitizenId;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Fields;

/** The registry's requests (ASSUMED). A citizen number stands in bodies only, never in a URL. */
final class ConsentRegistry {
  private static final String SCOPE = "consent";
  private static final String WHAT = "The registry's answer";
  private static final long MAX_PAGE_BYTES = 4L << 20;

  private final Operation operation;
  private final Connection connection;

  ConsentRegistry(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
  }

  Fields create(ConsentRequest request) {
    WireRequest post =
        WireRequest.json(operation, endpoint(), request.wire())
            .header("Idempotency-Key", request.idempotencyKey(connection.clientId()))
            .repeatable();
    WireResponse response = sent(post);
    if (isOfAnotherRequest(response)) {
      throw operation.invalid("reference", "This reference stands for a request that differs.");
    }
    return success(response);
  }

  Fields read(ConsentId id) {
    return success(sent(WireRequest.get(operation, at(id).build())));
  }

  Fields revoke(ConsentId id, String reason) {
    HttpUrl url = at(id).addPathSegment("revocation").build();
    return success(sent(WireRequest.json(operation, url, Map.of("reason", reason)).repeatable()));
  }

  /** A page of what this application ever asked a citizen for. */
  Fields search(CitizenId citizen, Optional<String> cursor) {
    Map<String, Object> search = new LinkedHashMap<>();
    search.put("citizen_id", citizen.value());
    cursor.ifPresent(from -> search.put("cursor", from));
    HttpUrl url = endpoint().newBuilder().addPathSegment("search").build();
    return success(
        sent(
            WireRequest.json(operation, url, search)
                .repeatable()
                .changesNothing()
                .limit(MAX_PAGE_BYTES)));
  }

  private WireResponse sent(WireRequest request) {
    return connection.resources().send(operation, SCOPE, request);
  }

  private Fields success(WireResponse response) {
    if (!response.isSuccess()) {
      throw Problems.of(operation, response);
    }
    return response.json(WHAT);
  }

  private static boolean isOfAnotherRequest(WireResponse response) {
    return !response.isSuccess()
        && Problems.code(response).equals(Optional.of("idempotency_key_reused"));
  }

  private HttpUrl endpoint() {
    return connection.provider().national(operation).consent();
  }

  private HttpUrl.Builder at(ConsentId id) {
    return endpoint().newBuilder().addPathSegment(id.value());
  }
}

package vn.eid.tax;

import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.TaxCode;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Fields;

/** The tax registry's requests (ASSUMED). A number stands in bodies only, never in a URL. */
final class TaxRegistry {
  static final String SCOPE = "tax_link";

  private final Operation operation;
  private final Connection connection;

  TaxRegistry(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
  }

  Fields link(LinkRequest request) {
    return success(
        sent(
            WireRequest.json(operation, at("links"), request.wire())
                .header("Idempotency-Key", request.idempotencyKey())
                .repeatable()));
  }

  Fields status(TaxCode code) {
    return read("status", code);
  }

  Fields history(TaxCode code) {
    return read("history", code);
  }

  Fields review(String caseNumber) {
    WireResponse response = sent(WireRequest.get(operation, at("cases", caseNumber)));
    if (response.status() == 404 && Problems.code(response).equals(Optional.of("case_not_found"))) {
      throw operation.invalid(
          "caseNumber",
          "The tax registry knows no such case of this application (HTTP 404, case_not_found). Ask"
              + " with the number that LinkResult.UnderReview gave, as the client that made the"
              + " link request.");
    }
    return success(response);
  }

  private Fields read(String what, TaxCode code) {
    Map<String, String> asked = Map.of("tax_code", code.value());
    return success(
        sent(WireRequest.json(operation, at(what), asked).repeatable().changesNothing()));
  }

  private WireResponse sent(WireRequest request) {
    return connection.resources().send(operation, SCOPE, request);
  }

  private Fields success(WireResponse response) {
    if (!response.isSuccess()) {
      throw Problems.of(operation, response);
    }
    return response.json("The tax registry's answer");
  }

  private HttpUrl at(String... segments) {
    HttpUrl.Builder url = connection.provider().national(operation).tax().newBuilder();
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url.build();
  }
}

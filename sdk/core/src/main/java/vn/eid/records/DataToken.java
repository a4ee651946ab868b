package vn.eid.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** Access tokens for one data set under one consent (RFC 9396; the details' type is ASSUMED). */
final class DataToken {
  private final Operation operation;
  private final Connection connection;
  private final PullRequest<?> request;

  /** A token, and the provider's name for the pull that it belongs to. Prints neither. */
  record Granted(String token, Optional<String> pull) {
    @Override
    public String toString() {
      return "Granted[…]";
    }
  }

  DataToken(Operation operation, Connection connection, PullRequest<?> request) {
    this.operation = operation;
    this.connection = connection;
    this.request = request;
  }

  /**
   * A fresh one.
   *
   * @param pull the pull that it shall belong to; empty for a new one
   */
  Granted ask(Optional<String> pull) {
    Map<String, String> grant =
        Map.of(
            "grant_type",
            "client_credentials",
            "authorization_details",
            Json.text(List.of(details(pull))));
    WireResponse response =
        connection.provider().token(operation, grant, connection.resources().key());
    if (response.status() == 400 && ConsentRefusals.isAboutConsent(response)) {
      throw new ConsentRefusals(operation, connection, request.consent).of(response);
    }
    String token = connection.provider().granted(operation, response).accessToken();
    Optional<String> named = named(response);
    if (pull.isPresent() && named.isPresent() && !named.equals(pull)) {
      throw operation.untrusted(Check.CONSENT, "The token is for another pull than asked for.");
    }
    return new Granted(token, pull.or(() -> named));
  }

  private Map<String, String> details(Optional<String> pull) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("type", "vn_consented_data");
    details.put("consent_id", request.consent.id().value());
    details.put("data_set", request.dataSet.name());
    pull.ifPresent(name -> details.put("pull", name));
    return details;
  }

  /** What the token is good for, where the provider says so (RFC 9396, section 7). */
  private Optional<String> named(WireResponse response) {
    List<Fields> details = response.json("The token answer").objects("authorization_details");
    for (Fields detail : details) {
      if (!detail.requiredText("consent_id").equals(request.consent.id().value())
          || !detail.requiredText("data_set").equals(request.dataSet.name())) {
        throw operation.untrusted(
            Check.CONSENT, "The token is for another consent or data set than asked for.");
      }
    }
    return details.stream().findFirst().flatMap(detail -> detail.text("pull"));
  }
}

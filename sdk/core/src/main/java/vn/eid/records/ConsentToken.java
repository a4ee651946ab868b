package vn.eid.records;

import java.util.List;
import java.util.Map;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Json;

/** An access token for one data set under one consent (RFC 9396; the details' type is ASSUMED). */
final class ConsentToken {
  private final Connection connection;
  private final Operation operation;

  ConsentToken(Connection connection, Operation operation) {
    this.connection = connection;
    this.operation = operation;
  }

  String forDataSet(Consent.Active consent, DataSet<?> dataSet) {
    List<?> details =
        List.of(
            Map.of(
                "type", "vn_consented_data",
                "consent_id", consent.id().value(),
                "data_set", dataSet.name()));
    Map<String, String> grant =
        Map.of("grant_type", "client_credentials", "authorization_details", Json.text(details));
    WireResponse response =
        connection.provider().token(operation, grant, connection.resources().key());
    if (response.status() == 400 && ConsentRefusals.isAboutConsent(response)) {
      throw ConsentRefusals.of(operation, consent, response);
    }
    return connection.provider().granted(operation, response).accessToken();
  }
}

package vn.eid.records;

import java.util.Optional;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.CitizenClaims;
import vn.eid.internal.json.Fields;

/** Reads citizen data with OpenID Connect's claim names. */
final class CitizenDataReader {
  private CitizenDataReader() {}

  static CitizenData read(Connection connection, Operation operation, Fields fields) {
    CitizenClaims claims = new CitizenClaims(operation, fields);
    return new CitizenData(
        claims.citizenId().map(number -> connection.admitReceived(operation, number)),
        claims.name(),
        claims.birthDate(),
        fields.object("address").flatMap(CitizenDataReader::address));
  }

  private static Optional<CitizenData.Address> address(Fields fields) {
    return fields
        .text("formatted")
        .map(
            text ->
                new CitizenData.Address(
                    text, fields.text("province_code"), fields.text("commune_code")));
  }
}

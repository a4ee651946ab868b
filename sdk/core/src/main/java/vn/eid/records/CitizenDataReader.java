package vn.eid.records;

import java.text.Normalizer;
import java.util.Optional;
import vn.eid.consent.DataSet;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.CitizenClaims;
import vn.eid.internal.json.Fields;

/** Reads citizen data with OpenID Connect's claim names, where there are such. */
final class CitizenDataReader {
  private CitizenDataReader() {}

  static CitizenData read(
      Connection connection, Operation operation, DataSet<?> dataSet, Fields fields) {
    CitizenClaims claims = new CitizenClaims(operation, fields);
    return new CitizenData(
        claims.citizenId().map(number -> connection.admitReceived(operation, number)),
        claims.name(),
        claims.birthDate(),
        fields.object("address").flatMap(CitizenDataReader::address),
        dataSet.equals(CitizenData.HOUSEHOLD) ? Optional.of(household(fields)) : Optional.empty(),
        dataSet.equals(CitizenData.INSURANCE_CARD)
            ? Optional.of(new InsuranceCardReader(operation, fields).read())
            : Optional.empty());
  }

  private static Optional<CitizenData.Address> address(Fields fields) {
    return fields
        .text("formatted")
        .map(
            text ->
                new CitizenData.Address(
                    text, fields.text("province_code"), fields.text("commune_code")));
  }

  private static Household household(Fields fields) {
    return new Household(
        fields.requiredText("relationship_to_head"),
        composed(fields.requiredText("head_name")),
        fields.objects("members").stream().map(CitizenDataReader::member).toList());
  }

  private static Household.Member member(Fields fields) {
    return new Household.Member(
        composed(fields.requiredText("name")), fields.requiredText("relationship"));
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}

package vn.eid.records;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import vn.eid.InsuranceNumber;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** Reads a health insurance card (the members are ASSUMED). */
final class InsuranceCardReader {
  private final Operation operation;
  private final Fields fields;

  InsuranceCardReader(Operation operation, Fields fields) {
    this.operation = operation;
    this.fields = fields;
  }

  InsuranceCard read() {
    Optional<Fields> facility = fields.object("facility");
    return new InsuranceCard(
        number("card_number", InsuranceNumber.Form.CARD),
        number("social_insurance_number", InsuranceNumber.Form.SOCIAL_INSURANCE),
        benefitLevel(),
        facility.map(this::facilityCode),
        facility.flatMap(f -> f.text("name")),
        day("valid_from"),
        day("valid_to"));
  }

  private Optional<InsuranceNumber> number(String member, InsuranceNumber.Form form) {
    return fields.text(member).map(text -> number(member, form, text));
  }

  private InsuranceNumber number(String member, InsuranceNumber.Form form, String text) {
    try {
      InsuranceNumber number = InsuranceNumber.parse(text);
      if (number.form() == form) {
        return number;
      }
    } catch (InvalidRequestException e) {
      // The sentence below says it.
    }
    throw malformed(member);
  }

  private OptionalInt benefitLevel() {
    Optional<Long> level = fields.integer("benefit_level");
    if (level.isEmpty()) {
      return OptionalInt.empty();
    }
    if (level.get() < 1 || level.get() > 5) {
      throw malformed("benefit_level");
    }
    return OptionalInt.of(level.get().intValue());
  }

  private String facilityCode(Fields facility) {
    String code = facility.requiredText("code");
    // The other number that facilities have, of 13 digits, is often taken for this one.
    if (!code.matches("[0-9]{5}")) {
      throw malformed("facility");
    }
    return code;
  }

  private Optional<LocalDate> day(String member) {
    return fields.text(member).map(text -> day(member, text));
  }

  private LocalDate day(String member, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw malformed(member);
    }
  }

  private UntrustedException malformed(String member) {
    return operation.untrusted(
        Check.FORMAT, "The insurance card's member '" + member + "' has no usable form.");
  }
}

package vn.eid;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A number under which a person is insured for health (bảo hiểm y tế), in one of the three forms
 * that are in use: 15 characters on cards from before 1 April 2021 (Decision 1351/QD-BHXH), the 10
 * digits of social insurance (Decision 1666/QD-BHXH), or the citizen number of 12 digits (Decree
 * 188/2025/ND-CP). None has a check digit of its own.
 *
 * <p>Holding one means that its form is right, not that anybody is insured under it. {@link
 * #toString()} is masked. This class is immutable and thread-safe.
 */
public final class InsuranceNumber {
  private static final int PREFIX = 5;

  /** Which of the three forms a number has. */
  public enum Form {
    /** 15 characters: two letters, the benefit level, the province, the social insurance number. */
    CARD,
    /** The 10 digits of social insurance (mã số BHXH). */
    SOCIAL_INSURANCE,
    /** The citizen number (số định danh cá nhân). */
    CITIZEN
  }

  private final String value;
  private final Form form;

  private InsuranceNumber(String value, Form form) {
    this.value = value;
    this.form = form;
  }

  /**
   * Reads a number of any of the three forms; spaces, as they stand on cards, may be left in.
   *
   * @throws InvalidRequestException where it has none of them; the sentence says which rule is
   *     broken, and does not repeat the number
   */
  public static InsuranceNumber parse(String text) {
    String value = Digits.ungrouped(text);
    return switch (value.length()) {
      case 10 -> new InsuranceNumber(digits(value), Form.SOCIAL_INSURANCE);
      case 12 -> new InsuranceNumber(CitizenId.parse(digits(value)).value(), Form.CITIZEN);
      case 15 -> new InsuranceNumber(card(value), Form.CARD);
      default ->
          throw invalid(
              "A health insurance number has 15 characters (card), 10 digits (social insurance) or"
                  + " 12 (citizen number); this one has "
                  + value.length()
                  + ".");
    };
  }

  /** The number without spaces. Personal data: do not log it. */
  public String value() {
    return value;
  }

  /** Which form it has. */
  public Form form() {
    return form;
  }

  /** The social insurance number; it is also in the last ten characters of a card's. */
  public Optional<String> socialInsuranceNumber() {
    return switch (form) {
      case CARD -> Optional.of(value.substring(PREFIX));
      case SOCIAL_INSURANCE -> Optional.of(value);
      case CITIZEN -> Optional.empty();
    };
  }

  /** The citizen number, where this is one. */
  public Optional<CitizenId> citizenId() {
    return form == Form.CITIZEN ? Optional.of(CitizenId.parse(value)) : Optional.empty();
  }

  /**
   * The benefit level that is printed in a card's number, 1 to 5. It may be out of date: some
   * groups were moved in 2026 while their cards stayed.
   */
  public OptionalInt printedBenefitLevel() {
    return form == Form.CARD ? OptionalInt.of(value.charAt(2) - '0') : OptionalInt.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InsuranceNumber that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Masked: the last three digits only. */
  @Override
  public String toString() {
    return Digits.masked(value);
  }

  private static String digits(String value) {
    return Digits.only("insuranceNumber", "A health insurance number of this length", value);
  }

  private static String card(String value) {
    if (!value.substring(0, 2).matches("[A-Za-z]{2}")) {
      throw invalid("A card's number begins with two letters for the kind of insured person.");
    }
    if (value.charAt(2) < '1' || value.charAt(2) > '5') {
      throw invalid("Character 3 of a card's number is the benefit level, from 1 to 5.");
    }
    if (!value.substring(3).matches("[0-9]{12}")) {
      throw invalid(
          "Characters 4 to 15 of a card's number are digits: the province and the social insurance"
              + " number.");
    }
    // Not before: other letters than ASCII's become ASCII by it, and one becomes two.
    return value.toUpperCase(Locale.ROOT);
  }

  private static InvalidRequestException invalid(String problem) {
    return new InvalidRequestException("insuranceNumber", problem);
  }
}

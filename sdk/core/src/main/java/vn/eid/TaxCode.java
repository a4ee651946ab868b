package vn.eid;

import java.time.LocalDate;

/**
 * A tax code (mã số thuế): 10 digits with a check digit, 13 for a dependent unit (10, a hyphen, 3),
 * or the 12 digits of a citizen number, which is the tax code of an individual since 1 July 2025
 * (Circular 86/2024/TT-BTC, now Circular 90/2026/TT-BTC).
 *
 * <p>Holding one means that its form and check digit are right, not that it was ever issued. {@link
 * #toString()} is masked, because an individual's code is personal data. This class is immutable
 * and thread-safe.
 */
public final class TaxCode {
  /** From this day on the citizen number is the tax code of an individual. */
  private static final LocalDate CITIZEN_NUMBER_SINCE = LocalDate.of(2025, 7, 1);

  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  private final String value;

  private TaxCode(String value) {
    this.value = value;
  }

  /**
   * Reads a code of any of the three forms; the hyphen of the 13-digit form may be left out.
   *
   * @throws InvalidRequestException where length, range or check digit is wrong; a failed check
   *     digit nearly always means a typing error
   */
  public static TaxCode parse(String text) {
    String digits = Digits.only("taxCode", "A tax code", withoutHyphen(text.strip()));
    return switch (digits.length()) {
      case 10 -> new TaxCode(checked(digits));
      case 12 -> new TaxCode(CitizenId.parse(digits).value());
      case 13 -> new TaxCode(checked(digits.substring(0, 10)) + "-" + unit(digits.substring(10)));
      default ->
          throw invalid(
              "A tax code (mã số thuế) has 10, 12 or 13 digits; this one has "
                  + digits.length()
                  + ".");
    };
  }

  /**
   * The tax code of an individual on a day: the citizen number itself.
   *
   * @throws InvalidRequestException for a day before 1 July 2025, when the tax office issued codes
   *     of its own
   */
  public static TaxCode forIndividual(CitizenId citizen, LocalDate day) {
    if (day.isBefore(CITIZEN_NUMBER_SINCE)) {
      throw new InvalidRequestException(
          "day",
          "Before 1 July 2025 an individual's tax code was issued by the tax office; it cannot be"
              + " derived from the citizen number.");
    }
    return new TaxCode(citizen.value());
  }

  /** The code; the 13-digit form with its hyphen. An individual's is personal data. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TaxCode that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Masked: the last three characters only. */
  @Override
  public String toString() {
    return Digits.masked(value);
  }

  private static String withoutHyphen(String text) {
    return text.length() == 14 && text.charAt(10) == '-'
        ? text.substring(0, 10) + text.substring(11)
        : text;
  }

  private static String checked(String ten) {
    if (ten.startsWith("0000000", 2)) {
      throw invalid("Digits 3 to 9 of a tax code are counted from 0000001; these are all zero.");
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (ten.charAt(i) - '0');
    }
    int expected = 10 - sum % 11;
    if (expected == 10 || expected != ten.charAt(9) - '0') {
      throw invalid("Digit 10 of a tax code is a check digit and does not fit the others.");
    }
    return ten;
  }

  private static String unit(String three) {
    if (three.equals("000")) {
      throw invalid("The last three digits of a dependent unit's tax code run from 001 to 999.");
    }
    return three;
  }

  private static InvalidRequestException invalid(String problem) {
    return new InvalidRequestException("taxCode", problem);
  }
}

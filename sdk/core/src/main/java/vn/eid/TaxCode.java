package vn.eid;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tax code (mã số thuế): 10 digits with a check digit, 13 for a dependent unit (10, a hyphen, 3),
 * or the 12 digits of a citizen number, which is the tax code of an individual since 1 July 2025
 * (Circular 86/2024/TT-BTC; since 1 July 2026 Circular 90/2026/TT-BTC).
 *
 * <p>The first two digits of the shorter forms are a range and name no province (Circular
 * 105/2020/TT-BTC): a code stays when the office moves. Holding one means that its form and check
 * digit are right, not that it was ever issued. {@link #toString()} is masked, because an
 * individual's code is personal data. This class is immutable and thread-safe.
 */
public final class TaxCode {
  /** From this day on the citizen number is the tax code of an individual. */
  private static final LocalDate CITIZEN_NUMBER_SINCE = LocalDate.of(2025, 7, 1);

  private static final Pattern WITH_HYPHEN = Pattern.compile("(.*[0-9])\\h*-\\h*([0-9]{3})");
  private static final int PARENT = 10;

  private final String value;

  /** Whose code it is, as far as its form tells. */
  public enum Kind {
    /**
     * 10 digits: an organisation or enterprise (its enterprise code, mã số doanh nghiệp, is the
     * same), a foreign supplier, one who withholds for others, a foreigner, or an individual's code
     * from before 1 July 2025. The digits do not tell these apart.
     */
    ORGANISATION_OR_LEGACY,
    /** 13 digits: a branch or another unit that depends on the holder of the first ten. */
    DEPENDENT_UNIT,
    /** 12 digits: an individual, a dependant, or a household business under its representative. */
    INDIVIDUAL
  }

  private TaxCode(String value) {
    this.value = value;
  }

  /**
   * Reads a code of any of the three forms. The hyphen of the 13-digit form may be left out, and
   * single spaces between groups of digits may be left in.
   *
   * @throws InvalidRequestException where length, range or check digit is wrong; a failed check
   *     digit nearly always means a typing error. The sentence says which digit and which rule, and
   *     does not repeat the code
   */
  public static TaxCode parse(String text) {
    Matcher parts = WITH_HYPHEN.matcher(Digits.strip(text));
    boolean hyphen = text.indexOf('-') >= 0 && parts.matches();
    String digits =
        Digits.only("taxCode", "A tax code", hyphen ? parts.group(1) + parts.group(2) : text);
    if (hyphen && digits.length() != 13) {
      throw invalid("A hyphen stands after digit 10 of a tax code of 13 digits, nowhere else.");
    }
    return switch (digits.length()) {
      case 10 -> new TaxCode(TaxCheckDigit.checked(digits));
      case 12 -> new TaxCode(CitizenId.parse("taxCode", digits).value());
      case 13 -> new TaxCode(dependent(digits));
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

  /** Whose code it is. */
  public Kind kind() {
    return switch (value.length()) {
      case PARENT -> Kind.ORGANISATION_OR_LEGACY;
      case 12 -> Kind.INDIVIDUAL;
      default -> Kind.DEPENDENT_UNIT;
    };
  }

  /** The citizen number that an individual's code is. */
  public Optional<CitizenId> citizenId() {
    return kind() == Kind.INDIVIDUAL ? Optional.of(CitizenId.parse(value)) : Optional.empty();
  }

  /** The code of which a dependent unit's is a part. */
  public Optional<TaxCode> parent() {
    return kind() == Kind.DEPENDENT_UNIT
        ? Optional.of(new TaxCode(value.substring(0, PARENT)))
        : Optional.empty();
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

  private static String dependent(String digits) {
    String unit = digits.substring(PARENT);
    if (unit.equals("000")) {
      throw invalid("Digits 11 to 13 of a dependent unit's tax code run from 001 to 999.");
    }
    return TaxCheckDigit.checked(digits.substring(0, PARENT)) + "-" + unit;
  }

  static InvalidRequestException invalid(String problem) {
    return new InvalidRequestException("taxCode", problem);
  }
}

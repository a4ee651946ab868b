package vn.eid;

/**
 * The number of a former identity card (số chứng minh nhân dân): 9 digits without a check digit.
 *
 * <p>Such cards have not been valid since 1 January 2025 (Law 26/2023/QH15), but the number is
 * still found in the QR code and chip of newer cards and in records of banks and tax offices. Cards
 * of the same name with 12 digits, from 2012 on, carry the {@link CitizenId}. Nothing can be read
 * from the digits: no table of their prefixes is published in one place.
 *
 * <p>{@link #toString()} is masked. This class is immutable and thread-safe.
 */
public final class FormerIdNumber {
  private static final int LENGTH = 9;

  private final String value;

  private FormerIdNumber(String value) {
    this.value = value;
  }

  /**
   * Reads a number. Single spaces between groups of digits may be left in.
   *
   * @throws InvalidRequestException where it is not 9 digits; the sentence does not repeat it
   */
  public static FormerIdNumber parse(String text) {
    String value = Digits.only("formerIdNumber", "A former identity card's number", text);
    if (value.length() != LENGTH) {
      throw new InvalidRequestException(
          "formerIdNumber",
          "A former identity card's number (số CMND) has 9 digits; this one has "
              + value.length()
              + ". Leading zeros belong to it: spreadsheets drop them.");
    }
    return new FormerIdNumber(value);
  }

  /** The 9 digits. Personal data: do not log it. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormerIdNumber that && value.equals(that.value);
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
}

package vn.eid;

import java.util.BitSet;

/**
 * A personal identification number (số định danh cá nhân): the 12 digits on a citizen's card.
 *
 * <p>It is {@code PPP G YY RRRRRR}: where the birth was registered, century and sex, birth year,
 * and six random digits; there is no check digit (Law 26/2023/QH15, article 12; Circular
 * 59/2021/TT-BCA). Holding one means that its form is right, not that it was ever issued.
 *
 * <p>{@link #toString()} is masked: a number gets into a log only through {@link #value()}. This
 * class is immutable and thread-safe.
 */
public final class CitizenId {
  private static final int LENGTH = 12;
  private static final String SYNTHETIC = "099";

  /** The 63 provinces of the registration codes, and the codes for births registered abroad. */
  private static final BitSet ASSIGNED = assigned();

  private final String value;

  private CitizenId(String value) {
    this.value = value;
  }

  /**
   * Reads a number.
   *
   * @throws InvalidRequestException where it is not 12 digits or begins with a code that was never
   *     assigned; the sentence says which digit and which rule, and does not repeat the number
   */
  public static CitizenId parse(String text) {
    String value = Digits.only("citizenId", "A citizen number", text);
    if (value.length() != LENGTH) {
      throw new InvalidRequestException(
          "citizenId",
          "A citizen number (số định danh cá nhân) has 12 digits; this one has "
              + value.length()
              + ". Leading zeros belong to it: spreadsheets drop them.");
    }
    if (!ASSIGNED.get(Integer.parseInt(value.substring(0, 3)))) {
      throw new InvalidRequestException(
          "citizenId",
          "Digits 1 to 3 of a citizen number say where the birth was registered; these three were"
              + " never assigned to a province or a country.");
    }
    return new CitizenId(value);
  }

  /** The 12 digits. Personal data: do not log it. */
  public String value() {
    return value;
  }

  /** Whether the number is test data: it begins with 099, which was never issued. */
  public boolean isSynthetic() {
    return value.startsWith(SYNTHETIC);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CitizenId that && value.equals(that.value);
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

  private static BitSet assigned() {
    int[] provinces = {
      1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
      38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75,
      77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96
    };
    BitSet codes = new BitSet(1000);
    for (int province : provinces) {
      codes.set(province);
    }
    codes.set(0);
    codes.set(101, 296);
    codes.set(Integer.parseInt(SYNTHETIC));
    return codes;
  }
}

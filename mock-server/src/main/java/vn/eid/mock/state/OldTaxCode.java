package vn.eid.mock.state;

/** A ten-digit tax code of a person, from before 1 July 2025. */
public final class OldTaxCode {
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  private OldTaxCode() {}

  /**
   * Ten digits and a right check digit: a failed check is a typing error, a pass proves no issue.
   */
  public static boolean valid(String code) {
    if (!Digits.only(code, 10)) {
      return false;
    }
    return checkDigit(code) == code.charAt(9) - '0';
  }

  /**
   * The digit that goes after the first nine; 10 where there is none, because a code whose sum is a
   * multiple of 11 was never issued.
   */
  public static int checkDigit(String firstNine) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (firstNine.charAt(i) - '0');
    }
    return 10 - sum % 11;
  }
}

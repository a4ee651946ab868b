package vn.eid.mock.state;

/** A ten-digit tax code of a person, from before 1 July 2025. */
public final class OldTaxCode {
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  private OldTaxCode() {}

  /**
   * Ten digits and a right check digit: a failed check is a typing error, a pass proves no issue.
   */
  public static boolean valid(String code) {
    if (!code.matches("[0-9]{10}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (code.charAt(i) - '0');
    }
    // Where the sum is a multiple of 11 the digit would be 10: such a code was never issued.
    return 10 - sum % 11 == code.charAt(9) - '0';
  }
}

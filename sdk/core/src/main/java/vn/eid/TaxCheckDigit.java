package vn.eid;

/**
 * The rules for the ten digits of a tax code: two of its range, seven that count from 0000001, and
 * a check digit, which is 10 less the weighted sum of the first nine modulo 11.
 *
 * <p>No published law gives the weights; codes that companies print on invoices confirm them. They
 * find every single wrong digit, and every exchange of two digits but of the 2nd with the 7th and
 * of the 3rd with the 10th, whose weights are equal modulo 11.
 */
final class TaxCheckDigit {
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  private TaxCheckDigit() {}

  /** The ten digits, where they keep the rules. */
  static String checked(String ten) {
    if (ten.startsWith("0000000", 2)) {
      throw TaxCode.invalid(
          "Digits 3 to 9 of a tax code are counted from 0000001; these are all zero.");
    }
    int expected = of(ten);
    if (expected == 10) {
      throw TaxCode.invalid(
          "Digit 10 of a tax code is a check digit, and for digits 1 to 9 of this one there is none:"
              + " no such code was ever issued, so one of them is mistyped.");
    }
    if (expected != ten.charAt(9) - '0') {
      throw TaxCode.invalid("Digit 10 of a tax code is a check digit and does not fit the others.");
    }
    return ten;
  }

  /** The digit that belongs to the first nine; 10 where there is none. */
  private static int of(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return 10 - sum % 11;
  }
}

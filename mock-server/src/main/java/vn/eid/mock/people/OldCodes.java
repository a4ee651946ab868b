package vn.eid.mock.people;

import java.util.ArrayList;
import java.util.List;
import vn.eid.mock.state.OldTaxCode;

/**
 * Tax codes of ten digits from before 1 July 2025. ASSUMED: those of persons began with 8; these
 * begin with 89, and up to two and a half million people have codes of their own.
 */
final class OldCodes {
  private static final int RANGE = 10_000_000;
  // Coprime with the range, so that neighbours get codes far apart.
  private static final long STRIDE = 7_654_321;

  private OldCodes() {}

  static List<String> of(long index, int count) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      codes.add(code((index * 4 + 2L * i) % RANGE * STRIDE % RANGE));
    }
    return List.copyOf(codes);
  }

  private static String code(long serial) {
    // One digit more in front, so that the zeros stay.
    String nine = "89" + Long.toString(RANGE + serial).substring(1);
    int check = OldTaxCode.checkDigit(nine);
    // No such code was ever issued; serials are even, so the next one is free.
    return check == 10 || serial == 0 ? code(serial + 1) : nine + check;
  }
}

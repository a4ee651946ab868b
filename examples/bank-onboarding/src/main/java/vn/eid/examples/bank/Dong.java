package vn.eid.examples.bank;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Amounts as people write them: 10000000, 10.000.000 or 10,000,000 dong. */
final class Dong {
  private static final Pattern PLAIN = Pattern.compile("[0-9]{1,12}");
  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}([.,  ])[0-9]{3}(\\1[0-9]{3}){0,2}");

  private Dong() {}

  /** Empty where it is no whole number of dong, or none at all: 1.5 is not 15. */
  static OptionalLong parse(String text) {
    String written = text.strip();
    if (!PLAIN.matcher(written).matches() && !GROUPED.matcher(written).matches()) {
      return OptionalLong.empty();
    }
    long amount = Long.parseLong(written.replaceAll("[^0-9]", ""));
    return amount == 0 ? OptionalLong.empty() : OptionalLong.of(amount);
  }
}

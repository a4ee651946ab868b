package vn.eid.mock;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody meant who wrote a name in a way of their own, or mistyped it. */
public final class Spelling {
  private Spelling() {}

  /** A name as the code has it: {@code ID_TOKEN_EXPIRED} for {@code id-token-expired}. */
  public static String constant(String written) {
    return written.strip().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The one that is closest in spelling; empty only where there is none at all. */
  public static Optional<String> nearest(String wanted, Stream<String> known) {
    return known.min(Comparator.comparingInt(one -> distance(wanted, one)));
  }

  /** The one that is closest, if it is close enough to have been meant. */
  static Optional<String> close(String wanted, Stream<String> known) {
    return nearest(wanted, known).filter(one -> distance(wanted, one) <= wanted.length() / 3);
  }

  // Levenshtein's distance, one row at a time.
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}

package vn.eid;

import java.text.Normalizer;
import java.util.Locale;

/** Two forms of a name for comparing. Neither is for showing or storing. */
final class NameFold {
  private NameFold() {}

  /**
   * The name without what is only a way of writing. The locale is always {@link Locale#ROOT}: under
   * a Turkish one, I would not become i.
   */
  static String fold(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      folded.append(plain(lower.charAt(i)));
    }
    return TonePlacement.unify(Normalizer.normalize(folded, Normalizer.Form.NFC));
  }

  /**
   * A folded name in plain letters, as a machine-readable zone has it: without apostrophes and
   * dots, and with a space for a hyphen (ICAO Doc 9303, part 3).
   */
  static String accentless(String folded) {
    return Normalizer.normalize(folded, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        // No decomposition of đ exists, so that removing marks leaves it (Unicode, U+0111).
        .replace('đ', 'd')
        .replaceAll("['.]", "")
        .replace('-', ' ')
        .strip()
        .replaceAll(" +", " ");
  }

  /** Whether a letter looks like Đ or đ and is another: eth and African D, upper and lower case. */
  static boolean looksLikeD(int c) {
    return c == 'Ð' || c == 'Ɖ' || c == 'ð' || c == 'ɖ';
  }

  private static char plain(char c) {
    if (looksLikeD(c)) {
      return 'đ';
    }
    return switch (c) {
      case '\u2019', '\u02bc' -> '\'';
      case '\u2010', '\u2011' -> '-';
      default -> c;
    };
  }
}

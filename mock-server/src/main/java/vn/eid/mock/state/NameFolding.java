package vn.eid.mock.state;

import java.text.Normalizer;
import java.util.Locale;

/** How the registers compare names: one Unicode form, without case and spacing. */
final class NameFolding {
  private NameFolding() {}

  /** Accents count: Đoàn and Doãn are two people. */
  static String fold(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    // Upper case first: İ and ß fold only that way round (Unicode, section 5.18).
    String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return folded.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }
}

package vn.eid.internal;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Citizen numbers in texts: twelve digits of any script, in a row or in groups as people write. */
public final class CitizenNumbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<!\\d)(\\d{12}|\\d{6}[ ._-]\\d{6}|\\d{4}([ ._-]\\d{4}){2}|\\d{3}([ ._-]\\d{3}){3})(?!\\d)");

  private CitizenNumbers() {}

  /** Whether the text is one. */
  public static boolean isOne(String text) {
    return NUMBER.matcher(plain(text)).matches();
  }

  /** Whether one stands in the text. */
  public static boolean isIn(String text) {
    return NUMBER.matcher(plain(text)).find();
  }

  /** Without wide or raised forms, and without marks between digits (Unicode annex 15, NFKD). */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("\\p{Pd}", "-")
        .codePoints()
        .mapToObj(CitizenNumbers::plain)
        .collect(Collectors.joining());
  }

  private static String plain(int codePoint) {
    return Character.isDigit(codePoint)
        ? String.valueOf(Character.digit(codePoint, 10))
        : Character.toString(codePoint);
  }
}

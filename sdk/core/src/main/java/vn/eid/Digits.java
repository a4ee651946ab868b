package vn.eid;

/** What the number types share: reading digits and masking them. */
final class Digits {
  private static final int VISIBLE = 3;

  /**
   * As they stand between groups of digits on cards and in spreadsheets: plain, no-break, narrow.
   */
  private static final String SPACES = " \u00a0\u202f";

  private Digits() {}

  /** All ASCII digits of the text, which may stand in groups with one space between them. */
  static String only(String field, String what, String text) {
    return isPlain(text) ? text : ungrouped(field, what, text);
  }

  /** Whether there is nothing to leave out, which is nearly always so where millions are read. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String ungrouped(String field, String what, String text) {
    String given = strip(text);
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < given.length(); i++) {
      if (isDigit(given.charAt(i))) {
        digits.append(given.charAt(i));
      } else if (!separates(given, i)) {
        throw new InvalidRequestException(
            field, what + " is digits only; character " + (i + 1) + " is not a digit.");
      }
    }
    return digits.toString();
  }

  static String masked(String digits) {
    int hidden = Math.max(0, digits.length() - VISIBLE);
    return "*".repeat(hidden) + digits.substring(hidden);
  }

  /** Without space of any kind around it; {@link String#strip()} leaves the no-break ones. */
  static String strip(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isBlank(text.charAt(begin))) {
      begin++;
    }
    while (begin < end && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  /** The text without the spaces that separate groups, wherever they stand. */
  static String ungrouped(String text) {
    return strip(text).replaceAll("[" + SPACES + "]", "");
  }

  /** In a stripped text, in which no space is the first or the last character. */
  private static boolean separates(String text, int at) {
    return SPACES.indexOf(text.charAt(at)) >= 0 && isDigit(text.charAt(at + 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}

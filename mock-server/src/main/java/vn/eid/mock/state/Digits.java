package vn.eid.mock.state;

/** Texts of digits, read without a regular expression: a million rows are full of them. */
public final class Digits {
  private Digits() {}

  /** Whether the text is so many of the digits 0 to 9, and nothing else. */
  public static boolean only(String text, int count) {
    return text.length() == count && only(text, 0, count);
  }

  static boolean only(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}

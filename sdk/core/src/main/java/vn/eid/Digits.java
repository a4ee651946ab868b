package vn.eid;

/** What the number types share: reading digits and masking them. */
final class Digits {
  private static final int VISIBLE = 3;

  private Digits() {}

  /** The text without surrounding space, all ASCII digits. */
  static String only(String field, String what, String text) {
    String value = text.strip();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        throw new InvalidRequestException(
            field, what + " is digits only; character " + (i + 1) + " is not a digit.");
      }
    }
    return value;
  }

  static String masked(String digits) {
    int hidden = Math.max(0, digits.length() - VISIBLE);
    return "*".repeat(hidden) + digits.substring(hidden);
  }
}

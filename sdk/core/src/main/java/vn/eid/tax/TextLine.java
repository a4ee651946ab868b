package vn.eid.tax;

/**
 * A line of a file.
 *
 * @param text what stands there; the beginning of it where it is too long
 * @param tooLong whether the rest was passed over
 */
record TextLine(String text, boolean tooLong) {

  boolean isBlank() {
    return !tooLong && text.isBlank();
  }

  boolean isUnreadable() {
    return text.indexOf(DecodedText.UNREADABLE) >= 0;
  }
}

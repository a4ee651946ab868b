package vn.eid.mock;

/** Numbers on the command line. */
final class Numbers {
  private Numbers() {}

  static long read(String option, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The value of " + option + " is not a whole number: " + text + ".", e);
    }
  }

  /** One that a program can count to. */
  static int small(String option, String text) {
    long number = read(option, text);
    if (number != (int) number) {
      throw new IllegalArgumentException("The value of " + option + " is too large: " + text + ".");
    }
    return (int) number;
  }
}

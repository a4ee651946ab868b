package vn.eid.mock.trace;

/**
 * What a broken rule wanted and what came instead. It holds what a caller sent, so it is shown
 * masked.
 */
public record Mistake(String expected, String actual) {
  /** No page shows more, and a thousand are kept. */
  private static final int MOST = 2_000;

  public Mistake {
    expected = cut(expected);
    actual = cut(actual);
  }

  private static String cut(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST);
  }
}

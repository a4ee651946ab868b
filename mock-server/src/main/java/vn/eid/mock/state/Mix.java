package vn.eid.mock.state;

/**
 * Numbers that look like chance and fall out the same each time. Not for secrets: a test needs to
 * be repeated, and a table to be spread.
 */
public final class Mix {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Mix() {}

  /** The finalizer of SplitMix64: neighbours go far apart, no two numbers fall together. */
  public static long of(long number) {
    long mixed = number + GOLDEN;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  public static long of(long number, long more) {
    return of(of(number) ^ more);
  }

  /** The same for a text. */
  public static long of(long number, String text) {
    long mixed = of(number, text.length());
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * GOLDEN;
      mixed ^= mixed >>> 29;
    }
    return of(mixed);
  }
}

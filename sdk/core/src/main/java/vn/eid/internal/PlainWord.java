package vn.eid.internal;

import java.util.regex.Pattern;

/**
 * A word of the characters that RFC 6749, appendix A calls NQCHAR: no space, no quotation mark, no
 * backslash, nothing beyond ASCII. Scopes and DPoP nonces are such words, and so are the levels
 * that a resource server may name. Whoever reads one says how long it may be.
 */
public final class PlainWord {
  private static final Pattern WORD = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
  private static final Pattern REFERENCE = Pattern.compile("[._-]*[A-Za-z0-9][A-Za-z0-9._-]*");

  private PlainWord() {}

  /** Whether a text is one, from 1 to so many characters. */
  public static boolean is(String text, int maxLength) {
    return text.length() <= maxLength && WORD.matcher(text).matches();
  }

  /**
   * Whether a text is a reference as offices write them: 1 to 64 letters, digits, dots, dashes and
   * underscores. It may become a path segment, and it is none that leaves the path.
   */
  public static boolean isReference(String text) {
    return text.length() <= 64 && REFERENCE.matcher(text).matches();
  }
}

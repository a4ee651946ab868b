package vn.eid.mock;

import java.util.regex.Pattern;
import vn.eid.mock.trace.Masked;

/** Makes what a caller chose fit for one line of a log. */
final class LogText {
  private static final int MOST = 120;
  private static final Pattern CONTROL = Pattern.compile("[^\\x21-\\x7E]");
  // An opaque name in a path, such as a consent's, is as good as a key to it.
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{20,}|[0-9]{9,}");

  private LogText() {}

  static String path(String path) {
    String readable = Masked.readable(path);
    String start = readable.length() > MOST ? readable.substring(0, MOST) + "..." : readable;
    String printable = CONTROL.matcher(start).replaceAll("?");
    return SECRET.matcher(printable).replaceAll("***");
  }
}

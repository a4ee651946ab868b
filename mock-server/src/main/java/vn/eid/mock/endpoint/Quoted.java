package vn.eid.mock.endpoint;

import java.util.regex.Pattern;

/** What a caller sent, made fit for a sentence that is logged and answered. */
final class Quoted {
  private static final int MOST = 100;
  // What RFC 6749, section 5.2, allows in error_description: no control character can forge a line
  // of the log, no quote can end a WWW-Authenticate parameter.
  private static final Pattern UNSAFE = Pattern.compile("[^\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{9,}");

  private Quoted() {}

  /**
   * The value in single quotes: short, printable ASCII, and without anything like a citizen number.
   */
  static String of(String value) {
    String start = value.length() > MOST ? value.substring(0, MOST) + "..." : value;
    String printable = UNSAFE.matcher(start).replaceAll("?");
    return "'" + NUMBER.matcher(printable).replaceAll("***") + "'";
  }
}

package vn.eid.cli;

import vn.eid.EidException;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;

/** What the SDK says of a trouble, without the names of Java's verbs and arguments. */
final class Detail {
  private static final String TRACE = " [trace ";
  private static final String DISK = "The disk ";

  private Detail() {}

  static String of(EidException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof InvalidRequestException invalid) {
      message = without(message, invalid.field() + ": ");
    }
    if (e instanceof UntrustedException untrusted) {
      message = without(message, untrusted.check() + ": ");
    }
    String sentence = without(message, "taxLinks.link: ");
    int trace = sentence.lastIndexOf(TRACE);
    return trace >= 0 && isOfThisMachine(e, sentence) ? sentence.substring(0, trace) : sentence;
  }

  /** Whether it is the disk of this machine that failed. */
  static boolean isOfTheDisk(EidException e) {
    return of(e).startsWith(DISK);
  }

  /** Then no provider has heard of it, and a trace is of no use to anybody. */
  private static boolean isOfThisMachine(EidException e, String sentence) {
    return sentence.startsWith(DISK)
        || (e instanceof InvalidRequestException && !sentence.contains("(HTTP "));
  }

  private static String without(String text, String beginning) {
    return text.startsWith(beginning) ? text.substring(beginning.length()) : text;
  }
}

package vn.eid.tax;

import vn.eid.EidException;

/** What an exception says, without the name before it and the trace behind it. */
final class Sentence {
  private Sentence() {}

  /**
   * The sentence alone; it holds no personal data, as no exception's does.
   *
   * @param name of the verb or argument that may stand before it
   */
  static String of(EidException e, String name) {
    String message = String.valueOf(e.getMessage());
    int trace = message.lastIndexOf(" [trace ");
    String sentence = trace < 0 ? message : message.substring(0, trace);
    return sentence.startsWith(name + ": ") ? sentence.substring(name.length() + 2) : sentence;
  }
}

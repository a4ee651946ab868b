package vn.eid.examples.desk;

import vn.eid.InvalidRequestException;

/** What the SDK says to programmers, without the name of its argument and the trace. */
final class Detail {
  private Detail() {}

  static String of(InvalidRequestException e) {
    String message = String.valueOf(e.getMessage());
    String sentence = message.substring(e.field().length() + 2);
    int trace = sentence.lastIndexOf(" [trace ");
    return trace < 0 ? sentence : sentence.substring(0, trace);
  }
}

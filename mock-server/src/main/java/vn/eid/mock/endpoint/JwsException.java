package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.trace.Mistake;

/** A signed token that is not to be believed; the message is the sentence that says why. */
final class JwsException extends Exception {
  private static final long serialVersionUID = 1L;

  private transient Optional<Mistake> mistake = Optional.empty();

  JwsException(String sentence) {
    super(sentence, null, false, false);
  }

  /** Notes what was wanted and what came instead, for the page that says why. */
  JwsException comparing(String expected, String actual) {
    mistake = Optional.of(new Mistake(expected, actual));
    return this;
  }

  Optional<Mistake> mistake() {
    return mistake;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}

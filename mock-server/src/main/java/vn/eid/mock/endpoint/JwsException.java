package vn.eid.mock.endpoint;

/** A signed token that is not to be believed; the message is the sentence that says why. */
final class JwsException extends Exception {
  private static final long serialVersionUID = 1L;

  JwsException(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}

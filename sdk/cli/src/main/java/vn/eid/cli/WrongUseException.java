package vn.eid.cli;

/** Something about the call that the person must put right; said in the person's language. */
final class WrongUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongUseException(String sentence) {
    super(sentence);
  }
}

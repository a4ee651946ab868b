package vn.eid.mock.state;

/**
 * A file of citizens that cannot be used; the message is for the person who wrote it, a line for
 * each mistake.
 */
public final class CitizensFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CitizensFileException(String sentence) {
    super(sentence);
  }
}

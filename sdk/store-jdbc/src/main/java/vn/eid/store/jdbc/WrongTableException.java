package vn.eid.store.jdbc;

import java.sql.SQLException;

/** The table is missing, or of another version. */
final class WrongTableException extends SQLException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  WrongTableException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** What is wrong, and what to do. */
  String sentence() {
    return sentence;
  }
}

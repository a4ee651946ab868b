package vn.eid.mock;

/**
 * The mock server cannot start; the message is one sentence that says why and what to do.
 * Immutable, safe for use by several threads.
 */
public final class MockStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MockStartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

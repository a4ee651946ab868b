package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;

/**
 * What failed and where, and none of its words: whoever holds a key may quote in an exception what
 * it was given, or how it signed in to its service.
 */
final class WordlessCause extends Exception {
  private static final long serialVersionUID = 1L;

  private WordlessCause(String name) {
    super(name);
  }

  /** For an exception, or what the JOSE library wrapped around it. */
  static WordlessCause of(Exception failure) {
    Throwable inner = failure.getCause();
    Throwable named = failure instanceof JOSEException && inner != null ? inner : failure;
    WordlessCause cause = new WordlessCause(named.getClass().getName());
    cause.setStackTrace(named.getStackTrace());
    return cause;
  }
}

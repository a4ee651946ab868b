package vn.eid.internal;

import com.nimbusds.jose.JOSEException;

/**
 * What failed and where, and none of its words: an HTTP library quotes what it could not parse, and
 * whoever holds a key may quote what it was given, or how it signed in to its service.
 */
public final class WordlessCause extends Exception {
  private static final long serialVersionUID = 1L;

  private WordlessCause(String name) {
    super(name);
  }

  /** For an exception, or what the JOSE library wrapped around it. */
  public static WordlessCause of(Exception failure) {
    Throwable inner = failure.getCause();
    Throwable named = failure instanceof JOSEException && inner != null ? inner : failure;
    WordlessCause cause = new WordlessCause(named.getClass().getName());
    cause.setStackTrace(named.getStackTrace());
    return cause;
  }
}

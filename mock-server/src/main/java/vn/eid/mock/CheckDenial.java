package vn.eid.mock;

import java.util.Locale;

/** Why the population register answers no check; it never depends on the citizen. Immutable. */
public enum CheckDenial {
  /** The procedure has no right to ask. */
  PROCEDURE_NOT_PERMITTED,
  /** The unit of the officer has no right to ask. */
  UNIT_NOT_PERMITTED,
  /** The client has no right to ask for one of the statements. */
  STATEMENT_NOT_PERMITTED;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

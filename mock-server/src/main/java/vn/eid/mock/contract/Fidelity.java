package vn.eid.mock.contract;

import java.util.Locale;

/** How sure anybody can be that the national systems do the same. */
public enum Fidelity {
  /** A published standard or a law says it. */
  STANDARD,
  /** Integrators' public code or a published document shows it. */
  OBSERVED,
  /** Ours, because nothing is public. */
  ASSUMED;

  /** One line for the start of a server: how many behaviours of each kind there are. */
  public static String summary() {
    return "%d behaviours are standard, %d observed, %d only assumed"
        .formatted(STANDARD.count(), OBSERVED.count(), ASSUMED.count());
  }

  private long count() {
    return Behaviour.all().stream().filter(behaviour -> behaviour.fidelity() == this).count();
  }

  /** The end of the key of its text on a page. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

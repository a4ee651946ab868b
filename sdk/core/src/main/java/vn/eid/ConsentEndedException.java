package vn.eid;

import vn.eid.consent.ConsentId;
import vn.eid.consent.EndCause;

/** The consent does not stand (any more): only the citizen can give a new one. Ask again. */
public final class ConsentEndedException extends EidException {
  private static final long serialVersionUID = 1L;

  /** Which consent. */
  private final ConsentId consent;

  /** Why it does not stand. */
  private final EndCause reason;

  public ConsentEndedException(ConsentId consent, EndCause reason, String problem, String traceId) {
    super(problem, traceId);
    this.consent = consent;
    this.reason = reason;
  }

  /** The consent that ended. */
  public ConsentId consent() {
    return consent;
  }

  /** Why it ended. */
  public EndCause reason() {
    return reason;
  }
}

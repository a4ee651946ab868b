package vn.eid;

import vn.eid.consent.ConsentId;
import vn.eid.consent.EndCause;

/** The consent does not stand (any more): only the citizen can give a new one. Ask again. */
public final class ConsentEndedException extends EidException {
  private static final long serialVersionUID = 1L;

  /** Which consent. */
  private final ConsentId consentId;

  /** Why it does not stand. */
  private final EndCause reason;

  public ConsentEndedException(
      ConsentId consentId, EndCause reason, String problem, String traceId) {
    super(problem, traceId);
    this.consentId = consentId;
    this.reason = reason;
  }

  /** The consent that ended. */
  public ConsentId consentId() {
    return consentId;
  }

  /** Why it ended. */
  public EndCause reason() {
    return reason;
  }

  /** Whoever said no must not be told to say yes again: each reason has words of its own. */
  @Override
  String sentenceName() {
    return super.sentenceName() + "." + reason;
  }
}

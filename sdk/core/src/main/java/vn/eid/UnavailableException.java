package vn.eid;

/**
 * The provider cannot be reached or is out of order, or what this application brought is: the disk
 * under a sealed store or an audit ledger, the holder of the client key. Wait and try again.
 */
public final class UnavailableException extends EidException {
  private static final long serialVersionUID = 1L;

  /** Whether the request may have been carried out. */
  private final boolean mayHaveTakenEffect;

  public UnavailableException(boolean mayHaveTakenEffect, String problem, String traceId) {
    super(problem, traceId);
    this.mayHaveTakenEffect = mayHaveTakenEffect;
  }

  /**
   * Whether the provider may have carried the request out before the answer was lost, or the disk
   * have done what it was asked for. False only where it is certain that it did not, or where the
   * call changes nothing.
   */
  public boolean mayHaveTakenEffect() {
    return mayHaveTakenEffect;
  }
}

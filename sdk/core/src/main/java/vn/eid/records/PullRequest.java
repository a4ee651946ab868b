package vn.eid.records;

import java.util.Optional;
import java.util.function.Consumer;
import vn.eid.audit.LedgerEntry;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.consent.Period;
import vn.eid.consent.Purpose;

/**
 * What is to be pulled, under which consent and for what. Immutable and thread-safe.
 *
 * @param <T> what one item of the data set is
 */
public final class PullRequest<T> {

  final Consent.Active consent;
  final Purpose purpose;
  final DataSet<T> dataSet;
  final Optional<Period> period;
  final String askedBy;
  final Consumer<PullProgress> listener;
  final Optional<String> position;

  private PullRequest(
      Consent.Active consent,
      Purpose purpose,
      DataSet<T> dataSet,
      Optional<Period> period,
      String askedBy,
      Consumer<PullProgress> listener,
      Optional<String> position) {
    this.consent = consent;
    this.purpose = purpose;
    this.dataSet = dataSet;
    this.period = period;
    this.askedBy = askedBy;
    this.listener = listener;
    this.position = position;
  }

  /**
   * All of a data set that the consent covers.
   *
   * @param purpose what you want it for now: it must be what the citizen agreed to
   */
  public static <T> PullRequest<T> under(
      Consent.Active consent, Purpose purpose, DataSet<T> dataSet) {
    return new PullRequest<>(
        consent,
        purpose,
        dataSet,
        Optional.empty(),
        Journal.APPLICATION,
        unused -> {},
        Optional.empty());
  }

  /** Some days only. */
  public PullRequest<T> covering(Period days) {
    return new PullRequest<>(
        consent, purpose, dataSet, Optional.of(days), askedBy, listener, position);
  }

  /**
   * Who in your house asks, as your own records name them: it stands in the audit ledger. {@code
   * application} by default.
   *
   * @throws vn.eid.InvalidRequestException where it does not have 1 to 100 visible characters, or
   *     holds a citizen number
   */
  public PullRequest<T> askedBy(String reference) {
    LedgerEntry.checkAskedBy(reference);
    return new PullRequest<>(consent, purpose, dataSet, period, reference, listener, position);
  }

  /** Tells how far the pull has come, after each page, on the thread that reads. */
  public PullRequest<T> reportingTo(Consumer<PullProgress> progress) {
    return new PullRequest<>(consent, purpose, dataSet, period, askedBy, progress, position);
  }

  /**
   * Goes on where another pull stopped, also in another process or node: with what {@link
   * Pull#position()} gave there. The rest of the request must be the same.
   */
  public PullRequest<T> resumingAt(String sealedPosition) {
    return new PullRequest<>(
        consent, purpose, dataSet, period, askedBy, listener, Optional.of(sealedPosition));
  }

  /** The days that the data shall be about. */
  Optional<Period> days() {
    return period.or(consent::period);
  }

  @Override
  public String toString() {
    return "PullRequest[" + consent.id() + ", " + dataSet + "]";
  }
}

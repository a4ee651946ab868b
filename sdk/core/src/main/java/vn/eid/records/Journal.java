package vn.eid.records;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.ConsentEndedException;
import vn.eid.EidException;
import vn.eid.audit.AuditLedger;
import vn.eid.audit.LedgerEntry;
import vn.eid.audit.LedgerEntry.Event;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.internal.Operation;

/** What is written into the audit ledger of each read, where the application keeps one. */
record Journal(Optional<AuditLedger> ledger) {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.records");
  private static final int MAX_TEXT = 255;

  /** Who asks where nobody is named. */
  static final String APPLICATION = "application";

  /** Before anything is sent: a read that cannot be written down does not happen. */
  void begun(Operation operation, PullRequest<?> request) {
    note(operation, Event.BEGUN, request, 0, "begun");
  }

  void ended(Operation operation, PullRequest<?> request, long count, String outcome) {
    note(operation, Event.ENDED, request, count, outcome);
  }

  void refused(Operation operation, PullRequest<?> request, RuntimeException reason) {
    note(operation, Event.REFUSED, request, 0, Outcome.of(reason));
  }

  void kept(
      Operation operation, String askedBy, Consent.Active consent, DataSet<?> dataSet, long count) {
    note(operation, Event.KEPT, askedBy, consent, dataSet, count, "kept");
  }

  void reopened(
      Operation operation, String askedBy, Consent.Active consent, DataSet<?> dataSet, long count) {
    note(operation, Event.REOPENED, askedBy, consent, dataSet, count, "reopened");
  }

  void refused(
      Operation operation,
      String askedBy,
      Consent.Active consent,
      DataSet<?> dataSet,
      ConsentEndedException reason) {
    note(operation, Event.REFUSED, askedBy, consent, dataSet, 0, Outcome.of(reason));
  }

  /** The data is gone by now, so a ledger that cannot be written must stop nothing. */
  void erased(Operation operation, Erasure erasure) {
    try {
      ledger.ifPresent(open -> open.append(entry(operation, erasure)));
    } catch (EidException e) {
      LOG.warn("The erasure under consent {} is not in the ledger.", erasure.consentId(), e);
    }
  }

  private void note(
      Operation operation, Event event, PullRequest<?> request, long count, String outcome) {
    ledger.ifPresent(
        open ->
            open.append(
                new LedgerEntry(
                    operation.traceId(),
                    event,
                    request.askedBy,
                    request.consent.subject(),
                    request.consent.id().value(),
                    request.purpose.code(),
                    request.dataSet.name(),
                    request.period,
                    count,
                    outcome)));
  }

  private void note(
      Operation operation,
      Event event,
      String askedBy,
      Consent.Active consent,
      DataSet<?> dataSet,
      long count,
      String outcome) {
    ledger.ifPresent(
        open ->
            open.append(
                new LedgerEntry(
                    operation.traceId(),
                    event,
                    askedBy,
                    consent.subject(),
                    consent.id().value(),
                    consent.purpose(),
                    dataSet.name(),
                    Optional.empty(),
                    count,
                    outcome)));
  }

  /** A line of the ledger has an end; all names stand in the signed record. */
  private static String names(List<String> dataSets) {
    String names = String.join(" ", dataSets);
    return names.length() > MAX_TEXT ? dataSets.size() + " data sets" : names;
  }

  private static LedgerEntry entry(Operation operation, Erasure erasure) {
    return new LedgerEntry(
        operation.traceId(),
        Event.ERASED,
        APPLICATION,
        erasure.subject().orElse(""),
        erasure.consentId().value(),
        erasure.purpose().orElse(""),
        names(erasure.dataSets()),
        Optional.empty(),
        erasure.resources().orElse(0),
        Outcome.of(erasure.cause()));
  }
}

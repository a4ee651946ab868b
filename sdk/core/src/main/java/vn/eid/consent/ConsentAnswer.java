package vn.eid.consent;

import java.time.Duration;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** Reads the registry's answer about a consent. */
final class ConsentAnswer {
  private static final Duration MIN_INTERVAL = Duration.ofMillis(500);

  private final Operation operation;
  private final Connection connection;
  private final ConsentMemory memory;
  private final ReceiptReader reader;

  ConsentAnswer(Operation operation, Connection connection, ConsentMemory memory) {
    this.operation = operation;
    this.connection = connection;
    this.memory = memory;
    this.reader = new ReceiptReader(operation, connection.provider().registryKeys());
  }

  /** The answer to a new request, whose id is the registry's to choose. */
  Consent.Requested requested(Fields fields, ConsentRequest request) {
    ConsentId id = reader.id(fields);
    if (!memory.asked(id, request, request.idempotencyKey(connection.clientId()))) {
      throw operation.untrusted(
          Check.CONSENT, "The registry answers with a consent that was asked for before.");
    }
    return requested(fields, view(fields, id));
  }

  /** A consent of a list, whose id is the registry's to say. */
  Consent listed(Fields fields) {
    return of(fields, reader.id(fields));
  }

  Consent of(Fields fields, ConsentId asked) {
    if (!reader.id(fields).equals(asked)) {
      throw operation.untrusted(Check.CONSENT, "The registry answers about another consent.");
    }
    return switch (fields.requiredText("state")) {
      case "requested" -> requested(fields, view(fields, asked));
      case "active" -> active(fields, asked);
      case "ended" -> ended(fields, asked);
      // Not one to read data under, and not known to be over for good.
      default ->
          throw operation.untrusted(
              Check.FORMAT, "The consent is in a state that this SDK does not know.");
    };
  }

  private Consent.Requested requested(Fields fields, View view) {
    long seconds = Math.min(fields.integer("poll_interval").orElse(2L), 60);
    Duration interval = Duration.ofSeconds(seconds);
    return new Consent.Requested(
        view,
        connection.admitAddress(operation, "The approval link", fields.requiredUri("approval_uri")),
        fields.requiredInstant("decide_by"),
        interval.compareTo(MIN_INTERVAL) < 0 ? MIN_INTERVAL : interval);
  }

  private Consent.Active active(Fields fields, ConsentId id) {
    Receipt receipt =
        new ReceiptChecks(operation, connection)
            .active(fields.requiredText("receipt"), view(fields, id));
    return new Consent.Active(receipt);
  }

  private Consent.Ended ended(Fields fields, ConsentId id) {
    String cause = fields.text("cause").orElse("");
    // Before anything else can be wrong with the answer: reading stops whatever it is.
    memory.isSaidToHaveEnded(id, cause);
    View view = view(fields, id);
    EndReceipt end =
        new EndReceiptChecks(operation, connection)
            .verify(fields.requiredText("end_receipt"), view, cause);
    Optional<Receipt> receipt =
        fields
            .text("receipt")
            .map(text -> new ReceiptChecks(operation, connection).past(text, view));
    memory.ended(operation, id, cause, end.endedAt());
    return new Consent.Ended(view, end, receipt);
  }

  /** What every answer says, and what this process asked, where it did. */
  private View view(Fields fields, ConsentId id) {
    View view =
        new View(id, reader.subject(fields, "subject"), new TermsReader(operation).asked(fields));
    memory.asked(id).ifPresent(asked -> checkAsked(view, asked));
    return view;
  }

  private void checkAsked(View view, ConsentMemory.Asked asked) {
    if (!asked.terms().equals(view.asked().fingerprint())) {
      throw operation.untrusted(
          Check.CONSENT, "The registry says that something else was asked than was.");
    }
    if (asked.subject().filter(meant -> !meant.equals(view.subject())).isPresent()) {
      throw operation.untrusted(
          Check.SUBJECT, "The registry means another person than the one who logged in.");
    }
  }
}

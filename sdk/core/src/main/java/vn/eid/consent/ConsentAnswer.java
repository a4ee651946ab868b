package vn.eid.consent;

import java.time.Duration;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Fields;

/** Reads the registry's answer about a consent. */
final class ConsentAnswer {
  private static final String WHAT = "The registry's answer";
  private static final Duration MIN_INTERVAL = Duration.ofMillis(500);

  private final Operation operation;
  private final Connection connection;

  ConsentAnswer(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
  }

  /** The answer to a new request, whose id is the registry's to choose. */
  Consent.Requested requested(WireResponse response) {
    Fields fields = response.json(WHAT);
    return requested(fields, id(fields));
  }

  Consent any(WireResponse response, ConsentId asked) {
    Fields fields = response.json(WHAT);
    checkSame(fields, asked);
    return switch (fields.requiredText("state")) {
      case "requested" -> requested(fields, asked);
      case "active" ->
          new Consent.Active(
              asked,
              new ReceiptChecks(operation, connection)
                  .verify(fields.requiredText("receipt"), asked));
      // A state that this SDK does not know is not one to read data under.
      default -> ended(fields, asked);
    };
  }

  Consent.Ended ended(WireResponse response, ConsentId asked) {
    Fields fields = response.json(WHAT);
    checkSame(fields, asked);
    return ended(fields, asked);
  }

  private Consent.Requested requested(Fields fields, ConsentId id) {
    long seconds = Math.min(fields.integer("poll_interval").orElse(2L), 60);
    Duration interval = Duration.ofSeconds(seconds);
    return new Consent.Requested(
        id,
        connection.admitAddress(operation, "The approval link", fields.requiredUri("approval_uri")),
        fields.requiredInstant("decide_by"),
        interval.compareTo(MIN_INTERVAL) < 0 ? MIN_INTERVAL : interval);
  }

  private static Consent.Ended ended(Fields fields, ConsentId id) {
    return new Consent.Ended(
        id, EndCauses.of(fields.text("cause").orElse("")), fields.requiredInstant("ended_at"));
  }

  private void checkSame(Fields fields, ConsentId asked) {
    if (!id(fields).equals(asked)) {
      throw operation.untrusted(Check.CONSENT, "The registry answers about another consent.");
    }
  }

  private ConsentId id(Fields fields) {
    try {
      return ConsentId.of(fields.requiredText("consent_id"));
    } catch (InvalidRequestException e) {
      throw operation.untrusted(Check.FORMAT, "The registry's consent id has no usable form.");
    }
  }
}

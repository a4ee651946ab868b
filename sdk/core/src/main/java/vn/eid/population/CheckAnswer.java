package vn.eid.population;

import java.time.Duration;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.population.CheckResult.Reason;

/** Reads the population register's answer to a request, its receipt verified. */
final class CheckAnswer {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private final Operation operation;
  private final Connection connection;
  private final CheckRequest request;

  CheckAnswer(Operation operation, Connection connection, CheckRequest request) {
    this.operation = operation;
    this.connection = connection;
    this.request = request;
  }

  CheckResult read(Fields answer) {
    return switch (answer.requiredText("answer")) {
      case "matched" -> new CheckResult.Matched(receipt(answer, true));
      case "no_match_or_not_found" -> new CheckResult.NoMatchOrNotFound(receipt(answer, false));
      case "denied" -> new CheckResult.Denied(reason(answer.text("reason").orElse("")));
      case "unavailable" -> new CheckResult.Unavailable(retryAfter(answer));
      default -> new CheckResult.Other();
    };
  }

  private CheckReceipt receipt(Fields answer, boolean matched) {
    return new ReceiptChecks(operation, connection)
        .verify(answer.requiredText("receipt"), request, matched);
  }

  private static Reason reason(String word) {
    return switch (word) {
      case "procedure_not_permitted" -> Reason.PROCEDURE_NOT_PERMITTED;
      case "unit_not_permitted" -> Reason.UNIT_NOT_PERMITTED;
      case "statement_not_permitted" -> Reason.STATEMENT_NOT_PERMITTED;
      default -> Reason.OTHER;
    };
  }

  private Optional<Duration> retryAfter(Fields answer) {
    Optional<Long> seconds = answer.integer("retry_after");
    if (seconds.filter(wait -> wait < 0).isPresent()) {
      throw operation.untrusted(Check.FORMAT, "The population register asks to wait backwards.");
    }
    return seconds.map(wait -> Duration.ofSeconds(Math.min(wait, DAY)));
  }
}

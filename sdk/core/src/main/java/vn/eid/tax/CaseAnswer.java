package vn.eid.tax;

import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** Reads and checks what the tax registry answers about a case. */
final class CaseAnswer {
  private final Operation operation;
  private final Connection connection;
  private final TaxWords words;

  CaseAnswer(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
    this.words = new TaxWords(operation);
  }

  CaseState read(Fields answer, String asked) {
    if (!words.caseNumber(answer).equals(asked)) {
      throw operation.untrusted(
          Check.SUBJECT, "The tax registry answers about another case than the one asked for.");
    }
    return switch (answer.requiredText("state")) {
      case "open" -> new CaseState.Open();
      case "decided" -> new CaseState.Decided(answer.requiredInstant("decided_at"), result(answer));
      default -> new CaseState.Other();
    };
  }

  private LinkResult result(Fields answer) {
    Fields decided =
        answer.object("result").orElseThrow(() -> words.malformed("decided, but not what"));
    LinkResult result = new LinkAnswer(operation).read(decided);
    if (result instanceof LinkResult.UnderReview) {
      throw words.malformed("calls a case decided and under review at once");
    }
    return new LinkChecks(operation, connection).verify(result);
  }
}

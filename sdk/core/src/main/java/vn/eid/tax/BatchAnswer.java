package vn.eid.tax;

import java.util.HashMap;
import java.util.Map;
import vn.eid.CitizenId;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Fields;

/**
 * Reads what the registry says of the rows of a batch, in whatever order. Nothing of an answer is
 * used where one line of it fails a check.
 */
final class BatchAnswer {
  private final Operation operation;
  private final Map<String, LinkRow> asked;
  private final LinkAnswer results;
  private final LinkChecks checks;
  private final Map<String, RowAnswer> answers;

  BatchAnswer(Connection connection, Operation operation, Map<String, LinkRow> asked) {
    this.operation = operation;
    this.asked = asked;
    this.answers = new HashMap<>(2 * asked.size());
    this.results = new LinkAnswer(operation);
    this.checks = new LinkChecks(operation, connection);
  }

  /** The answer for each row key; a row that was left out is not in it. */
  Map<String, RowAnswer> read(WireResponse response) {
    response.jsonLines("The tax registry's answer", this::add);
    return answers;
  }

  private void add(Fields line) {
    String key = line.requiredText("row_key");
    LinkRow row = asked.get(key);
    if (row == null) {
      throw operation.untrusted(
          Check.SUBJECT, "The tax registry answers for a row that was not sent.");
    }
    RowAnswer answer = answer(line, row.citizen());
    RowAnswer before = answers.put(key, answer);
    if (before != null && !before.equals(answer)) {
      throw operation.untrusted(
          Check.FORMAT, "The tax registry gives two different answers for one row.");
    }
  }

  private RowAnswer answer(Fields line, CitizenId citizen) {
    if (line.requiredText("result").equals("invalid")) {
      return new RowAnswer.Refused(word(line, "field"), word(line, "code"));
    }
    return new RowAnswer.Decided(checks.verify(results.read(line), citizen));
  }

  /** Only plain words get into a result. */
  private static String word(Fields line, String name) {
    return line.text(name).filter(Problems::isName).orElse("");
  }
}

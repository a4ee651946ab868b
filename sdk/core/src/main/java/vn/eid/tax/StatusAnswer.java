package vn.eid.tax;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.eid.TaxCode;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** Reads and checks what the tax registry answers about one tax code. */
final class StatusAnswer {
  private static final int MAX_EVENTS = 200;

  private final Operation operation;
  private final Connection connection;
  private final TaxWords words;
  private final TaxCode asked;

  StatusAnswer(Operation operation, Connection connection, TaxCode asked) {
    this.operation = operation;
    this.connection = connection;
    this.words = new TaxWords(operation);
    this.asked = asked;
  }

  /** Empty where the registry says that it does not list the code. */
  Optional<TaxStatus> status(Fields answer) {
    checkCode(answer);
    if (answer.mentions("listed") && !answer.requiredFlag("listed")) {
      return Optional.empty();
    }
    Fields status = words.statusObject(answer);
    return Optional.of(
        new TaxStatus(
            asked,
            words.status(status),
            status.date("since"),
            status.date("until"),
            answer.text("replaced_by").map(this::replacement)));
  }

  List<TaxEvent> history(Fields answer) {
    checkCode(answer);
    List<Fields> events = answer.objects("events");
    if (events.size() > MAX_EVENTS) {
      throw operation.untrusted(Check.SIZE, "The tax registry's history has over 200 events.");
    }
    return events.stream().map(this::event).sorted(Comparator.comparing(TaxEvent::at)).toList();
  }

  private TaxEvent event(Fields event) {
    var at = event.requiredDate("at");
    return switch (event.requiredText("type")) {
      case "issued" -> new TaxEvent.Issued(at);
      case "linked" -> new TaxEvent.Linked(at);
      case "merged" -> new TaxEvent.Merged(at, received(event.requiredText("tax_code")));
      case "status_changed" ->
          new TaxEvent.StatusChanged(at, words.status(words.statusObject(event)));
      default -> new TaxEvent.Other(at);
    };
  }

  private void checkCode(Fields answer) {
    if (!received(answer.requiredText("tax_code")).equals(asked)) {
      throw operation.untrusted(
          Check.SUBJECT, "The tax registry answers about another tax code than the one asked for.");
    }
  }

  /** Whoever follows replacements must arrive somewhere. */
  private TaxCode replacement(String text) {
    TaxCode code = received(text);
    if (code.equals(asked)) {
      throw words.malformed("says that a code was replaced by itself");
    }
    return code;
  }

  private TaxCode received(String text) {
    return connection.admitReceived(operation, words.code(text));
  }
}

package vn.eid.tax;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/**
 * Reads the tax registry's answer about a link; whether to believe it, {@link LinkChecks} says. For
 * one thread.
 */
final class LinkAnswer {
  private final TaxWords words;
  private final Map<String, Instant> times = new HashMap<>();

  LinkAnswer(Operation operation) {
    this.words = new TaxWords(operation);
  }

  LinkResult read(Fields answer) {
    return switch (answer.requiredText("result")) {
      case "linked" -> new LinkResult.Linked(link(answer));
      case "already_linked" -> new LinkResult.AlreadyLinked(link(answer));
      case "mismatch" -> new LinkResult.Mismatch(mismatch(answer));
      case "not_found" -> new LinkResult.NotFound();
      case "under_review" -> new LinkResult.UnderReview(words.caseNumber(answer));
      default -> new LinkResult.Other();
    };
  }

  private TaxLink link(Fields answer) {
    return new TaxLink(
        words.code(answer.requiredText("tax_code")),
        words.merged(answer),
        words.status(words.statusObject(answer)),
        linkedAt(answer));
  }

  /** A batch is linked within seconds, so that most of its times were read before. */
  private Instant linkedAt(Fields answer) {
    return times.computeIfAbsent(
        answer.requiredText("linked_at"), unused -> answer.requiredInstant("linked_at"));
  }

  private static Set<LinkResult.Field> mismatch(Fields answer) {
    return answer.texts("fields").stream().map(LinkAnswer::field).collect(Collectors.toSet());
  }

  private static LinkResult.Field field(String name) {
    return switch (name) {
      case "full_name" -> LinkResult.Field.FULL_NAME;
      case "birth_date" -> LinkResult.Field.BIRTH_DATE;
      case "old_tax_codes" -> LinkResult.Field.OLD_TAX_CODES;
      default -> LinkResult.Field.OTHER;
    };
  }
}

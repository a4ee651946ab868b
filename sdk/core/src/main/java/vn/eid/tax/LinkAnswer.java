package vn.eid.tax;

import java.util.Set;
import java.util.stream.Collectors;
import vn.eid.InvalidRequestException;
import vn.eid.TaxCode;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** Reads the tax registry's answer. */
final class LinkAnswer {
  private final Operation operation;

  LinkAnswer(Operation operation) {
    this.operation = operation;
  }

  LinkResult read(Fields answer) {
    return switch (answer.requiredText("result")) {
      case "linked" -> new LinkResult.Linked(link(answer));
      case "already_linked" -> new LinkResult.AlreadyLinked(link(answer));
      case "mismatch" -> new LinkResult.Mismatch(mismatch(answer));
      case "not_found" -> new LinkResult.NotFound();
      case "under_review" -> new LinkResult.UnderReview(answer.requiredText("case_number"));
      default -> new LinkResult.Other();
    };
  }

  private TaxLink link(Fields answer) {
    Fields status =
        answer
            .object("status")
            .orElseThrow(
                () -> operation.untrusted(Check.FORMAT, "The tax registry names no status."));
    return new TaxLink(
        code(answer.requiredText("tax_code")),
        answer.texts("merged").stream().map(this::code).toList(),
        TaxpayerStatus.ofCode(status.requiredText("code")),
        status.text("reason"),
        answer.requiredInstant("linked_at"));
  }

  private TaxCode code(String text) {
    try {
      return TaxCode.parse(text);
    } catch (InvalidRequestException e) {
      throw operation.untrusted(Check.FORMAT, "The tax registry's tax code has no usable form.");
    }
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

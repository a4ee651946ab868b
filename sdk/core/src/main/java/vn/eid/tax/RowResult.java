package vn.eid.tax;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands of a row in the results. Texts are empty where they do not apply. */
record RowResult(
    RowOutcome outcome,
    @Nullable TaxLink link,
    String mismatchedFields,
    String caseNumber,
    String column,
    String problem) {

  static RowResult bad(RowProblem problem) {
    return new RowResult(
        RowOutcome.INVALID_ROW, null, "", "", problem.column(), problem.sentence());
  }

  static RowResult unanswered() {
    return of(
        RowOutcome.UNANSWERED, "The registry left the row out of its answers: give it once more.");
  }

  static RowResult of(RowAnswer answer) {
    return answer instanceof RowAnswer.Decided decided
        ? of(decided.result())
        : of((RowAnswer.Refused) answer);
  }

  /** Whether a sentence is one about what the registry did, and not about the row as it stands. */
  static boolean isOfRegistry(String sentence) {
    return sentence.startsWith("The registry ");
  }

  private static RowResult of(LinkResult result) {
    if (result instanceof LinkResult.Linked linked) {
      return new RowResult(RowOutcome.LINKED, linked.link(), "", "", "", "");
    } else if (result instanceof LinkResult.AlreadyLinked linked) {
      return new RowResult(RowOutcome.ALREADY_LINKED, linked.link(), "", "", "", "");
    } else if (result instanceof LinkResult.Mismatch mismatch) {
      return new RowResult(RowOutcome.MISMATCH, null, names(mismatch.fields()), "", "", "");
    } else if (result instanceof LinkResult.NotFound) {
      return of(RowOutcome.NOT_FOUND, "");
    } else if (result instanceof LinkResult.UnderReview review) {
      return new RowResult(RowOutcome.UNDER_REVIEW, null, "", review.caseNumber(), "", "");
    }
    return of(
        RowOutcome.OTHER, "The registry gave a result that this version of the SDK does not know.");
  }

  private static RowResult of(RowAnswer.Refused refused) {
    String why =
        switch (refused.code()) {
          case "not_synthetic" -> "The registry of this environment takes synthetic numbers only.";
          case "row_key_reused" -> "The registry holds another row under this one's key.";
          default -> "The registry cannot take this row (" + refused.code() + ").";
        };
    return bad(new RowProblem(refused.field(), why));
  }

  private static RowResult of(RowOutcome outcome, String problem) {
    return new RowResult(outcome, null, "", "", "", problem);
  }

  private static String names(Set<LinkResult.Field> fields) {
    return fields.stream()
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(";"));
  }
}

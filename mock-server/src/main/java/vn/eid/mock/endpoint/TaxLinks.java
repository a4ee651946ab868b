package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.mock.state.BirthDate;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.OldTaxCode;
import vn.eid.mock.state.TaxLink;
import vn.eid.mock.state.TaxOutcome;
import vn.eid.mock.state.TaxRegistry;

/** {@code POST /tax/v1/links}: makes a citizen's number and tax code one. */
final class TaxLinks implements Endpoint {
  private static final int MOST_OLD_CODES = 20;

  private final ResourceGuard guard;
  private final TaxRegistry registry;
  private final IdempotentAnswers answers;

  TaxLinks(MockState state, ResourceGuard guard) {
    this.guard = guard;
    this.registry = state.taxRegistry();
    this.answers = new IdempotentAnswers(state.idempotencyKeys());
  }

  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "tax_link").clientId();
    return answers.answer(exchange, clientId, () -> link(JsonBody.of(exchange)));
  }

  private Reply link(Members body) {
    body.only("citizen_id", "full_name", "birth_date", "old_tax_codes");
    return Reply.json(
        200,
        view(
            registry.link(
                CitizenNumber.read(body),
                body.text("full_name"),
                birthDate(body),
                oldCodes(body))));
  }

  private static BirthDate birthDate(Members body) {
    return BirthDate.parse(body.text("birth_date"))
        .orElseThrow(
            () -> body.refuse("birth_date", "must be a date such as 1985-03-12 or a year"));
  }

  private static List<String> oldCodes(Members body) {
    List<String> codes = body.texts("old_tax_codes");
    if (codes.size() > MOST_OLD_CODES) {
      throw body.refuse("old_tax_codes", "holds more than " + MOST_OLD_CODES + " codes");
    }
    if (!codes.stream().allMatch(OldTaxCode::valid)) {
      throw body.refuse(
          "old_tax_codes", "holds a code that is not 10 digits with a right check digit");
    }
    return codes;
  }

  private static Map<String, Object> view(TaxOutcome outcome) {
    if (outcome instanceof TaxOutcome.Linked linked) {
      return view("linked", linked.link());
    }
    if (outcome instanceof TaxOutcome.AlreadyLinked linked) {
      return view("already_linked", linked.link());
    }
    if (outcome instanceof TaxOutcome.Mismatch mismatch) {
      return Map.of("result", "mismatch", "fields", mismatch.fields());
    }
    if (outcome instanceof TaxOutcome.UnderReview review) {
      return Map.of("result", "under_review", "case_number", review.caseNumber());
    }
    return Map.of("result", "not_found");
  }

  private static Map<String, Object> view(String result, TaxLink link) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("result", result);
    view.put("tax_code", link.taxCode());
    view.put("merged", link.entry().oldCodes());
    view.put("status", Map.of("code", link.entry().code(), "reason", link.entry().reason()));
    view.put("linked_at", link.linkedAt().toString());
    return view;
  }
}

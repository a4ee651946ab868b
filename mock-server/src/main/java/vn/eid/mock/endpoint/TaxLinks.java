package vn.eid.mock.endpoint;

import java.util.List;
import vn.eid.mock.fault.TaxFaults;
import vn.eid.mock.state.BirthDate;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.OldTaxCode;
import vn.eid.mock.state.TaxRegistry;

/** {@code POST /tax/v1/links}: makes a citizen's number and tax code one. */
final class TaxLinks implements Endpoint {
  static final int MOST_OLD_CODES = 20;

  private final ResourceGuard guard;
  private final TaxRegistry registry;
  private final IdempotentAnswers answers;
  private final TaxAnswers view;
  private final TaxFaults faults;

  TaxLinks(MockState state, ResourceGuard guard) {
    this.guard = guard;
    this.registry = state.taxRegistry();
    this.answers = new IdempotentAnswers(state.idempotencyKeys());
    this.view = new TaxAnswers(state);
    this.faults = new TaxFaults(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "tax_link").clientId();
    return faults.answer(
        answers.answer(exchange, clientId, () -> link(clientId, JsonBody.of(exchange))));
  }

  private Reply link(String clientId, Members body) {
    body.only("citizen_id", "full_name", "birth_date", "old_tax_codes");
    return Reply.json(
        200,
        view.of(
            registry.link(
                clientId,
                CitizenNumber.read(body),
                body.text("full_name"),
                birthDate(body),
                oldCodes(body))));
  }

  /** A day or a year. */
  static BirthDate birthDate(Members body) {
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
}

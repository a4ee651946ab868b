package vn.eid.mock.endpoint;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.endpoint.GrantedData.Granted;
import vn.eid.mock.fhir.ImmunizationPage;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.MockState;

/**
 * {@code GET /fhir/v1/Immunization}: the citizen's doses, page by page. STANDARD: a searchset with
 * the links self and next (FHIR R4, section 3.1.1.5). The cursor in a next link stays a secret of
 * the token that it was made for.
 */
final class Immunizations implements Endpoint {
  private static final String CURSOR = "_cursor";

  private final MockState state;
  private final String base;
  private final GrantedData data;
  private final FhirAnswers answers;
  private final Cursors cursors = new Cursors();

  Immunizations(MockState state, ResourceGuard guard) {
    this.state = state;
    this.base = state.issuer() + "/fhir/v1/Immunization";
    this.data = new GrantedData(state, guard);
    this.answers = new FhirAnswers(state.faults());
  }

  @Override
  public Reply answer(Exchange exchange) {
    Granted granted = data.require(exchange, DataSet.IMMUNIZATIONS);
    Optional<String> cursor = exchange.query().one(CURSOR);
    ImmunizationQuery query =
        cursor.isPresent()
            ? open(exchange.query(), cursor.get(), granted)
            : ImmunizationQuery.read(exchange.query(), granted);
    data.count(granted);
    String self = base + "?" + cursor.map(this::parameter).orElseGet(query::parameters);
    return page(granted, query, self);
  }

  private Reply page(Granted granted, ImmunizationQuery query, String self) {
    LocalDate today = LocalDate.ofInstant(state.clock().instant(), ZoneOffset.UTC);
    ImmunizationPage page = new ImmunizationPage(granted.person(), query.period(), today);
    Optional<String> next = next(granted, query, page.total(), self);
    return answers.of(out -> page.write(out, query.first(), query.count(), base, self, next));
  }

  private Optional<String> next(Granted granted, ImmunizationQuery query, int total, String self) {
    String parameter = parameter(cursors.seal(query.next().position(), granted.token().value()));
    if (state.faults().fires(Fault.PAGE_LINK_TO_OTHER_HOST)) {
      return Optional.of("https://other.example/fhir/v1/Immunization?" + parameter);
    }
    if (state.faults().fires(Fault.PAGE_LINK_LOOP)) {
      return Optional.of(self);
    }
    boolean more = query.next().first() < total;
    return more ? Optional.of(base + "?" + parameter) : Optional.empty();
  }

  private ImmunizationQuery open(Params query, String cursor, Granted granted) {
    query.only(CURSOR);
    return cursors
        .open(cursor, granted.token().value())
        .map(ImmunizationQuery::at)
        .orElseThrow(
            () ->
                Refusal.badRequest(
                        "invalid_request",
                        "The cursor was not made for this access token; follow the next link of"
                            + " the page before with the same token.")
                    .member("field", CURSOR));
  }

  private String parameter(String cursor) {
    return CURSOR + "=" + cursor;
  }
}

package vn.eid.mock.endpoint;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.endpoint.GrantedData.Granted;
import vn.eid.mock.fault.Faults;
import vn.eid.mock.fhir.RecordKind;
import vn.eid.mock.fhir.SearchPage;
import vn.eid.mock.state.MockState;

/**
 * {@code GET /fhir/v1/}{type}: one kind of the citizen's records, page by page. STANDARD: a
 * searchset with the links self and next (FHIR R4, section 3.1.1.5). The cursor in a next link is
 * good for the pull that it was made for, also with a later token of it.
 */
final class RecordSearch implements Endpoint {
  private static final String CURSOR = "_cursor";

  private final MockState state;
  private final RecordKind kind;
  private final String base;
  private final GrantedData data;
  private final DataAnswers answers;
  private final Cursors cursors = new Cursors();

  RecordSearch(MockState state, ResourceGuard guard, RecordKind kind) {
    this.state = state;
    this.kind = kind;
    this.base = state.issuer() + path(kind);
    this.data = new GrantedData(state, guard);
    this.answers = new DataAnswers(state);
  }

  static String path(RecordKind kind) {
    return "/fhir/v1/" + kind.resourceType();
  }

  @Override
  public Reply answer(Exchange exchange) {
    Granted granted = data.require(exchange, kind.dataSet());
    Optional<String> cursor = exchange.query().one(CURSOR);
    SearchQuery query =
        cursor.isPresent()
            ? open(exchange.query(), cursor.get(), granted)
            : SearchQuery.read(kind, exchange.query(), granted);
    data.count(granted);
    String self = base + "?" + cursor.map(this::parameter).orElseGet(() -> query.parameters(kind));
    SearchPage page = page(granted, query);
    Optional<String> next = next(granted, query, page.total(), self);
    Reply reply =
        answers.fhir(
            exchange,
            granted,
            out -> page.write(out, query.first(), query.count(), base, self, next));
    if (next.isPresent() && state.faults().fires(Fault.CONSENT_REVOKED_IN_PULL)) {
      state.consents().revokeByCitizen(granted.consent());
    }
    return reply;
  }

  private SearchPage page(Granted granted, SearchQuery query) {
    LocalDate today = LocalDate.ofInstant(state.clock().instant(), ZoneOffset.UTC);
    return new SearchPage(
        granted.person(), granted.citizen().health(), kind, query.period(), today);
  }

  private Optional<String> next(Granted granted, SearchQuery query, int total, String self) {
    Faults faults = state.faults();
    if (faults.fires(Fault.PAGE_LINK_TO_OTHER_HOST)) {
      String parameter = parameter(seal(query.next(), granted));
      return Optional.of("https://other.example" + path(kind) + "?" + parameter);
    }
    if (faults.fires(Fault.PAGE_LINK_LOOP)) {
      return Optional.of(self);
    }
    if (faults.fires(Fault.PAGE_REPEATS)) {
      return Optional.of(link(query.again(), granted));
    }
    if (query.isThirdPage() && faults.fires(Fault.PAGE_LINK_CIRCLE)) {
      return Optional.of(link(query.previous(), granted));
    }
    boolean more = query.next().first() < total;
    return more ? Optional.of(link(query.next(), granted)) : Optional.empty();
  }

  private String link(SearchQuery query, Granted granted) {
    return base + "?" + parameter(seal(query, granted));
  }

  private String seal(SearchQuery query, Granted granted) {
    return cursors.seal(query.position(), pull(granted));
  }

  /** What the cursor is bound to. */
  private static String pull(Granted granted) {
    return String.join(
        "\n",
        granted.token().clientId(),
        granted.consent().id(),
        granted.dataSet().code(),
        granted.pull());
  }

  private SearchQuery open(Params query, String cursor, Granted granted) {
    query.only(CURSOR);
    return cursors
        .open(cursor, pull(granted))
        .map(SearchQuery::at)
        .orElseThrow(
            () ->
                Refusal.badRequest(
                        "invalid_request",
                        "The cursor was not made for this pull; follow the next link of the page"
                            + " before with a token of the same pull.")
                    .member("field", CURSOR));
  }

  private String parameter(String cursor) {
    return CURSOR + "=" + cursor;
  }
}

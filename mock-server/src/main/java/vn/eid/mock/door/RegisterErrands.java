package vn.eid.mock.door;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.CaseDecision;
import vn.eid.mock.CheckDenial;
import vn.eid.mock.EidMock;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.JsonBody;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.state.Members;

/** The tax registry and the population register: cases, limits, counts. */
final class RegisterErrands {
  private static final String[] LIMITS = {
    "tax_rows_per_second",
    "slow_batches",
    "population_checks",
    "population_down",
    "deny_population_checks"
  };

  private final EidMock mock;

  RegisterErrands(EidMock mock) {
    this.mock = mock;
  }

  List<Errand> all() {
    return List.of(
        Errand.post(
            "/tax-cases/{number}/decision",
            "A clerk decides a tax link under review: link, mismatch or not_found.",
            "{\"decision\": \"link\"}",
            this::decide),
        Errand.put(
            "/limits",
            "What the registers put up with, each member for itself: rows of batches a second (0 for"
                + " no limit), how long a batch takes at the most, checks until midnight, how long"
                + " the population register is out of order, and why it denies every check.",
            "{\"tax_rows_per_second\": 100, \"slow_batches\": \"PT5S\", \"population_checks\": 3}",
            this::limit),
        Errand.get("/counts", "How much the tax registry was given, and did.", unused -> counts()));
  }

  private Reply decide(Exchange exchange) {
    Members body = JsonBody.of(exchange).only("decision");
    CaseDecision decision =
        Fields.word(body, "decision", CaseDecision.class)
            .orElseThrow(() -> body.refuse("decision", "is missing"));
    mock.decideCase(exchange.pathValue("number"), decision);
    return Reply.noContent();
  }

  private Reply limit(Exchange exchange) {
    Members body = JsonBody.of(exchange).only(LIMITS);
    Optional<Integer> rows = Fields.count(body, LIMITS[0], 0);
    Optional<Duration> slow = Fields.duration(body, LIMITS[1]);
    Optional<Integer> checks = Fields.count(body, LIMITS[2], 0);
    Optional<Duration> down = Fields.duration(body, LIMITS[3]);
    Optional<CheckDenial> denial = Fields.word(body, LIMITS[4], CheckDenial.class);
    Fields.atLeastOne(body, String.join(", ", LIMITS), rows, slow, checks, down, denial);
    rows.ifPresent(mock::limitTaxRows);
    slow.ifPresent(mock::slowBatches);
    checks.ifPresent(mock::limitPopulationChecks);
    down.ifPresent(mock::takePopulationRegisterDown);
    denial.ifPresent(mock::denyPopulationChecks);
    return Reply.noContent();
  }

  private Reply counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("links_made", mock.linksMade());
    counts.put("batches_received", mock.batchesReceived());
    counts.put("rows_received", mock.rowsReceived());
    counts.put("rows_done", mock.rowsDone());
    return Reply.json(200, counts);
  }
}

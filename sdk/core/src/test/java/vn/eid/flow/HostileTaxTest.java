package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;
import vn.eid.TaxCode;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.tax.CaseState;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;
import vn.eid.tax.ReportedStatus;
import vn.eid.tax.TaxEvent;
import vn.eid.tax.TaxLinks;
import vn.eid.tax.TaxStatus;
import vn.eid.tax.TaxpayerStatus;

/**
 * What a tax registry may answer about one person: honest answers of all kinds, and hostile ones.
 */
class HostileTaxTest {
  private static final String OUT = "(none)";
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final TaxCode CODE = TaxCode.parse("099085000011");
  private static final String REAL = "001850123456";
  private static final String OLD = "0101248141";
  private static final String CASE = "TX-2026-000123";

  private final Provider registry = new Provider("");
  private EidClient client;
  private TaxLinks tax;

  @BeforeEach
  void begin() {
    registry.change("/.well-known/openid-configuration", "vn_eid", registry.nationalServices());
    registry.answers.put("/tax/links", unused -> linked());
    registry.answers.put(
        "/tax/status",
        unused ->
            Map.of(
                "tax_code", CODE.value(),
                "status", Map.of("code", "00", "reason", "03", "since", "2025-07-01"),
                "replaced_by", OUT));
    registry.answers.put(
        "/tax/history", unused -> Map.of("tax_code", CODE.value(), "events", List.of()));
    registry.answers.put(
        "/tax/cases/" + CASE,
        unused ->
            Map.of(
                "case_number",
                CASE,
                "state",
                "decided",
                "decided_at",
                "2026-01-31T08:30:00Z",
                "result",
                linked()));
    client = registry.client();
    tax = client.taxLinks();
  }

  @AfterEach
  void close() {
    client.close();
    registry.close();
  }

  @Test
  void aLinkToAnotherCitizensNumberIsRefused() {
    registry.change("/tax/links", "tax_code", "099192000022");
    assertThat(refusal(() -> tax.link(request()))).isEqualTo(Check.SUBJECT);
    registry.change("/tax/links", "tax_code", OLD + "-001");
    assertThat(refusal(() -> tax.link(request()))).isEqualTo(Check.SUBJECT);
    registry.change("/tax/links", "result", "already_linked");
    assertThat(refusal(() -> tax.link(request()))).isEqualTo(Check.SUBJECT);
  }

  @Test
  void aRealPersonsNumberFromASandboxIsRefusedWhereverItStands() {
    registry.change("/tax/links", "tax_code", REAL);
    registry.change("/tax/status", "replaced_by", REAL);
    events(List.of(Map.of("at", "2025-07-01", "type", "merged", "tax_code", REAL)));
    registry.change(
        "/tax/cases/" + CASE, "result", Provider.changed(linked(), Map.of("tax_code", REAL)));
    assertThat(refusal(() -> tax.link(request()))).isEqualTo(Check.ENVIRONMENT);
    assertThat(refusal(() -> tax.status(CODE))).isEqualTo(Check.ENVIRONMENT);
    assertThat(refusal(() -> tax.history(CODE))).isEqualTo(Check.ENVIRONMENT);
    assertThat(refusal(() -> tax.review(CASE))).isEqualTo(Check.ENVIRONMENT);
    registry.change("/tax/links", "tax_code", AN.value());
    registry.change("/tax/links", "merged", List.of(REAL));
    assertThat(refusal(() -> tax.link(request()))).isEqualTo(Check.ENVIRONMENT);
  }

  @Test
  void aCodeOfTenDigitsMayBeSomebodysOwn() {
    registry.change("/tax/links", "tax_code", OLD);
    assertThat(tax.link(request())).isInstanceOf(LinkResult.Linked.class);
  }

  @Test
  void moreMergedCodesThanAnybodyHadAreRefused() {
    registry.change("/tax/links", "merged", Collections.nCopies(20, OLD));
    assertThat(tax.link(request())).isInstanceOf(LinkResult.Linked.class);
    registry.change("/tax/links", "merged", Collections.nCopies(21, OLD));
    assertThat(refusal(() -> tax.link(request()))).isEqualTo(Check.SIZE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "TX 1", "TX\n1"})
  void aCaseOfAnUnusableNumberIsRefused(String number) {
    registry.change("/tax/links", "result", "under_review");
    registry.change("/tax/links", "case_number", number);
    assertThat(refusal(() -> tax.link(request()))).isEqualTo(Check.FORMAT);
  }

  @Test
  void aStatusIsReadWithItsDays() {
    registry.change(
        "/tax/status",
        "status",
        Map.of("code", "01", "reason", "03", "since", "2025-07-01", "until", "2026-01-01"));
    registry.change("/tax/status", "replaced_by", "099192000022");
    TaxStatus status = tax.status(CODE).orElseThrow();
    assertThat(status.taxCode()).isEqualTo(CODE);
    assertThat(status.status()).isEqualTo(ReportedStatus.of("01").because("03"));
    assertThat(status.since()).contains(LocalDate.of(2025, 7, 1));
    assertThat(status.until()).contains(LocalDate.of(2026, 1, 1));
    assertThat(status.replacedBy()).contains(TaxCode.parse("099192000022"));
  }

  @Test
  void anAnswerAboutAnotherCodeIsRefused() {
    registry.change("/tax/status", "tax_code", "099192000022");
    registry.change("/tax/history", "tax_code", OLD);
    assertThat(refusal(() -> tax.status(CODE))).isEqualTo(Check.SUBJECT);
    assertThat(refusal(() -> tax.history(CODE))).isEqualTo(Check.SUBJECT);
  }

  @Test
  void aStatusThatIsNoneIsRefused() {
    for (Object status : List.of(OUT, "00", Map.of(), Map.of("code", "00", "since", "yesterday"))) {
      registry.change("/tax/status", "status", status);
      assertThat(refusal(() -> tax.status(CODE))).as("%s", status).isEqualTo(Check.FORMAT);
    }
  }

  @Test
  void aCodeThatWasReplacedByItselfIsRefused() {
    registry.change("/tax/status", "replaced_by", CODE.value());
    assertThat(refusal(() -> tax.status(CODE))).isEqualTo(Check.FORMAT);
  }

  @Test
  void aWordThatThisVersionDoesNotKnowIsKeptApart() {
    registry.change("/tax/status", "status", Map.of("code", "77"));
    events(List.of(Map.of("at", "2025-07-01", "type", "sold")));
    registry.change("/tax/cases/" + CASE, "state", "appealed");
    assertThat(tax.status(CODE).orElseThrow().status().meaning()).isEqualTo(TaxpayerStatus.OTHER);
    assertThat(tax.history(CODE)).isEqualTo(List.of(new TaxEvent.Other(LocalDate.of(2025, 7, 1))));
    assertThat(tax.review(CASE)).isEqualTo(new CaseState.Other());
  }

  @Test
  void aHistoryIsReadTheOldestFirst() {
    Map<String, Object> status = Map.of("code", "10", "reason", "01");
    events(
        List.of(
            Map.of("at", "2026-01-01", "type", "status_changed", "status", status),
            Map.of("at", "2025-07-02", "type", "merged", "tax_code", OLD),
            Map.of("at", "2025-07-02", "type", "linked"),
            Map.of("at", "2025-07-01", "type", "issued")));
    List<TaxEvent> history = tax.history(CODE);
    assertThat(history)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Issued", "Merged", "Linked", "StatusChanged");
    assertThat(((TaxEvent.Merged) history.get(1)).taxCode()).isEqualTo(TaxCode.parse(OLD));
    TaxEvent.StatusChanged changed = (TaxEvent.StatusChanged) history.get(3);
    assertThat(changed.status()).isEqualTo(ReportedStatus.of("10").because("01"));
    assertThat(changed.at()).isEqualTo(LocalDate.of(2026, 1, 1));
  }

  @Test
  void aHistoryLongerThanAnyHonestOneIsRefused() {
    Map<String, Object> issued = Map.of("at", "2025-07-01", "type", "issued");
    registry.change("/tax/history", "events", Collections.nCopies(200, issued));
    assertThat(tax.history(CODE)).hasSize(200);
    registry.change("/tax/history", "events", Collections.nCopies(201, issued));
    assertThat(refusal(() -> tax.history(CODE))).isEqualTo(Check.SIZE);
  }

  @Test
  void aDecisionIsReadAndAnotherCasesIsRefused() {
    CaseState.Decided decided = (CaseState.Decided) tax.review(CASE);
    assertThat(decided.decidedAt()).isEqualTo("2026-01-31T08:30:00Z");
    assertThat(((LinkResult.Linked) decided.result()).link().taxCode()).isEqualTo(CODE);
    registry.change("/tax/cases/" + CASE, "case_number", "TX-2026-000124");
    assertThat(refusal(() -> tax.review(CASE))).isEqualTo(Check.SUBJECT);
  }

  @Test
  void aCaseDecidedToBeDecidedLaterIsRefused() {
    registry.change(
        "/tax/cases/" + CASE, "result", Map.of("result", "under_review", "case_number", CASE));
    assertThat(refusal(() -> tax.review(CASE))).isEqualTo(Check.FORMAT);
    registry.change("/tax/cases/" + CASE, "result", OUT);
    assertThat(refusal(() -> tax.review(CASE))).isEqualTo(Check.FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "TX-1?x", "%2e%2e"})
  void asksForNoCaseWhoseNumberLeavesThePath(String number) {
    refusesToSend("caseNumber", () -> tax.review(number));
  }

  @Test
  void sendsNoRealPersonsCodeToASandbox() {
    TaxCode real = TaxCode.parse(REAL);
    refusesToSend("taxCode", () -> tax.status(real));
    refusesToSend("taxCode", () -> tax.history(real));
    refusesToSend("taxCode", () -> tax.link(request().merging(real)));
  }

  private void refusesToSend(String field, ThrowingCallable call) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    assertThat(registry.requests()).isZero();
  }

  private void events(List<Map<String, Object>> events) {
    registry.change("/tax/history", "events", events);
  }

  private static Map<String, Object> linked() {
    return Map.of(
        "result", "linked",
        "tax_code", AN.value(),
        "merged", List.of(),
        "status", Map.of("code", "00", "reason", "03"),
        "linked_at", "2026-01-31T08:30:00Z");
  }

  private static LinkRequest request() {
    return LinkRequest.of(AN, "Nguyễn Văn An", PartialDate.parse("1985-03-12"));
  }

  private static Check refusal(ThrowingCallable call) {
    UntrustedException thrown = catchThrowableOfType(UntrustedException.class, call);
    assertThat(thrown).isNotNull().hasMessageNotContainingAny(AN.value(), REAL, "099192000022");
    return thrown.check();
  }
}

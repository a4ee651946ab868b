package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxCaseTest extends RecipientTest {
  private static final String SON = "099091000156";
  private static final Map<String, Object> ROW =
      Map.of("citizen_id", SON, "full_name", "Hồ Sơn", "birth_date", "1991-03-03");

  /** The number of an open case. */
  private String open() {
    Answer link = recipient.link(ROW).isOk();
    assertThat(link.text("result")).isEqualTo("under_review");
    assertThat(Duration.between(Instant.parse(link.text("opened_at")), mock.clock().instant()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(1));
    return link.text("case_number");
  }

  @Test
  void aCaseIsOpenUntilAClerkDecides() {
    String number = open();
    assertThat(recipient.taxCase(number).isOk().body())
        .isEqualTo("{\"case_number\":\"" + number + "\",\"state\":\"open\"}");
  }

  @Test
  void aDecisionForTheCitizenMakesTheLink() {
    String number = open();
    mock.advance(Duration.ofHours(2));
    mock.decideCase(number, CaseDecision.LINK);
    Answer decided = recipient.taxCase(number).isOk();
    assertThat(decided.text("case_number")).isEqualTo(number);
    assertThat(decided.text("state")).isEqualTo("decided");
    assertThat(Instant.parse(decided.text("decided_at")))
        .isAfter(mock.clock().instant().minusSeconds(60));
    assertThat(decided.json().at("/result/result").asText()).isEqualTo("linked");
    assertThat(decided.json().at("/result/tax_code").asText()).isEqualTo(SON);
    assertThat(decided.json().at("/result/status/code").asText()).isEqualTo("00");
    Answer again = recipient.link(ROW);
    assertThat(again.text("result")).isEqualTo("already_linked");
    assertThat(again.text("linked_at")).isEqualTo(decided.json().at("/result/linked_at").asText());
    assertThat(recipient.taxCode("history", SON).body()).contains("\"linked\"");
  }

  @ParameterizedTest
  @CsvSource({
    "MISMATCH, '{\"result\":\"mismatch\",\"fields\":[\"full_name\",\"birth_date\"]}'",
    "NOT_FOUND, '{\"result\":\"not_found\"}'"
  })
  void aRejectionMakesNoLinkAndWhoAsksAgainGetsANewCase(CaseDecision decision, String result) {
    String number = open();
    mock.decideCase(number, decision);
    assertThat(recipient.taxCase(number).json().path("result")).hasToString(result);
    assertThat(recipient.taxCode("history", SON).body()).doesNotContain("\"linked\"");
    assertThat(open()).isNotEqualTo(number);
  }

  @Test
  void aCaseBelongsToTheClientThatAskedForTheLink() {
    String number = open();
    String stranger = recipient.tokenOfAnotherClient(Set.of("tax_link"), Optional.empty());
    recipient
        .get("/tax/v1/cases/" + number, stranger)
        .isProblem(404, "case_not_found", "has no such case");
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    Answer theirs = new Recipient(mock, other).link(ROW).isOk();
    assertThat(theirs.text("case_number")).isNotEqualTo(number);
    mock.decideCase(number, CaseDecision.LINK);
    assertThat(new Recipient(mock, other).taxCase(theirs.text("case_number")).text("state"))
        .isEqualTo("open");
    mock.decideCase(theirs.text("case_number"), CaseDecision.LINK);
    assertThat(
            new Recipient(mock, other)
                .taxCase(theirs.text("case_number"))
                .json()
                .at("/result/result")
                .asText())
        .isEqualTo("linked");
  }

  @Test
  void aCaseThatNobodyOpenedIsNotFound() {
    recipient.taxCase("TX-2026-000001").isProblem(404, "case_not_found", "case number");
  }

  @Test
  void nothingIsDecidedTwiceOrWithoutACase() {
    String number = open();
    mock.decideCase(number, CaseDecision.NOT_FOUND);
    for (String decided : new String[] {number, "TX-2026-000001"}) {
      assertThatThrownBy(() -> mock.decideCase(decided, CaseDecision.LINK))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no open case");
    }
  }

  @Test
  void resetForgetsCases() {
    String number = open();
    mock.reset();
    recipient.taxCase(number).isProblem(404, "case_not_found", "case number");
  }

  @Test
  void aTokenWithoutTheScopeIsRefused() {
    recipient
        .get("/tax/v1/cases/" + open(), recipient.client.scopeToken("consent"))
        .isProblem(403, "insufficient_scope", "tax_link");
  }

  @Test
  void faultOtherNumber() {
    String number = open();
    mock.injectOnce(Fault.TAX_CASE_OTHER_NUMBER);
    assertThat(recipient.taxCase(number).isOk().text("case_number"))
        .isNotEqualTo(number)
        .startsWith("TX-");
    assertThat(recipient.taxCase(number).text("case_number")).isEqualTo(number);
  }

  @Test
  void faultLinkOfAnotherCitizen() {
    Map<String, Object> row =
        Map.of("citizen_id", ORDINARY, "full_name", "Nguyễn Văn An", "birth_date", "1985-03-12");
    mock.injectOnce(Fault.TAX_LINK_OTHER_CITIZEN);
    assertThat(recipient.link(row).text("tax_code")).isNotEqualTo(ORDINARY).startsWith("099");
    assertThat(recipient.link(row).text("tax_code")).isEqualTo(ORDINARY);
  }
}

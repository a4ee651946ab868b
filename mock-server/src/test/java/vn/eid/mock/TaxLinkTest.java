package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxLinkTest extends RecipientTest {
  private static final String OLD_CODE = "8999999018";

  private static Map<String, Object> row(String number, String name, String birthDate) {
    Map<String, Object> row = new HashMap<>();
    row.put("citizen_id", number);
    row.put("full_name", name);
    row.put("birth_date", birthDate);
    return row;
  }

  private static Map<String, Object> ordinary() {
    return row(ORDINARY, "Nguyễn Văn An", "1985-03-12");
  }

  private static void assertLink(Answer answer, String result, String code, String reason) {
    assertThat(answer.isOk().text("result")).as(answer.body()).isEqualTo(result);
    assertThat(answer.json().at("/status/code").asText()).isEqualTo(code);
    assertThat(answer.json().at("/status/reason").asText()).isEqualTo(reason);
    assertThat(Instant.parse(answer.text("linked_at"))).isBefore(mock.clock().instant());
  }

  private static List<String> list(Answer answer, String member) {
    return answer.json().findValues(member).stream()
        .flatMap(node -> StreamSupport.stream(node.spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }

  @Test
  void theNumberBecomesTheTaxCode() {
    Answer answer = recipient.link(ordinary());
    assertLink(answer, "linked", "00", "03");
    assertThat(answer.text("tax_code")).isEqualTo(ORDINARY);
    assertThat(list(answer, "merged")).isEmpty();
  }

  @Test
  void aSecondLinkIsAlreadyThere() {
    Answer first = recipient.link(ordinary());
    Answer second = recipient.link(ordinary());
    assertLink(second, "already_linked", "00", "03");
    assertThat(second.text("linked_at")).isEqualTo(first.text("linked_at"));
  }

  @Test
  void oldCodesAreMerged() {
    Map<String, Object> row = row("099079000066", "Võ Giang", "1979-01-30");
    assertThat(list(recipient.link(row), "merged")).containsExactly(OLD_CODE);
  }

  @Test
  void oldCodesThatTheCallerKnowsMayBeNamed() {
    Map<String, Object> row = row("099079000066", "Võ Giang", "1979-01-30");
    row.put("old_tax_codes", List.of(OLD_CODE));
    assertLink(recipient.link(row), "linked", "00", "03");
  }

  @Test
  void anOldCodeOfSomebodyElseIsAMismatch() {
    Map<String, Object> row = ordinary();
    row.put("old_tax_codes", List.of(OLD_CODE));
    assertThat(list(recipient.link(row), "fields")).containsExactly("old_tax_codes");
  }

  @Test
  void anotherNameIsAMismatch() {
    Answer answer = recipient.link(row("099195000077", "Hoàng Thu Hà", "1995-09-15"));
    assertThat(answer.text("result")).isEqualTo("mismatch");
    assertThat(list(answer, "fields")).containsExactly("full_name");
    assertThat(answer.body()).doesNotContain("Hoàng");
  }

  @Test
  void eachFieldThatDiffersIsNamed() {
    Answer answer = recipient.link(row(ORDINARY, "Nguyễn Văn Ân", "1985-12-03"));
    assertThat(list(answer, "fields")).containsExactly("full_name", "birth_date");
  }

  @Test
  void aMismatchDoesNotLink() {
    recipient.link(row(ORDINARY, "Somebody Else", "1985-03-12")).isOk();
    assertThat(recipient.link(ordinary()).text("result")).isEqualTo("linked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NGUYỄN VĂN AN", "  nguyễn  văn\tan ", "nguyễn\u00a0văn an"})
  void namesAreComparedWithoutCaseAndSpacing(String name) {
    assertThat(recipient.link(row(ORDINARY, name, "1985-03-12")).text("result"))
        .isEqualTo("linked");
  }

  @Test
  void namesAreComparedInOneUnicodeForm() {
    String composed = "Đỗ Thị Hương";
    String stored = mock.citizen("099188000055").name();
    assertThat(stored).isNotEqualTo(composed);
    assertThat(Normalizer.normalize(stored, Normalizer.Form.NFC)).isEqualTo(composed);
    String upper = composed.toUpperCase(Locale.ROOT);
    assertThat(recipient.link(row("099188000055", upper, "1988-11-02")).text("result"))
        .isEqualTo("linked");
  }

  @Test
  void accentsTellPeopleApart() {
    assertThat(recipient.link(row(ORDINARY, "Nguyen Van An", "1985-03-12")).text("result"))
        .isEqualTo("mismatch");
  }

  @Test
  void aYearIsNoWholeBirthDate() {
    assertThat(recipient.link(row("099051000044", "Phạm Dũng", "1951")).text("result"))
        .isEqualTo("linked");
    assertThat(list(recipient.link(row("099051000044", "Phạm Dũng", "1951-01-01")), "fields"))
        .containsExactly("birth_date");
  }

  @ParameterizedTest
  @CsvSource({
    "099190000099, Đặng Thị Lan, 1990-06-18, 10, 01",
    "099187000145, Lý Thị Quyên, 1987-05-05, 00, 02"
  })
  void whoIsLinkedAlreadyHasTheStatusOfTheRegistry(
      String number, String name, String birthDate, String code, String reason) {
    assertLink(recipient.link(row(number, name, birthDate)), "already_linked", code, reason);
  }

  @Test
  void whoIsNotInTheRegistryIsNotFound() {
    Answer answer = recipient.link(row("099203000088", "Bùi Khánh", "2003-12-01"));
    assertThat(answer.isOk().body()).isEqualTo("{\"result\":\"not_found\"}");
    assertThat(recipient.link(row("099999999999", "Nobody", "1999-01-01")).text("result"))
        .isEqualTo("not_found");
  }

  @Test
  void severalCandidatesGoToAClerkUnderOneCaseNumber() {
    Map<String, Object> row = row("099091000156", "Hồ Sơn", "1991-03-03");
    Answer first = recipient.link(row).isOk();
    assertThat(first.text("result")).isEqualTo("under_review");
    assertThat(first.text("case_number")).matches("TX-20[0-9]{2}-000123");
    assertThat(recipient.link(row).text("case_number")).isEqualTo(first.text("case_number"));
  }

  @Test
  void theSameKeyAndBodyGiveTheSameAnswer() {
    Answer first = recipient.link("key-1", ordinary());
    assertThat(recipient.link("key-1", ordinary()).body()).isEqualTo(first.body());
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    recipient.link("key-1", ordinary()).isOk();
    recipient
        .link("key-1", row(ORDINARY, "Somebody Else", "1985-03-12"))
        .isProblem(422, "idempotency_key_reused", "make a new key");
  }

  @Test
  void aKeyOfAConsentIsNoKeyOfALink() {
    recipient.request("key-1", Recipient.terms(ORDINARY, "identity")).isOk();
    assertLink(recipient.link("key-1", ordinary()), "linked", "00", "03");
  }

  @Test
  void resetUndoesLinksAndKeys() {
    recipient.link("key-1", ordinary()).isOk();
    mock.reset();
    assertThat(recipient.link("key-1", ordinary()).text("result")).isEqualTo("linked");
  }

  @ParameterizedTest
  @CsvSource({
    "citizen_id, 12, must be 12 digits",
    "birth_date, 12/03/1985, must be a date",
    "birth_date, 1985-02-30, must be a date",
    "full_name, ' ', not blank"
  })
  void aWrongMemberIsRefusedByName(String member, String value, String reason) {
    Map<String, Object> row = ordinary();
    row.put(member, value);
    recipient.link(row).isProblemWith(member, "invalid_request", reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8999999019", "899999901", "8999999018-001", "8999999x18"})
  void anOldCodeWithoutARightCheckDigitIsRefused(String code) {
    Map<String, Object> row = ordinary();
    row.put("old_tax_codes", List.of(code));
    recipient.link(row).isProblemWith("old_tax_codes", "invalid_request", "check digit");
  }

  @Test
  void aNumberThatCouldBeARealPersonsIsRefused() {
    recipient
        .link(row("001" + "399000011", "Nguyễn Văn An", "1985-03-12"))
        .isProblemWith("citizen_id", "not_synthetic", "begins with 099");
  }

  @Test
  void aTokenWithoutTheScopeIsRefused() {
    recipient
        .post("/tax/v1/links", "consent", ordinary(), Map.of("Idempotency-Key", "key-1"))
        .isProblem(403, "insufficient_scope", "tax_link");
  }
}

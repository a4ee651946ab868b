package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxCodeTest extends RecipientTest {
  private static final String GIANG = "099079000066";
  private static final String OLD_CODE = "8999999018";
  private static final String LAN = "099190000099";
  private static final String KHANH = "099203000088";

  private static final String NOT_LISTED = "{\"tax_code\":\"%s\",\"listed\":false}";

  private void link() {
    Map<String, Object> row =
        Map.of("citizen_id", GIANG, "full_name", "Võ Giang", "birth_date", "1979-01-30");
    assertThat(recipient.link(row).text("result")).isEqualTo("linked");
  }

  private static String today() {
    return LocalDate.ofInstant(mock.clock().instant(), ZoneId.of("Asia/Ho_Chi_Minh")).toString();
  }

  private String status(String code) {
    return recipient.taxCode("status", code).isOk().body();
  }

  private String events(String code) {
    Answer answer = recipient.taxCode("history", code).isOk();
    assertThat(answer.text("tax_code")).isEqualTo(code);
    return answer.json().path("events").toString();
  }

  @ParameterizedTest
  @CsvSource({
    "099085000011, 00, 03, 2025-07-01",
    "099187000145, 00, 02, 2025-07-01",
    "099190000099, 10, 01, 2025-07-01"
  })
  void theStatusOfANumberIsTheRegistrysAndTellsSinceWhen(
      String number, String code, String reason, String since) {
    assertThat(status(number))
        .isEqualTo(
            "{\"tax_code\":\"%s\",\"status\":{\"code\":\"%s\",\"reason\":\"%s\",\"since\":\"%s\"}}"
                .formatted(number, code, reason, since));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"099203000088", "099999999999", "0100109106", "0100109106-001", "8999999018-001"})
  void ofACodeThatItDoesNotListTheRegistrySaysSo(String code) {
    assertThat(status(code)).isEqualTo(NOT_LISTED.formatted(code));
    assertThat(events(code)).isEqualTo("[]");
  }

  @Test
  void anOldCodeIsGoodUntilItIsMerged() {
    assertThat(status(OLD_CODE)).contains("\"code\":\"00\"").doesNotContain("replaced_by");
    link();
    assertThat(status(OLD_CODE))
        .isEqualTo(
            "{\"tax_code\":\"%s\",\"status\":{\"code\":\"01\",\"since\":\"%s\"},\"replaced_by\":\"%s\"}"
                .formatted(OLD_CODE, today(), GIANG));
    mock.reset();
    assertThat(status(OLD_CODE)).contains("\"code\":\"00\"").doesNotContain("replaced_by");
  }

  @Test
  void theHistoryOfANumberGrowsWithTheLink() {
    String issued = "{\"at\":\"2025-07-01\",\"type\":\"issued\"}";
    assertThat(events(GIANG)).isEqualTo("[" + issued + "]");
    link();
    String merged = "{\"at\":\"%s\",\"type\":\"merged\",\"tax_code\":\"%s\"}";
    String linked = "{\"at\":\"%s\",\"type\":\"linked\"}";
    assertThat(events(GIANG))
        .isEqualTo(
            "["
                + issued
                + ","
                + merged.formatted(today(), OLD_CODE)
                + ","
                + linked.formatted(today())
                + "]");
  }

  @Test
  void theHistoryOfAnOldCodeEndsWithTheMerger() {
    link();
    assertThat(events(OLD_CODE))
        .isEqualTo(
            "[{\"at\":\"1999-01-30\",\"type\":\"issued\"},"
                + "{\"at\":\"%s\",\"type\":\"status_changed\",\"status\":{\"code\":\"01\"}}]"
                    .formatted(today()));
  }

  @Test
  void aStatusThatIsNotTheFirstOneIsAChange() {
    assertThat(events(LAN))
        .isEqualTo(
            "[{\"at\":\"2025-07-01\",\"type\":\"issued\"},"
                + "{\"at\":\"2025-07-01\",\"type\":\"linked\"},"
                + "{\"at\":\"2025-07-01\",\"type\":\"status_changed\","
                + "\"status\":{\"code\":\"10\",\"reason\":\"01\"}}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8999999019", "899999901", "8999999018001", "8999999018-01", "09908500001", "x"})
  void aCodeOfNoFormIsRefused(String code) {
    for (String what : new String[] {"status", "history"}) {
      recipient
          .taxCode(what, code)
          .isProblemWith("tax_code", "invalid_request", "with a right check digit");
    }
  }

  @Test
  void aNumberThatCouldBeARealPersonsIsRefused() {
    for (String what : new String[] {"status", "history"}) {
      recipient
          .taxCode(what, "001" + "399000011")
          .isProblemWith("tax_code", "not_synthetic", "begins with 099");
    }
  }

  @Test
  void aMemberThatIsNotKnownIsRefused() {
    Map<String, Object> body = Map.of("tax_code", KHANH, "at", "2025-01-01");
    for (String what : new String[] {"status", "history"}) {
      recipient
          .post("/tax/v1/" + what, "tax_link", body, Map.of())
          .isProblemWith("at", "invalid_request", "is not known here");
    }
  }

  @Test
  void aTokenWithoutTheScopeIsRefused() {
    for (String what : new String[] {"status", "history"}) {
      recipient
          .post("/tax/v1/" + what, "consent", Map.of("tax_code", KHANH), Map.of())
          .isProblem(403, "insufficient_scope", "tax_link");
    }
  }

  @Test
  void faultUnknownCode() {
    mock.injectOnce(Fault.TAX_STATUS_UNKNOWN_CODE);
    assertThat(status(ORDINARY)).contains("\"code\":\"77\"", "\"tax_code\":\"" + ORDINARY + "\"");
    assertThat(status(ORDINARY)).contains("\"code\":\"00\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "history"})
  void faultOtherCode(String what) {
    mock.injectOnce(Fault.TAX_STATUS_OTHER_CODE);
    assertThat(recipient.taxCode(what, LAN).text("tax_code")).isNotEqualTo(LAN).startsWith("099");
    assertThat(recipient.taxCode(what, LAN).text("tax_code")).isEqualTo(LAN);
  }
}

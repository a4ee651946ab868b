package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentFormTest extends RecipientTest {

  /** One member of a good request that is not good any more. */
  record Fault(String member, Object value, String field, String reason) {
    @Override
    public String toString() {
      return field + " " + reason;
    }
  }

  private static Map<String, Object> purpose(String code, Object text) {
    return Map.of("code", code, "text", text);
  }

  static List<Fault> faults() {
    String tooLong = "x".repeat(501);
    Map<String, String> texts = Map.of("vi", "Khám bệnh", "en", "Treatment");
    return List.of(
        new Fault("citizen_id", "09908500001", "citizen_id", "must be 12 digits"),
        new Fault("citizen_id", 99085000011L, "citizen_id", "must be a text"),
        new Fault("purpose", "TREATMENT", "purpose", "must be a JSON object"),
        new Fault("purpose", Map.of("text", texts), "purpose.code", "is missing"),
        new Fault("purpose", purpose("NO SPACE", texts), "purpose.code", "letters, digits"),
        new Fault("purpose", purpose("A", Map.of("en", "x")), "purpose.text.vi", "is missing"),
        new Fault("purpose", purpose("A", Map.of("vi", "x")), "purpose.text.en", "is missing"),
        new Fault(
            "purpose", purpose("A", Map.of("vi", "  ", "en", "x")), "purpose.text.vi", "not blank"),
        new Fault(
            "purpose",
            purpose("A", Map.of("vi", tooLong, "en", "x")),
            "purpose.text.vi",
            "longer than 500"),
        new Fault("data_sets", List.of(), "data_sets", "at least one"),
        new Fault("data_sets", "identity", "data_sets", "must be a list"),
        new Fault("data_sets", List.of("dna"), "data_sets", "may name patient_summary"),
        new Fault("data_sets", List.of(1), "data_sets[0]", "must be a text"),
        new Fault("data_sets", List.of("identity", "identity"), "data_sets", "twice"),
        new Fault("period", Map.of("from", "2026-01-01"), "period.to", "is missing"),
        new Fault("period", period("2026-02-30", "2026-12-31"), "period.from", "must be a date"),
        new Fault("period", period("2026-01-01", "31/12/2026"), "period.to", "must be a date"),
        new Fault("period", period("2026-01-02", "2026-01-01"), "period.from", "is after"),
        new Fault("valid_for", 59, "valid_for", "from 60 to"),
        new Fault("valid_for", 157_852_801, "valid_for", "to 157852800"),
        new Fault("valid_for", 60.5, "valid_for", "whole number"),
        new Fault("valid_for", "3600", "valid_for", "whole number"),
        new Fault("uses", 0, "uses", "from 1 to 1000"),
        new Fault("uses", 1001, "uses", "from 1 to 1000"),
        new Fault("return_uri", TestClient.CALLBACK + "/", "return_uri", "not registered"),
        new Fault("recipients", List.of(), "recipients", "must name 1 to 10"),
        new Fault(
            "recipients", Collections.nCopies(11, other("LAB")), "recipients", "must name 1 to 10"),
        new Fault("recipients", "LAB", "recipients", "must be a list"),
        new Fault("recipients", List.of("LAB"), "recipients[0]", "must be a JSON object"),
        new Fault("recipients", List.of(other("LA B")), "recipients[0].code", "letters, digits"),
        new Fault(
            "recipients",
            List.of(other("LAB"), other("LAB")),
            "recipients[1].code",
            "is given twice"),
        new Fault("recipients", List.of(Map.of("code", "LAB")), "recipients[0].name", "is missing"),
        new Fault("cross_border", "no", "cross_border", "must be true or false"),
        new Fault("retention", 0, "retention", "from 1 to"),
        new Fault("notice", Map.of("version", "2"), "notice.text", "is missing"),
        new Fault("notice", notice("2 a", "Xin chào"), "notice.version", "letters, digits"),
        new Fault("notice", notice("2", " "), "notice.text.vi", "not blank"),
        new Fault("notice", notice("2", "x".repeat(4001)), "notice.text.vi", "longer than 4000"),
        new Fault("dataSets", List.of("identity"), "dataSets", "is not known here"));
  }

  private static Map<String, Object> other(String code) {
    return Map.of("code", code, "name", Map.of("vi", "Phòng xét nghiệm", "en", "Laboratory"));
  }

  private static Map<String, Object> notice(String version, String vi) {
    return Map.of("version", version, "text", Map.of("vi", vi, "en", "Hello"));
  }

  private static Map<String, String> period(String from, String to) {
    return Map.of("from", from, "to", to);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aWrongMemberIsRefusedByName(Fault fault) {
    Map<String, Object> terms = terms(ORDINARY, "identity");
    terms.put(fault.member(), fault.value());
    recipient.request(terms).isProblemWith(fault.field(), "invalid_request", fault.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"citizen_id", "purpose", "valid_for"})
  void aMissingMemberIsRefusedByName(String member) {
    Map<String, Object> terms = terms(ORDINARY, "identity");
    terms.remove(member);
    recipient.request(terms).isProblemWith(member, "invalid_request", member + " is missing");
  }

  @Test
  void aNumberThatCouldBeARealPersonsIsRefused() {
    Answer answer = recipient.request(terms("001" + "399000011", "identity"));
    answer.isProblemWith("citizen_id", "not_synthetic", "begins with 099");
    assertThat(answer.body()).doesNotContain("399000011");
  }

  @Test
  void aStrangeMemberNameIsNotRepeated() {
    Map<String, Object> terms = terms(ORDINARY, "identity");
    terms.put("099085000011", 1);
    Answer answer = recipient.request(terms);
    answer.isProblem(400, "invalid_request", "a member is not known here");
    assertThat(answer.body()).doesNotContain(ORDINARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{} {}", "{\"uses\":1,\"uses\":2}", "null"})
  void whatIsNoJsonObjectIsRefused(String body) {
    recipient
        .post("/consent/v1/consents", "consent", body, "application/json", key())
        .isProblem(400, "invalid_request", "not a JSON object");
  }

  @Test
  void anotherContentTypeIsRefused() {
    recipient
        .post("/consent/v1/consents", "consent", "{}", "text/plain", key())
        .isProblem(415, "unsupported_media_type", "application/json");
  }

  @ParameterizedTest
  @MethodSource("strangeKeys")
  void aStrangeIdempotencyKeyIsRefused(String key) {
    recipient
        .post(
            "/consent/v1/consents",
            "consent",
            terms(ORDINARY, "identity"),
            Map.of("Idempotency-Key", key))
        .isProblem(400, "invalid_request", "visible ASCII");
  }

  @Test
  void everythingOptionalMayBeGiven() {
    Map<String, Object> terms = new HashMap<>(terms(ORDINARY, "identity", "residence"));
    terms.put("period", period("2020-01-01", "2020-01-01"));
    terms.put("valid_for", 157_852_800);
    terms.put("uses", 1000);
    terms.put("return_uri", TestClient.CALLBACK);
    terms.put("recipients", List.of(other("LAB"), other("BHXH")));
    terms.put("cross_border", true);
    terms.put("retention", 315_360_000);
    terms.put("notice", notice("2026.1", "x".repeat(4000)));
    assertThat(recipient.request(terms).status()).isEqualTo(201);
  }

  static List<String> strangeKeys() {
    return List.of("two words", "k".repeat(256));
  }

  private static Map<String, String> key() {
    return Map.of("Idempotency-Key", "key-1");
  }
}

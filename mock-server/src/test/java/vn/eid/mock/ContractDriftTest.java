package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.eid.mock.WireContract.Traffic;
import vn.eid.mock.endpoint.Json;

/** The validator that holds all tests to the documents does find what is wrong. */
class ContractDriftTest {
  private static final String LINK =
      """
      {"citizen_id":"099085000011","full_name":"Nguyễn Văn An","birth_date":"1985-03-12"}""";
  private static final String LINKED =
      """
      {"result":"linked","tax_code":"099085000011","merged":[],"status":{"code":"00","reason":"03"},
       "linked_at":"2026-11-22T03:15:00Z"}""";
  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Bad Request","status":400,"detail":"No.","code":"invalid_request",
       "trace_id":"t"}""";
  private static final String ROW = "{\"row_key\":\"A1\",\"citizen_id\":\"1\"}\n";
  private static final String RESULT = "{\"row_key\":\"A1\",\"result\":\"not_found\"}\n";

  private static Map<String, List<String>> asked(String type) {
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("content-type", List.of(type));
    headers.put("authorization", List.of("DPoP token"));
    headers.put("dpop", List.of("a.b.c"));
    headers.put("idempotency-key", List.of("key-1"));
    return headers;
  }

  private static Map<String, List<String>> answered(String type) {
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("content-type", List.of(type));
    headers.put("x-request-id", List.of("t"));
    headers.put("dpop-nonce", List.of("n"));
    return headers;
  }

  private static Traffic link(String body, int status, String answer) {
    String type = status < 400 ? "application/json" : "application/problem+json";
    return new Traffic(
        "POST",
        "/tax/v1/links",
        Map.of(),
        asked("application/json"),
        body,
        status,
        answered(type),
        answer);
  }

  private static Traffic batch(String rows, String results) {
    String type = "application/x-ndjson";
    return new Traffic(
        "POST", "/tax/v1/batches", Map.of(), asked(type), rows, 200, answered(type), results);
  }

  private static List<String> drift(Traffic traffic) {
    return WireContract.of(traffic.path()).orElseThrow().drift(traffic);
  }

  private static String changed(String json, Consumer<ObjectNode> change) {
    ObjectNode object = (ObjectNode) Json.object(json.getBytes(StandardCharsets.UTF_8));
    change.accept(object);
    return object.toString();
  }

  @Test
  void goodTrafficIsNoDrift() {
    assertThat(drift(link(LINK, 200, LINKED))).isEmpty();
    assertThat(drift(link("{}", 400, PROBLEM))).isEmpty();
    assertThat(drift(batch(ROW + ROW, RESULT + RESULT))).isEmpty();
  }

  @Test
  void anAnswerWithAnUnknownMemberIsDrift() {
    assertThat(drift(link(LINK, 200, changed(LINKED, one -> one.put("office", "HN")))))
        .isNotEmpty();
    assertThat(drift(link(LINK, 400, changed(PROBLEM, one -> one.put("hint", "?"))))).isNotEmpty();
  }

  @Test
  void anAnswerWithoutARequiredMemberIsDrift() {
    assertThat(drift(link(LINK, 200, changed(LINKED, one -> one.remove("linked_at")))))
        .isNotEmpty();
    assertThat(drift(link(LINK, 400, changed(PROBLEM, one -> one.remove("trace_id")))))
        .isNotEmpty();
  }

  @Test
  void aWordOrACodeThatTheDocumentDoesNotKnowIsDrift() {
    assertThat(drift(link(LINK, 200, changed(LINKED, one -> one.put("result", "done")))))
        .isNotEmpty();
    assertThat(drift(link(LINK, 400, changed(PROBLEM, one -> one.put("code", "wrong_name")))))
        .isNotEmpty();
  }

  @Test
  void aStatusThatTheDocumentDoesNotKnowIsDrift() {
    assertThat(drift(link(LINK, 201, LINKED))).isNotEmpty();
    assertThat(drift(link(LINK, 409, changed(PROBLEM, one -> one.put("status", 409)))))
        .isNotEmpty();
  }

  @Test
  void anAnswerWithoutItsHeadersIsDrift() {
    Traffic good = link(LINK, 200, LINKED);
    good.answerHeaders().remove("x-request-id");
    assertThat(drift(good)).isNotEmpty();
  }

  @Test
  void aRequestIsDriftOnlyWhereItIsAccepted() {
    String wrong = changed(LINK, one -> one.put("nickname", "An"));
    assertThat(drift(link(wrong, 200, LINKED))).isNotEmpty();
    assertThat(drift(link(wrong, 400, PROBLEM))).isEmpty();
    Traffic without = link(LINK, 200, LINKED);
    without.headers().remove("idempotency-key");
    assertThat(drift(without)).isNotEmpty();
  }

  @Test
  void aLineOfABatchThatIsNotAsTheDocumentHasItIsDrift() {
    assertThat(drift(batch(ROW, RESULT.replace("not_found", "postponed")))).isNotEmpty();
    assertThat(drift(batch(ROW, RESULT + "{\"row_key\":\"A2\",\"result\":\"mismatch\"}\n")))
        .isNotEmpty();
    assertThat(drift(batch(ROW.replace("citizen_id", "citizen"), RESULT))).isNotEmpty();
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.eid.mock.endpoint.Json;

class PopulationReceiptTest extends PopulationTest {
  private Map<String, Object> body = ordinary(aged(18), residesIn("01"));

  private Jwt receipt() {
    return new Jwt(recipient.check(body).isOk().text("receipt"));
  }

  private static boolean isSigned(Jwt receipt) {
    return receipt.isSignedBy(mock, "/registry/jwks");
  }

  private static String hashOfTheRequest() {
    String sent = mock.requests().get(mock.requests().size() - 1).body();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(sent.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String claim(Jwt receipt, String name) {
    return receipt.claims().path(name).asText();
  }

  @Test
  void theReceiptIsTheRegistrysAndMeantForTheClient() {
    Jwt receipt = receipt();
    receipt.hasType("vn-population-check+jwt");
    assertThat(isSigned(receipt)).isTrue();

    assertThat(claim(receipt, "iss")).isEqualTo(mock.issuer() + "/registry");
    assertThat(claim(receipt, "aud")).isEqualTo(mock.clientId());
    assertThat(claim(receipt, "jti")).isNotEmpty().isNotEqualTo(claim(receipt(), "jti"));
  }

  @Test
  void theReceiptTellsWhatWasAskedByWhomAndWhatCameOfIt() {
    JsonNode claims = receipt().claims();
    assertThat(claims.path("answer").asText()).isEqualTo("matched");
    assertThat(claims.path("statements")).isEqualTo(tree(List.of(aged(18), residesIn("01"))));
    assertThat(claims.path("audit")).isEqualTo(tree(audit()));
    Instant at = Instant.parse(claims.path("answered_at").asText());
    assertThat(at.getEpochSecond()).isEqualTo(claims.path("iat").asLong());
    assertThat(Duration.between(at, mock.clock().instant()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  private static JsonNode tree(Object value) {
    return Json.object(Json.bytes(Map.of("value", value))).path("value");
  }

  @Test
  void theReceiptOfNoMatchSaysSo() {
    body = person("099999999999", "Nobody", "1985");
    Jwt receipt = receipt();
    assertThat(isSigned(receipt)).isTrue();
    assertThat(claim(receipt, "answer")).isEqualTo(NO_MATCH);
  }

  @Test
  void theReceiptIsTiedToTheBytesOfTheRequest() {
    Jwt receipt = receipt();
    assertThat(claim(receipt, "request_hash")).isEqualTo(hashOfTheRequest());
    body.put("request_id", "Another-random-request");
    assertThat(claim(receipt(), "request_hash")).isNotEqualTo(claim(receipt, "request_hash"));
  }

  @Test
  void theReceiptNamesNobody() {
    String payload = receipt().claims().toString();
    assertThat(payload).doesNotContain(ORDINARY, "Nguyễn", "1985", "A_random-request-id-01");
    assertThat(payload.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1000);
  }

  @Test
  void faultBadSignature() {
    mock.injectOnce(Fault.CHECK_RECEIPT_BAD_SIGNATURE);
    assertThat(isSigned(receipt())).isFalse();
    assertThat(isSigned(receipt())).isTrue();
  }

  @Test
  void faultWrongAudience() {
    mock.injectOnce(Fault.CHECK_RECEIPT_WRONG_AUDIENCE);
    Jwt receipt = receipt();
    assertThat(isSigned(receipt)).isTrue();
    assertThat(claim(receipt, "aud")).isEqualTo("other-client");
  }

  @Test
  void faultOtherRequest() {
    mock.injectOnce(Fault.CHECK_RECEIPT_OTHER_REQUEST);
    Jwt receipt = receipt();
    assertThat(isSigned(receipt)).isTrue();
    assertThat(claim(receipt, "request_hash")).hasSize(43).isNotEqualTo(hashOfTheRequest());
  }

  @Test
  void faultOtherAnswer() {
    mock.inject(Fault.CHECK_RECEIPT_OTHER_ANSWER);
    Answer matched = recipient.check(body).isOk();
    assertThat(matched.text("answer")).isEqualTo("matched");
    assertThat(claim(new Jwt(matched.text("receipt")), "answer")).isEqualTo(NO_MATCH);
    Answer none = recipient.check(person("099999999999", "Nobody", "1985")).isOk();
    assertThat(none.text("answer")).isEqualTo(NO_MATCH);
    assertThat(claim(new Jwt(none.text("receipt")), "answer")).isEqualTo("matched");
  }

  @Test
  void faultOld() {
    mock.injectOnce(Fault.CHECK_RECEIPT_OLD);
    Jwt receipt = receipt();
    assertThat(isSigned(receipt)).isTrue();
    Instant at = Instant.parse(claim(receipt, "answered_at"));
    assertThat(Duration.between(at, mock.clock().instant()).toHours()).isEqualTo(24);
    assertThat(receipt.claims().path("iat").asLong()).isEqualTo(at.getEpochSecond());
  }

  @Test
  void faultMissing() {
    mock.injectOnce(Fault.CHECK_RECEIPT_MISSING);
    Answer answer = recipient.check(body).isOk();
    assertThat(answer.text("answer")).isEqualTo("matched");
    assertThat(answer.json().has("receipt")).isFalse();
  }

  @Test
  void faultUnknownAnswer() {
    mock.injectOnce(Fault.CHECK_ANSWER_UNKNOWN);
    Answer answer = recipient.check(body).isOk();
    assertThat(answer.text("answer")).isEqualTo("partly_matched");
    assertThat(claim(new Jwt(answer.text("receipt")), "answer")).isEqualTo("partly_matched");
  }
}

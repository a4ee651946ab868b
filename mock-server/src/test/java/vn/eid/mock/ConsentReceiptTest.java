package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.mock.endpoint.Json;

class ConsentReceiptTest extends RecipientTest {
  private String id = "";

  @BeforeEach
  void grant() {
    Map<String, Object> terms = terms(ORDINARY, "patient_summary", "identity");
    terms.put("period", Map.of("from", "2020-01-01", "to", "2026-11-22"));
    terms.put("uses", 3);
    id = recipient.granted(terms);
  }

  private String receipt() {
    return recipient.read(id).isOk().text("receipt");
  }

  private static JsonNode part(String jws, int index) {
    byte[] json = Base64.getUrlDecoder().decode(jws.split("\\.", -1)[index]);
    return Json.object(json);
  }

  private void verify(String receipt, String keys) throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(receipt);
    JsonWebKeySet set = new JsonWebKeySet(recipient.client.get(keys, Map.of()).isOk().body());
    jws.setKey(
        set.getJsonWebKeys().stream()
            .filter(key -> jws.getKeyIdHeaderValue().equals(key.getKeyId()))
            .findFirst()
            .orElseThrow()
            .getKey());
    assertThat(jws.verifySignature()).isTrue();
  }

  @Test
  void saysWhatTheCitizenApprovedAndToWhom() {
    String jws = receipt();
    assertThat(part(jws, 0).path("typ").asText()).isEqualTo("consent-receipt+jwt");
    assertThat(part(jws, 0).path("alg").asText()).isEqualTo("ES256");
    JsonNode claims = part(jws, 1);
    assertThat(claims.path("iss").asText()).isEqualTo(mock.issuer() + "/registry");
    assertThat(claims.path("aud").asText()).isEqualTo(mock.clientId());
    assertThat(claims.path("controller").asText()).isEqualTo(mock.clientId());
    assertThat(claims.path("consent_id").asText()).isEqualTo(id);
    assertThat(claims.path("jti").asText()).isNotEmpty();
    assertThat(claims.path("exp").asLong() - claims.path("granted_at").asLong()).isEqualTo(86_400);
    assertThat(claims.path("iat").asLong()).isEqualTo(claims.path("granted_at").asLong());
    assertThat(claims.path("data_sets"))
        .extracting(JsonNode::asText)
        .containsExactly("patient_summary", "identity");
    assertThat(claims.path("period").path("from").asText()).isEqualTo("2020-01-01");
    assertThat(claims.path("uses").asInt()).isEqualTo(3);
    assertThat(claims.at("/purpose/code").asText()).isEqualTo("TREATMENT");
    assertThat(claims.at("/purpose/text/vi").asText()).isEqualTo("Khám bệnh");
    assertThat(claims.at("/notice/version").asText()).isEqualTo("1");
    assertThat(claims.at("/notice/sha256").asText()).matches("[0-9a-f]{64}");
    assertThat(claims.toString()).doesNotContain(ORDINARY);
  }

  @Test
  void leavesOutWhatWasNotAskedFor() {
    id = recipient.granted(terms(ORDINARY, "identity"));
    JsonNode claims = part(receipt(), 1);
    assertThat(claims.has("period")).isFalse();
    assertThat(claims.has("uses")).isFalse();
  }

  @Test
  void isMadeOnceAndServedEachTime() {
    assertThat(receipt()).isEqualTo(receipt());
  }

  @Test
  void isSignedByTheRegistryAndNotByTheLoginProvider() {
    assertThatCode(() -> verify(receipt(), "/registry/jwks")).doesNotThrowAnyException();
    assertThatThrownBy(() -> verify(receipt(), "/jwks")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void namesTheCitizenAsTheIdTokenDoes() {
    Answer tokens = recipient.client.token(recipient.client.codeForm(recipient.client.code()));
    String idToken = tokens.isOk().text("id_token");
    assertThat(part(receipt(), 1).path("sub")).isEqualTo(part(idToken, 1).path("sub"));
  }

  @Test
  void faultBadSignature() {
    mock.injectOnce(Fault.RECEIPT_BAD_SIGNATURE);
    String bad = receipt();
    String good = receipt();
    assertThat(bad).isNotEqualTo(good);
    assertThat(part(bad, 1)).isEqualTo(part(good, 1));
    assertThatThrownBy(() -> verify(bad, "/registry/jwks")).isInstanceOf(AssertionError.class);
    assertThatCode(() -> verify(good, "/registry/jwks")).doesNotThrowAnyException();
  }

  @Test
  void faultSignedByLoginKey() {
    mock.injectOnce(Fault.RECEIPT_SIGNED_BY_LOGIN_KEY);
    String receipt = receipt();
    assertThatCode(() -> verify(receipt, "/jwks")).doesNotThrowAnyException();
    assertThat(part(receipt, 0).path("typ").asText()).isEqualTo("consent-receipt+jwt");
  }

  @Test
  void faultAlgNone() {
    mock.injectOnce(Fault.RECEIPT_ALG_NONE);
    String receipt = receipt();
    assertThat(part(receipt, 0).path("alg").asText()).isEqualTo("none");
    assertThat(receipt).endsWith(".");
  }

  @Test
  void faultsInTheClaimsAreSignedByTheRegistryAndChangeNothingElse() throws JoseException {
    Map<Fault, List<String>> changed =
        Map.of(
            Fault.RECEIPT_WRONG_ISSUER, List.of("iss"),
            Fault.RECEIPT_OTHER_RECIPIENT, List.of("aud", "controller"),
            Fault.RECEIPT_OTHER_CONSENT, List.of("consent_id"),
            Fault.RECEIPT_EXPIRED_IN_PAST, List.of("iat", "exp", "granted_at"));
    JsonNode good = part(receipt(), 1);
    for (Map.Entry<Fault, List<String>> fault : changed.entrySet()) {
      mock.injectOnce(fault.getKey());
      String receipt = receipt();
      verify(receipt, "/registry/jwks");
      good.fieldNames()
          .forEachRemaining(
              name ->
                  assertThat(part(receipt, 1).path(name).equals(good.path(name)))
                      .as("%s: %s", fault.getKey(), name)
                      .isEqualTo(!fault.getValue().contains(name)));
    }
  }

  @Test
  void faultExpiredInPastIsPast() {
    mock.injectOnce(Fault.RECEIPT_EXPIRED_IN_PAST);
    long expiry = part(receipt(), 1).path("exp").asLong();
    assertThat(expiry).isLessThan(mock.clock().instant().getEpochSecond() - 600);
  }
}

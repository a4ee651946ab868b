package vn.eid.mock;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentReceiptTest extends RecipientTest {
  private String id = "";

  @BeforeEach
  void grant() {
    Map<String, Object> terms = terms(ORDINARY, "patient_summary", "identity");
    terms.put("period", Map.of("from", "2020-01-01", "to", "2026-11-22"));
    terms.put("uses", 3);
    id = recipient.granted(terms);
  }

  private Jwt receipt() {
    return new Jwt(recipient.read(id).isOk().text("receipt"));
  }

  @Test
  void saysWhatTheCitizenApprovedAndToWhom() {
    Jwt receipt = receipt();
    receipt.hasType("consent-receipt+jwt");
    JsonNode claims = receipt.claims();
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
    assertThat(claims.at("/notice/sha256/vi").asText()).matches("[0-9a-f]{64}");
    assertThat(claims.at("/notice/sha256/en").asText()).matches("[0-9a-f]{64}");
    assertThat(claims.path("method").asText()).isEqualTo("app");
    assertThat(claims.toString()).doesNotContain(ORDINARY);
  }

  @Test
  void leavesOutWhatWasNotAskedFor() {
    id = recipient.granted(terms(ORDINARY, "identity"));
    JsonNode claims = receipt().claims();
    assertThat(claims.has("period")).isFalse();
    assertThat(claims.has("uses")).isFalse();
  }

  @Test
  void isMadeOnceAndServedEachTime() {
    assertThat(receipt()).isEqualTo(receipt());
  }

  @Test
  void isSignedByTheRegistryAndNotByTheLoginProvider() {
    assertThat(receipt().isSignedBy(mock, "/registry/jwks")).isTrue();
    assertThatThrownBy(() -> receipt().isSignedBy(mock, "/jwks"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void namesTheCitizenAsTheIdTokenDoes() {
    Answer tokens = recipient.client.token(recipient.client.codeForm(recipient.client.code()));
    String idToken = tokens.isOk().text("id_token");
    assertThat(receipt().claims().path("sub")).isEqualTo(new Jwt(idToken).claims().path("sub"));
  }

  @Test
  void faultBadSignature() {
    mock.injectOnce(Fault.RECEIPT_BAD_SIGNATURE);
    Jwt bad = receipt();
    Jwt good = receipt();
    assertThat(bad).isNotEqualTo(good);
    assertThat(bad.claims()).isEqualTo(good.claims());
    assertThat(bad.isSignedBy(mock, "/registry/jwks")).isFalse();
    assertThat(good.isSignedBy(mock, "/registry/jwks")).isTrue();
  }

  @Test
  void faultSignedByLoginKey() {
    mock.injectOnce(Fault.RECEIPT_SIGNED_BY_LOGIN_KEY);
    Jwt receipt = receipt();
    assertThat(receipt.isSignedBy(mock, "/jwks")).isTrue();
    receipt.hasType("consent-receipt+jwt");
  }

  @Test
  void faultAlgNone() {
    mock.injectOnce(Fault.RECEIPT_ALG_NONE);
    Jwt receipt = receipt();
    assertThat(receipt.header().path("alg").asText()).isEqualTo("none");
    assertThat(receipt.text()).endsWith(".");
  }

  @Test
  void faultsInTheClaimsAreSignedByTheRegistryAndChangeNothingElse() {
    Map<Fault, List<String>> changed =
        Map.ofEntries(
            entry(Fault.RECEIPT_WRONG_ISSUER, List.of("iss")),
            entry(Fault.RECEIPT_OTHER_RECIPIENT, List.of("aud", "controller")),
            entry(Fault.RECEIPT_OTHER_CONSENT, List.of("consent_id")),
            entry(Fault.RECEIPT_OTHER_SUBJECT, List.of("sub")),
            entry(Fault.RECEIPT_WIDER_GRANT, List.of("data_sets")),
            entry(Fault.RECEIPT_OTHER_PURPOSE, List.of("purpose")),
            entry(Fault.RECEIPT_LONGER_THAN_ASKED, List.of("exp")),
            entry(Fault.RECEIPT_MORE_USES, List.of("uses")),
            entry(Fault.RECEIPT_WIDER_PERIOD, List.of("period")),
            entry(Fault.RECEIPT_CROSS_BORDER, List.of("cross_border")),
            entry(Fault.RECEIPT_OTHER_RECIPIENTS, List.of("recipients")),
            entry(Fault.RECEIPT_OTHER_NOTICE, List.of("notice")),
            entry(Fault.RECEIPT_MISQUOTES_REQUEST, List.of("asked", "data_sets")),
            entry(Fault.RECEIPT_EXPIRED_IN_PAST, List.of("iat", "exp", "granted_at")));
    JsonNode good = receipt().claims();
    for (Map.Entry<Fault, List<String>> fault : changed.entrySet()) {
      mock.injectOnce(fault.getKey());
      Jwt receipt = receipt();
      assertThat(receipt.isSignedBy(mock, "/registry/jwks")).isTrue();
      good.fieldNames()
          .forEachRemaining(
              name ->
                  assertThat(receipt.claims().path(name).equals(good.path(name)))
                      .as("%s: %s", fault.getKey(), name)
                      .isEqualTo(!fault.getValue().contains(name)));
    }
  }

  @Test
  void faultExpiredInPastIsPast() {
    mock.injectOnce(Fault.RECEIPT_EXPIRED_IN_PAST);
    long expiry = receipt().claims().path("exp").asLong();
    assertThat(expiry).isLessThan(mock.clock().instant().getEpochSecond() - 600);
  }

  private JsonNode spoiled(Fault fault) {
    mock.injectOnce(fault);
    return receipt().claims();
  }

  @Test
  void faultsGrantMoreThanWasAskedFor() {
    JsonNode wider = spoiled(Fault.RECEIPT_WIDER_GRANT);
    assertThat(wider.path("data_sets")).hasSize(3);
    assertThat(wider.at("/asked/data_sets")).hasSize(2);
    JsonNode longer = spoiled(Fault.RECEIPT_LONGER_THAN_ASKED);
    assertThat(longer.path("exp").asLong() - longer.path("granted_at").asLong())
        .isGreaterThan(longer.at("/asked/valid_for").asLong());
    assertThat(spoiled(Fault.RECEIPT_MORE_USES).path("uses").asInt()).isEqualTo(4);
    assertThat(spoiled(Fault.RECEIPT_WIDER_PERIOD).has("period")).isFalse();
    assertThat(spoiled(Fault.RECEIPT_CROSS_BORDER).path("cross_border").asBoolean()).isTrue();
    assertThat(spoiled(Fault.RECEIPT_OTHER_RECIPIENTS).path("recipients")).hasSize(1);
    JsonNode misquoted = spoiled(Fault.RECEIPT_MISQUOTES_REQUEST);
    assertThat(misquoted.at("/asked/data_sets")).isEqualTo(misquoted.path("data_sets")).hasSize(3);
    assertThat(recipient.read(id).json().at("/asked/data_sets")).hasSize(2);
  }

  @Test
  void aFaultThatCannotHappenWaitsForAConsentWithWhichItCan() {
    String other = recipient.granted(terms(ORDINARY, "identity"));
    mock.injectOnce(Fault.RECEIPT_MORE_USES);
    mock.injectOnce(Fault.RECEIPT_WIDER_PERIOD);
    assertThat(new Jwt(recipient.read(other).text("receipt")).claims().has("uses")).isFalse();
    JsonNode claims = receipt().claims();
    assertThat(claims.path("uses").asInt()).isEqualTo(4);
    assertThat(claims.has("period")).isFalse();
  }

  @Test
  void faultIsEndReceipt() {
    mock.injectOnce(Fault.RECEIPT_IS_END_RECEIPT);
    Jwt receipt = receipt();
    receipt.hasType("consent-end+jwt");
    assertThat(receipt.claims().path("consent_id").asText()).isEqualTo(id);
    assertThat(receipt.claims().path("cause").asText()).isEqualTo("revoked_by_citizen");
    assertThat(receipt.isSignedBy(mock, "/registry/jwks")).isTrue();
  }
}

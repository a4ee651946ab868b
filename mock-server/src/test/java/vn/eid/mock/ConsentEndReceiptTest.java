package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentEndReceiptTest extends RecipientTest {

  private void assertReceiptOfEnd(String id, String cause, String channel) {
    Answer view = recipient.read(id).isOk();
    Jwt receipt = new Jwt(view.text("end_receipt"));
    receipt.hasType("consent-end+jwt");
    assertThat(receipt.isSignedBy(mock, "/registry/jwks")).isTrue();
    JsonNode claims = receipt.claims();
    assertThat(claims.path("iss").asText()).isEqualTo(mock.issuer() + "/registry");
    assertThat(claims.path("aud").asText()).isEqualTo(mock.clientId());
    assertThat(claims.path("sub").asText()).isEqualTo(view.text("subject"));
    assertThat(claims.path("jti").asText()).isNotEmpty();
    assertThat(claims.path("consent_id").asText()).isEqualTo(id);
    assertThat(claims.path("cause").asText()).isEqualTo(cause).isEqualTo(view.text("cause"));
    assertThat(claims.path("channel").asText()).isEqualTo(channel);
    long at = claims.path("ended_at").asLong();
    assertThat(Instant.parse(view.text("ended_at"))).isEqualTo(Instant.ofEpochSecond(at));
    assertThat(claims.path("iat").asLong()).isGreaterThanOrEqualTo(at);
    assertThat(recipient.read(id).text("end_receipt")).isEqualTo(receipt.text());
  }

  @Test
  void aRefusalComesFromTheApp() {
    String id = recipient.granted(terms("099075000112", "identity"));
    assertReceiptOfEnd(id, "denied", "app");
    assertThat(recipient.read(id).json().has("receipt")).isFalse();
  }

  @Test
  void theCitizensRevocationComesFromTheApp() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    mock.citizen(ORDINARY).revoke(id);
    assertReceiptOfEnd(id, "revoked_by_citizen", "app");
    new Jwt(recipient.read(id).text("receipt")).hasType("consent-receipt+jwt");
  }

  @Test
  void theRecipientsRevocationComesFromTheRecipient() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    String atOnce = recipient.revoke(id).isOk().text("end_receipt");
    assertReceiptOfEnd(id, "revoked_by_recipient", "recipient");
    assertThat(recipient.revoke(id).isOk().text("end_receipt")).isEqualTo(atOnce);
  }

  @Test
  void timeIsKeptByTheRegistry() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    mock.advance(Duration.ofDays(2));
    assertReceiptOfEnd(id, "expired", "registry");
  }

  @Test
  void usesAreCountedByTheRegistry() {
    Map<String, Object> once = terms(ORDINARY, "identity");
    once.put("uses", 1);
    String id = recipient.granted(once);
    recipient.get("/citizen-data/v1/identity", recipient.token(id, "identity")).isOk();
    assertReceiptOfEnd(id, "used_up", "registry");
  }

  private String ended() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    mock.citizen(ORDINARY).revoke(id);
    return id;
  }

  @Test
  void faultBadSignature() {
    String id = ended();
    mock.injectOnce(Fault.END_RECEIPT_BAD_SIGNATURE);
    Jwt bad = new Jwt(recipient.read(id).text("end_receipt"));
    assertThat(bad.isSignedBy(mock, "/registry/jwks")).isFalse();
    assertReceiptOfEnd(id, "revoked_by_citizen", "app");
  }

  @Test
  void faultOtherConsent() {
    String id = ended();
    mock.injectOnce(Fault.END_RECEIPT_OTHER_CONSENT);
    Jwt other = new Jwt(recipient.read(id).text("end_receipt"));
    assertThat(other.isSignedBy(mock, "/registry/jwks")).isTrue();
    assertThat(other.claims().path("consent_id").asText()).isNotEmpty().isNotEqualTo(id);
    assertReceiptOfEnd(id, "revoked_by_citizen", "app");
  }

  @Test
  void faultMissing() {
    String id = ended();
    mock.inject(Fault.END_RECEIPT_MISSING);
    for (int i = 0; i < 2; i++) {
      assertThat(recipient.read(id).isOk().json().has("end_receipt")).isFalse();
    }
  }
}

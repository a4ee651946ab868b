package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.eid.mock.Recipient.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConsentTest extends RecipientTest {

  private void assertEnded(String consentId, String cause) {
    Answer answer = recipient.read(consentId).isOk();
    assertThat(answer.text("state")).isEqualTo("ended");
    assertThat(answer.text("cause")).isEqualTo(cause);
    assertThat(Instant.parse(answer.text("ended_at"))).isBeforeOrEqualTo(mock.clock().instant());
    assertThat(answer.text("end_receipt")).isNotEmpty();
  }

  private String ignored(Map<String, Object> terms) {
    mock.citizen(ORDINARY).ignoresNext();
    return recipient.granted(terms);
  }

  @Test
  void aRequestIsAnsweredAsRequestedEvenIfTheCitizenDecidesAtOnce() {
    Answer answer = recipient.request(terms(ORDINARY, "identity"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("state")).isEqualTo("requested");
    assertThat(answer.text("approval_uri"))
        .startsWith(mock.issuer() + "/consent/")
        .doesNotContain(answer.text("consent_id"));
    assertThat(answer.json().path("poll_interval").asInt()).isEqualTo(2);
    assertThat(Instant.parse(answer.text("decide_by")))
        .isBetween(
            mock.clock().instant().plus(Duration.ofMinutes(9)),
            mock.clock().instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void theOrdinaryCitizenApproves() {
    Answer answer = recipient.read(recipient.granted(terms(ORDINARY, "identity"))).isOk();
    assertThat(answer.text("state")).isEqualTo("active");
    assertThat(answer.text("receipt")).isNotEmpty();
  }

  @Test
  void theCitizenWhoDeclinesEndsTheRequest() {
    assertEnded(recipient.granted(terms("099075000112", "identity")), "denied");
  }

  @Test
  void theCitizenWhoNeverAnswersLeavesTheRequestOpenUntilItExpires() {
    String id = recipient.granted(terms("099198000123", "identity"));
    assertThat(recipient.read(id).text("state")).isEqualTo("requested");
    mock.advance(Duration.ofMinutes(10));
    assertEnded(id, "expired");
  }

  @Test
  void theCitizenWithALockedAccountCannotAnswer() {
    String id = recipient.granted(terms("099082000101", "identity"));
    assertThat(recipient.read(id).text("state")).isEqualTo("requested");
  }

  @Test
  void aCitizenDeclinesOnceAndApprovesAgainAfterwards() {
    mock.citizen(ORDINARY).declinesNext();
    assertEnded(recipient.granted(terms(ORDINARY, "identity")), "denied");
    String second = recipient.granted(terms(ORDINARY, "identity"));
    assertThat(recipient.read(second).text("state")).isEqualTo("active");
  }

  @Test
  void approvesEverythingTakesBackWhatWasToBeDeclined() {
    mock.citizen("099075000112").declinesNext().approvesEverything();
    String id = recipient.granted(terms("099075000112", "identity"));
    assertThat(recipient.read(id).text("state")).isEqualTo("active");
  }

  @Test
  void aCitizenApprovesLater() {
    String id = ignored(terms(ORDINARY, "identity"));
    mock.citizen(ORDINARY).approve(id);
    assertThat(recipient.read(id).text("state")).isEqualTo("active");
  }

  @Test
  void aCitizenDeclinesLater() {
    String id = ignored(terms(ORDINARY, "identity"));
    mock.citizen(ORDINARY).decline(id);
    assertEnded(id, "denied");
  }

  @Test
  void theFirstDecisionCounts() {
    String id = ignored(terms(ORDINARY, "identity"));
    mock.citizen(ORDINARY).decline(id);
    assertThatThrownBy(() -> mock.citizen(ORDINARY).approve(id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not waiting");
    assertEnded(id, "denied");
  }

  @Test
  void nobodyDecidesForAnotherCitizen() {
    String id = ignored(terms(ORDINARY, "identity"));
    MockCitizen other = mock.citizen("099192000022");
    assertThatThrownBy(() -> other.approve(id)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> other.decline(id)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> other.revoke(id)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDecisionThatComesTooLateDoesNotCount() {
    String id = ignored(terms(ORDINARY, "identity"));
    mock.advance(Duration.ofMinutes(10));
    assertThatThrownBy(() -> mock.citizen(ORDINARY).approve(id))
        .isInstanceOf(IllegalStateException.class);
    assertEnded(id, "expired");
  }

  @Test
  void anActiveConsentExpires() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    mock.advance(Duration.ofSeconds(86_399));
    assertThat(recipient.read(id).text("state")).isEqualTo("active");
    mock.advance(Duration.ofSeconds(1));
    assertEnded(id, "expired");
  }

  @Test
  void theCitizenTakesTheConsentBack() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    mock.citizen(ORDINARY).revoke(id);
    assertEnded(id, "revoked_by_citizen");
  }

  @Test
  void whatIsNotActiveCannotBeTakenBack() {
    String id = ignored(terms(ORDINARY, "identity"));
    assertThatThrownBy(() -> mock.citizen(ORDINARY).revoke(id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not active");
  }

  @Test
  void theRecipientGivesAnActiveConsentUp() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    assertThat(recipient.revoke(id).isOk().text("cause")).isEqualTo("revoked_by_recipient");
    assertEnded(id, "revoked_by_recipient");
  }

  @Test
  void theRecipientWithdrawsARequestBeforeItIsDecided() {
    String id = ignored(terms(ORDINARY, "identity"));
    assertThat(recipient.revoke(id).isOk().text("cause")).isEqualTo("revoked_by_recipient");
  }

  @Test
  void aSecondRevocationChangesNothing() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    Answer first = recipient.revoke(id).isOk();
    mock.advance(Duration.ofMinutes(1));
    assertThat(recipient.revoke(id).isOk().json()).isEqualTo(first.json());
  }

  @Test
  void aRevocationDoesNotHideThatTheCitizenWasFirst() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    mock.citizen(ORDINARY).revoke(id);
    assertThat(recipient.revoke(id).isOk().text("cause")).isEqualTo("revoked_by_citizen");
  }

  @Test
  void aRevocationNeedsAReason() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    recipient
        .post("/consent/v1/consents/" + id + "/revocation", "consent", Map.of(), Map.of())
        .isProblemWith("reason", "invalid_request", "reason is missing");
    assertThat(recipient.read(id).text("state")).isEqualTo("active");
  }

  @Test
  void theSameKeyAndBodyGiveTheSameConsent() {
    Answer first = recipient.request("key-1", terms(ORDINARY, "identity"));
    Answer second = recipient.request("key-1", terms(ORDINARY, "identity"));
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void ofThreadsThatRepeatOneRequestAllGetTheSameConsent() throws Exception {
    Callable<String> request =
        () -> recipient.request("key-1", terms(ORDINARY, "identity")).text("consent_id");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Set<String> ids = new HashSet<>();
      for (Future<String> id : threads.invokeAll(Collections.nCopies(8, request))) {
        ids.add(id.get());
      }
      assertThat(ids).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    recipient.request("key-1", terms(ORDINARY, "identity")).isOk();
    recipient
        .request("key-1", terms(ORDINARY, "residence"))
        .isProblem(422, "idempotency_key_reused", "make a new key");
  }

  @Test
  void aKeyIsFreeAgainAfterARefusedRequest() {
    recipient
        .request("key-1", terms("099999999999", "identity"))
        .isProblemWith("citizen_id", "citizen_not_found", "no citizen of this number");
    recipient.request("key-1", terms(ORDINARY, "identity")).isOk();
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    Answer first = recipient.request("key-1", terms(ORDINARY, "identity"));
    mock.advance(Duration.ofHours(24));
    Answer second = recipient.request("key-1", terms(ORDINARY, "identity"));
    assertThat(second.text("consent_id")).isNotEqualTo(first.text("consent_id"));
  }

  @Test
  void aRequestWithoutAKeyIsRefused() {
    recipient
        .post("/consent/v1/consents", "consent", terms(ORDINARY, "identity"), Map.of())
        .isProblem(400, "idempotency_key_missing", "Send an Idempotency-Key");
  }

  @Test
  void anUnknownConsentIsNotFound() {
    recipient.read("no-such-consent").isProblem(404, "consent_not_found", "use the id");
    recipient.revoke("no-such-consent").isProblem(404, "consent_not_found", "use the id");
  }

  @Test
  void anotherClientsConsentIsNotFound() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    String token = recipient.tokenOfAnotherClient(Set.of("consent"), Optional.empty());
    recipient
        .get("/consent/v1/consents/" + id, token)
        .isProblem(404, "consent_not_found", "no such consent");
  }

  @Test
  void aTokenWithoutTheScopeIsRefused() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    recipient
        .get("/consent/v1/consents/" + id, recipient.client.scopeToken("tax_link"))
        .isProblem(403, "insufficient_scope", "lacks the scope consent");
  }

  @Test
  void resetForgetsConsentsAndDecisions() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    mock.citizen(ORDINARY).declinesNext();
    mock.reset();
    recipient.read(id).isProblem(404, "consent_not_found", "no such consent");
    String next = recipient.granted(terms(ORDINARY, "identity"));
    assertThat(recipient.read(next).text("state")).isEqualTo("active");
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PullTest extends RecipientTest {
  private static final String IDENTITY = "/citizen-data/v1/identity";

  private static Map<String, Object> uses(int most) {
    Map<String, Object> terms = terms(ORDINARY, "identity", "residence");
    terms.put("valid_for", 7 * 86_400);
    terms.put("uses", most);
    return terms;
  }

  private static String pull(Answer token) {
    return token.isOk().json().at("/authorization_details/0/pull").asText();
  }

  private void assertNoToken(String id, String dataSet, String pull, String code) {
    Answer answer = recipient.dataToken(id, dataSet, pull);
    answer.isRefused(400, "invalid_authorization_details", "");
    assertThat(answer.text("code")).isEqualTo(code);
  }

  private void read(Answer token) {
    recipient.get(IDENTITY, token.isOk().text("access_token")).isOk();
  }

  @Test
  void eachTokenBeginsAPullUnlessItGoesOnWithOne() {
    String id = recipient.granted(uses(1));
    String first = pull(recipient.dataToken(id, "identity"));
    assertThat(first).isNotEmpty().isNotEqualTo(pull(recipient.dataToken(id, "identity")));
    assertThat(pull(recipient.dataToken(id, "identity", first))).isEqualTo(first);
  }

  @Test
  void aPullIsOneUseHoweverManyTokensItTakes() {
    String id = recipient.granted(uses(2));
    Answer token = recipient.dataToken(id, "identity");
    read(token);
    read(recipient.dataToken(id, "identity", pull(token)));
    assertThat(recipient.read(id).json().at("/uses_left/identity").asInt()).isEqualTo(1);
  }

  @Test
  void aPullThatWasNotAnsweredIsNoUse() {
    String id = recipient.granted(uses(1));
    for (int i = 0; i < 3; i++) {
      recipient.dataToken(id, "identity").isOk();
    }
    assertThat(recipient.read(id).json().at("/uses_left/identity").asInt()).isEqualTo(1);
    read(recipient.dataToken(id, "identity"));
  }

  @Test
  void thePullThatTookTheLastUseGoesOnAfterItsTokenExpired() {
    Map<String, Object> terms = terms(ORDINARY, "identity");
    terms.put("valid_for", 7 * 86_400);
    terms.put("uses", 1);
    String id = recipient.granted(terms);
    Answer token = recipient.dataToken(id, "identity");
    read(token);
    assertThat(recipient.read(id).text("cause")).isEqualTo("used_up");
    mock.advance(Duration.ofHours(23));
    read(recipient.dataToken(id, "identity", pull(token)));
    recipient.dataToken(id, "identity").isRefused(400, "invalid_authorization_details", "often");
  }

  @Test
  void aPullIsOverAfterADay() {
    String id = recipient.granted(uses(2));
    String pull = pull(recipient.dataToken(id, "identity"));
    mock.advance(Duration.ofHours(24).minusMinutes(1));
    String token = recipient.dataToken(id, "identity", pull).isOk().text("access_token");
    mock.advance(Duration.ofMinutes(1));
    assertNoToken(id, "identity", pull, "pull_unknown");
    recipient.get(IDENTITY, token).isProblem(403, "pull_unknown", "begin a new one");
  }

  @Test
  void aPullOfSomethingElseIsUnknown() {
    String id = recipient.granted(uses(2));
    String other = recipient.granted(uses(2));
    String pull = pull(recipient.dataToken(id, "identity"));
    assertNoToken(other, "identity", pull, "pull_unknown");
    assertNoToken(id, "residence", pull, "pull_unknown");
    assertNoToken(id, "identity", "made-up", "pull_unknown");
    recipient
        .dataToken(id, "identity", "")
        .isRefused(400, "invalid_authorization_details", "need a pull that is a string");
  }

  @Test
  void anEndOfTheConsentEndsItsPulls() {
    String id = recipient.granted(uses(2));
    Answer token = recipient.dataToken(id, "identity");
    read(token);
    mock.citizen(ORDINARY).revoke(id);
    assertNoToken(id, "identity", pull(token), "consent_revoked_by_citizen");
    recipient
        .get(IDENTITY, token.text("access_token"))
        .isProblem(403, "consent_revoked_by_citizen", "took the consent back");
  }

  @Test
  void theConsentsExpiryEndsThePullThatTookTheLastUse() {
    Map<String, Object> terms = terms(ORDINARY, "identity");
    terms.put("valid_for", 60);
    terms.put("uses", 1);
    String id = recipient.granted(terms);
    Answer token = recipient.dataToken(id, "identity");
    read(token);
    mock.advance(Duration.ofSeconds(60));
    assertNoToken(id, "identity", pull(token), "consent_used_up");
    recipient
        .get(IDENTITY, token.text("access_token"))
        .isProblem(403, "consent_used_up", "as often as");
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.eid.mock.state.DataGrant;

class ConsentedDataTest extends RecipientTest {
  private static final String IDENTITY = "/citizen-data/v1/identity";
  private static final String RESIDENCE = "/citizen-data/v1/residence";
  private static final String SUMMARY = "/fhir/v1/Patient/$summary";

  private void assertNoToken(String consentId, String dataSet, String code) {
    Answer answer = recipient.dataToken(consentId, dataSet);
    answer.isRefused(400, "invalid_authorization_details", "");
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.body()).doesNotContain(ORDINARY, consentId);
  }

  private static Map<String, Object> once(String... dataSets) {
    Map<String, Object> terms = terms(ORDINARY, dataSets);
    terms.put("uses", 1);
    return terms;
  }

  @Test
  void identityIsTheCitizensOfTheConsent() {
    String id = recipient.granted(terms("099051000044", "identity"));
    Answer answer = recipient.get(IDENTITY, recipient.token(id, "identity")).isOk();
    assertThat(answer.text("name")).isEqualTo("Phạm Dũng");
    assertThat(answer.text("birthdate")).isEqualTo("1951");
    assertThat(answer.text("gender")).isEqualTo("male");
    assertThat(answer.text("nationality")).isEqualTo("VN");
    assertThat(answer.text("citizen_id")).isEqualTo("099051000044");
  }

  @Test
  void residenceNamesTheListOfItsCodes() {
    String id = recipient.granted(terms(ORDINARY, "residence"));
    Answer answer = recipient.get(RESIDENCE, recipient.token(id, "residence")).isOk();
    assertThat(answer.json().at("/address/province_code").asText()).isEqualTo("01");
    assertThat(answer.json().at("/address/commune_code").asText()).isEqualTo("00004");
    assertThat(answer.json().at("/address/list").asText()).isEqualTo("2025-07-01");
    assertThat(answer.json().at("/address/formatted").asText()).contains("Ba Đình");
  }

  @Test
  void aTokenIsForItsDataSetOnly() {
    String id = recipient.granted(terms(ORDINARY, "identity", "residence"));
    recipient
        .get(RESIDENCE, recipient.token(id, "identity"))
        .isProblem(403, "data_set_not_consented", "does not hold this data set");
  }

  @Test
  void aTokenForAScopeOpensNoData() {
    recipient
        .get(IDENTITY, recipient.client.scopeToken("consent"))
        .isProblem(403, "insufficient_scope", "authorization_details");
  }

  @Test
  void aParameterThatTheResourceDoesNotKnowIsRefused() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    recipient
        .get(IDENTITY + "?citizen_id=1", recipient.token(id, "identity"))
        .isProblem(400, "invalid_request", "takes no parameters");
  }

  @Test
  void noTokenBeforeTheCitizenDecides() {
    String id = recipient.granted(terms("099198000123", "identity"));
    assertNoToken(id, "identity", "consent_requested");
  }

  @Test
  void noTokenAfterTheCitizenDeclined() {
    String id = recipient.granted(terms("099075000112", "identity"));
    assertNoToken(id, "identity", "consent_denied");
  }

  @Test
  void noTokenForWhatWasNotConsented() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    assertNoToken(id, "residence", "data_set_not_consented");
    assertNoToken(id, "dna", "data_set_not_consented");
  }

  @Test
  void noTokenForAnUnknownConsent() {
    assertNoToken("no-such-consent", "identity", "consent_not_found");
  }

  @Test
  void noDataUnderAnotherClientsConsent() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    DataGrant grant = new DataGrant(id, "identity", "the-pull");
    String token = recipient.tokenOfAnotherClient(Set.of(), Optional.of(grant));
    recipient.get(IDENTITY, token).isProblem(404, "consent_not_found", "no such consent");
  }

  @Test
  void theCitizensRevocationStopsTokensThatAreOutAlready() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    String token = recipient.token(id, "identity");
    recipient.get(IDENTITY, token).isOk();
    mock.citizen(ORDINARY).revoke(id);
    recipient.get(IDENTITY, token).isProblem(403, "consent_revoked_by_citizen", "took the consent");
    assertNoToken(id, "identity", "consent_revoked_by_citizen");
  }

  @Test
  void theRecipientsRevocationStopsTokensToo() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    String token = recipient.token(id, "identity");
    recipient.revoke(id).isOk();
    recipient.get(IDENTITY, token).isProblem(403, "consent_revoked_by_recipient", "gave the");
    assertNoToken(id, "identity", "consent_revoked_by_recipient");
  }

  @Test
  void theEndOfTheConsentStopsTokensToo() {
    Map<String, Object> terms = terms(ORDINARY, "identity");
    terms.put("valid_for", 60);
    String id = recipient.granted(terms);
    String token = recipient.token(id, "identity");
    mock.advance(Duration.ofSeconds(60));
    recipient.get(IDENTITY, token).isProblem(403, "consent_expired", "ask for a new one");
    assertNoToken(id, "identity", "consent_expired");
  }

  @Test
  void aOneTimeConsentIsUsedUpByTheFirstAnswer() {
    String id = recipient.granted(once("identity"));
    String token = recipient.token(id, "identity");
    assertThat(recipient.read(id).text("state")).isEqualTo("active");
    recipient.get(IDENTITY, token).isOk();
    assertThat(recipient.read(id).text("cause")).isEqualTo("used_up");
    assertNoToken(id, "identity", "consent_used_up");
  }

  @Test
  void aLostAnswerMayBeAskedForAgainWithTheSameToken() {
    String id = recipient.granted(once("identity"));
    String token = recipient.token(id, "identity");
    Answer first = recipient.get(IDENTITY, token).isOk();
    assertThat(recipient.get(IDENTITY, token).isOk().body()).isEqualTo(first.body());
  }

  @Test
  void anotherPullThatHadBegunAlreadyIsNoSecondUse() {
    String id = recipient.granted(once("identity"));
    String first = recipient.token(id, "identity");
    String second = recipient.token(id, "identity");
    recipient.get(IDENTITY, first).isOk();
    recipient.get(IDENTITY, second).isProblem(403, "consent_used_up", "as often as");
  }

  @Test
  void aRefusedRequestIsNoUse() {
    String id = recipient.granted(once("identity"));
    String token = recipient.token(id, "identity");
    recipient.get(IDENTITY + "?x=1", token).isProblem(400, "invalid_request", "");
    assertThat(recipient.read(id).text("state")).isEqualTo("active");
    recipient.get(IDENTITY, recipient.token(id, "identity")).isOk();
  }

  @Test
  void eachDataSetHasItsOwnUses() {
    String id = recipient.granted(once("identity", "residence"));
    recipient.get(IDENTITY, recipient.token(id, "identity")).isOk();
    assertNoToken(id, "identity", "consent_used_up");
    assertThat(recipient.read(id).text("state")).isEqualTo("active");
    recipient.get(RESIDENCE, recipient.token(id, "residence")).isOk();
    assertThat(recipient.read(id).text("cause")).isEqualTo("used_up");
  }

  @Test
  void aConsentWithoutALimitIsNeverUsedUp() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    for (int i = 0; i < 5; i++) {
      recipient.get(IDENTITY, recipient.token(id, "identity")).isOk();
    }
    assertThat(recipient.read(id).text("state")).isEqualTo("active");
  }

  @Test
  void ofSixteenThreadsThatRaceForTheLastUseOneWins() throws Exception {
    String id = recipient.granted(once("identity"));
    List<Callable<Integer>> races = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String token = recipient.token(id, "identity");
      races.add(() -> recipient.get(IDENTITY, token).status());
    }
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> status : threads.invokeAll(races)) {
        statuses.add(status.get());
      }
      assertThat(statuses).containsOnlyOnce(200).filteredOn(s -> s == 403).hasSize(15);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void thePeriodMustLieInsideTheConsents() {
    Map<String, Object> terms = terms(ORDINARY, "patient_summary");
    terms.put("period", Map.of("from", "2024-01-01", "to", "2025-12-31"));
    String token = recipient.token(recipient.granted(terms), "patient_summary");
    recipient.get(SUMMARY, token).isOk();
    recipient.get(SUMMARY + "?start=2024-01-01&end=2025-12-31", token).isOk();
    for (String outside : List.of("start=2023-12-31", "end=2026-01-01", "start=2026-01-01")) {
      recipient
          .get(SUMMARY + "?" + outside, token)
          .isProblem(403, "period_not_consented", "inside the consent");
    }
  }

  @Test
  void aDateThatIsNoneIsRefusedByName() {
    String token =
        recipient.token(recipient.granted(terms(ORDINARY, "patient_summary")), "patient_summary");
    recipient
        .get(SUMMARY + "?start=2024-02-30", token)
        .isProblemWith("start", "invalid_request", "must be a date");
    recipient
        .get(SUMMARY + "?start=2024-02-02&end=2024-02-01", token)
        .isProblemWith("start", "invalid_request", "is after the end");
  }
}

package vn.eid.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ConsentEndedException;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.LoginOutcome;
import vn.eid.records.CitizenData;
import vn.eid.records.HealthData;

class ConsentsTest extends MockedApplicationTest {
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final CitizenId DECLINES = CitizenId.parse("099075000112");
  private static final CitizenId NEVER_ANSWERS = CitizenId.parse("099198000123");

  private Consents consents;

  @BeforeEach
  void takeConsents() {
    consents = app.client().consents();
  }

  @Test
  void givesWhatTheSignedReceiptSays() {
    Period years = Period.between(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 1, 1));
    Consent.Active consent =
        app.consent(
            ask(AN, HealthData.IMMUNIZATIONS, CitizenData.IDENTITY)
                .validFor(Duration.ofDays(30))
                .covering(years));

    assertThat(consent.dataSets()).containsExactlyInAnyOrder("immunizations", "identity");
    assertThat(consent.period()).contains(years);
    assertThat(consent.purpose()).isEqualTo("TREATMENT");
    assertThat(Duration.between(consent.grantedAt(), consent.expiresAt()))
        .isCloseTo(Duration.ofDays(30), Duration.ofMinutes(5));
    assertThat(consent.signedReceipt().split("\\.")).hasSize(3);
  }

  @Test
  void endsWhereTheCitizenDeclines() throws Exception {
    Consent.Requested requested = consents.request(ask(DECLINES, HealthData.IMMUNIZATIONS));
    Consent decided = consents.awaitDecision(requested, Duration.ofMinutes(1));
    assertThat(decided).isInstanceOf(Consent.Ended.class);
    assertThat(((Consent.Ended) decided).cause()).isEqualTo(EndCause.DENIED);
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(() -> consents.requireActive(requested.id()))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(EndCause.DENIED))
        .satisfies(e -> assertThat(e.consentId()).isEqualTo(requested.id()));
  }

  @Test
  void staysRequestedWhileTheCitizenIsSilentAndThenEnds() throws Exception {
    Consent.Requested requested = consents.request(ask(NEVER_ANSWERS, HealthData.IMMUNIZATIONS));

    assertThat(consents.awaitDecision(requested, Duration.ofSeconds(30)))
        .isInstanceOf(Consent.Requested.class);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> consents.requireActive(requested.id()))
        .withMessageContaining("not decided yet");

    Consent later = consents.awaitDecision(requested, Duration.ofHours(1));
    assertThat(((Consent.Ended) later).cause()).isEqualTo(EndCause.EXPIRED);
  }

  @Test
  void obeysTheRegistrysInterval() throws Exception {
    Consent.Requested requested = consents.request(ask(NEVER_ANSWERS, HealthData.IMMUNIZATIONS));
    int before = mock.requests().size();
    consents.awaitDecision(requested, Duration.ofSeconds(10));
    assertThat(mock.requests().size() - before).isBetween(4, 6);
  }

  @Test
  void endsWhenItIsGivenBackAndStaysEnded() {
    Consent.Active consent = app.consent(ask(AN, HealthData.IMMUNIZATIONS));
    Consent.Ended ended = consents.revoke(consent.id(), "treatment finished");
    assertThat(ended.cause()).isEqualTo(EndCause.REVOKED_BY_US);
    assertThat(consents.revoke(consent.id(), "again").endedAt()).isEqualTo(ended.endedAt());
    assertThat(consents.find(consent.id())).isInstanceOf(Consent.Ended.class);
  }

  @Test
  void endsWhenTheCitizenRevokesIt() {
    Consent.Active consent = app.consent(ask(AN, HealthData.IMMUNIZATIONS));
    mock.citizen(AN.value()).revoke(consent.id().value());
    assertThat(((Consent.Ended) consents.find(consent.id())).cause())
        .isEqualTo(EndCause.REVOKED_BY_CITIZEN);
  }

  @Test
  void endsWhenItsTimeIsOver() {
    Consent.Active consent =
        app.consent(ask(AN, HealthData.IMMUNIZATIONS).validFor(Duration.ofHours(1)));
    mock.advance(Duration.ofHours(2));
    assertThat(((Consent.Ended) consents.find(consent.id())).cause()).isEqualTo(EndCause.EXPIRED);
  }

  @Test
  void isTheSameConsentWhenTheSameRequestIsSentAgain() {
    ConsentRequest request = ask(AN, HealthData.IMMUNIZATIONS);
    assertThat(consents.request(request).id()).isEqualTo(consents.request(request).id());
    assertThat(consents.request(ask(AN, HealthData.IMMUNIZATIONS)).id())
        .isNotEqualTo(consents.request(request).id());
  }

  @Test
  void isTheSameConsentForTheSameCaseInAnotherProcessToo() {
    ConsentRequest first = ask(AN, HealthData.IMMUNIZATIONS).reference("case 7");
    ConsentId id = consents.request(first).id();
    assertThat(consents.request(ask(AN, HealthData.IMMUNIZATIONS).reference("case 7")).id())
        .isEqualTo(id);
    try (Application restarted = Application.at(mock)) {
      Consents others = restarted.client().consents();
      assertThat(others.request(ask(AN, HealthData.IMMUNIZATIONS).reference("case 7")).id())
          .isEqualTo(id);
      assertThat(others.requireActive(id).dataSets()).containsExactly("immunizations");
      assertThat(others.request(ask(AN, HealthData.IMMUNIZATIONS).reference("case 8")).id())
          .isNotEqualTo(id);
    }
    assertThat(mock.requests().stream().flatMap(r -> r.header("Idempotency-Key").stream()))
        .noneMatch(key -> key.contains("case"));
  }

  @Test
  void isRefusedAnotherRequestUnderTheSameReference() {
    consents.request(ask(AN, HealthData.IMMUNIZATIONS).reference("case 7"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> consents.request(ask(AN, CitizenData.IDENTITY).reference("case 7")))
        .satisfies(e -> assertThat(e.field()).isEqualTo("reference"));
  }

  @Test
  void isAboutThePersonWhoLoggedInOrRefused() {
    LoginOutcome login = app.logIn();
    String subject = ((LoginOutcome.Approved) login).identity().subject();
    ConsentRequest request = ask(AN, HealthData.IMMUNIZATIONS);
    assertThat(app.consent(request.expecting(subject)).subject()).isEqualTo(subject);
    CitizenId another = CitizenId.parse("099060000134");
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(
            () -> consents.request(ask(another, HealthData.IMMUNIZATIONS).expecting(subject)))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.SUBJECT));
  }

  @Test
  void listsAllConsentsOfACitizenNewestFirstAndThoseOfNobodyElse() {
    CitizenId other = CitizenId.parse("099060000134");
    Consent.Active theirs = app.consent(ask(other, HealthData.IMMUNIZATIONS));
    assertThat(consents.of(AN)).isEmpty();
    List<ConsentId> asked = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      asked.add(0, consents.request(ask(AN, HealthData.IMMUNIZATIONS)).id());
    }
    consents.revoke(asked.get(0), "done");
    mock.citizen(AN.value()).ignoresNext();
    asked.add(0, consents.request(ask(AN, CitizenData.IDENTITY)).id());

    List<Consent> found = consents.of(AN).toList();
    assertThat(found).extracting(Consent::id).isEqualTo(asked);
    assertThat(found.get(0)).isInstanceOf(Consent.Requested.class);
    assertThat(found.get(1)).isInstanceOf(Consent.Ended.class);
    assertThat(found.get(45)).isInstanceOf(Consent.Active.class);
    assertThat(consents.of(other)).extracting(Consent::id).containsExactly(theirs.id());
  }

  @Test
  void listsNoMorePagesThanAreReadAndNamesNobodyInAnAddress() {
    for (int i = 0; i < 25; i++) {
      consents.request(ask(AN, HealthData.IMMUNIZATIONS));
    }
    assertThat(consents.of(AN).limit(20)).hasSize(20);
    assertThat(mock.requests().stream().filter(r -> r.path().endsWith("/search"))).hasSize(1);
    assertThat(mock.requests()).noneMatch(request -> request.path().contains(AN.value()));
  }

  @Test
  void anEndIsKnownToTheWholeProcessAsSoonAsOneCallHearsOfIt() {
    Consent.Active consent = app.consent(ask(AN, HealthData.IMMUNIZATIONS));
    mock.citizen(AN.value()).revoke(consent.id().value());
    Consent.Ended ended = (Consent.Ended) consents.of(AN).findFirst().orElseThrow();
    assertThat(ended.cause()).isEqualTo(EndCause.REVOKED_BY_CITIZEN);
    assertThat(ended.signedReceipt()).contains(consent.signedReceipt());
    assertThat(ended.signedEnd().split("\\.", -1)).hasSize(3);
    assertThat(((Consent.Ended) consents.find(consent.id())).signedEnd())
        .isEqualTo(ended.signedEnd());
  }

  @Test
  void aDenialHasAReceiptOfItsEndAndNoneOfAGrant() {
    ConsentId id = consents.request(ask(DECLINES, HealthData.IMMUNIZATIONS)).id();
    Consent.Ended ended = (Consent.Ended) consents.find(id);
    assertThat(ended.signedReceipt()).isEmpty();
    assertThat(ended.asked().dataSets()).containsExactly("immunizations");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> consents.evidence(id))
        .withMessageContaining("not given");
  }

  @Test
  void sendsNoRealPersonToASandbox() {
    int before = mock.requests().size();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () -> consents.request(ask(CitizenId.parse("001850123456"), CitizenData.IDENTITY)))
        .withMessageContaining("synthetic numbers only")
        .withMessageNotContaining("001850123456");
    assertThat(mock.requests()).hasSize(before);
  }

  @Test
  void saysThatTheRegistryKnowsNoSuchConsent() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> consents.find(ConsentId.of("c-unknown")))
        .withMessageContaining("consent_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "a?b", "a#b", "ä", "a b"})
  void takesNoConsentIdThatCouldLeaveItsPath(String id) {
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> ConsentId.of(id));
  }

  @Test
  void asksForBetweenAMinuteAndFiveYearsAndForSomething() {
    ConsentRequest request = ask(AN, HealthData.IMMUNIZATIONS);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> request.validFor(Duration.ofSeconds(59)));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> request.validFor(Duration.ofDays(2000)));
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> ask(AN));
  }

  @Test
  void saysWhichMemberTheRegistryRefuses() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () ->
                consents.request(
                    ask(AN, HealthData.IMMUNIZATIONS)
                        .returningTo(URI.create("https://not-registered.example/"))))
        .satisfies(e -> assertThat(e.field()).isEqualTo("return_uri"));
  }

  private static ConsentRequest ask(CitizenId who, DataSet<?>... dataSets) {
    return ConsentRequest.ask(who, Application.TREATMENT, dataSets);
  }
}

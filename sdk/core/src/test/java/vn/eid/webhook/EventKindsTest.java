package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.ConsentEndedException;
import vn.eid.MockedApplicationTest;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.WebhookInbox;
import vn.eid.consent.Consent;
import vn.eid.consent.EndCause;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginSession;
import vn.eid.mock.EventKind;
import vn.eid.mock.Fault;
import vn.eid.records.HealthData;
import vn.eid.records.PullRequest;
import vn.eid.spi.DeadLetter;

/** From what happens at the national systems to what the application is told. */
class EventKindsTest extends MockedApplicationTest {
  private static final String AN = "099085000011";
  private static final Map<String, List<String>> TYPE =
      Map.of("Content-Type", List.of("application/secevent+jwt"));

  private WebhookInbox inbox;

  @BeforeEach
  void listen() {
    inbox = WebhookInbox.of(app.client());
    mock.deliverEventsTo(inbox.address());
  }

  @AfterEach
  void stop() {
    inbox.close();
  }

  private List<Object> heard() {
    mock.awaitDeliveries();
    return inbox.heard();
  }

  private LoginSession session() {
    return ((LoginOutcome.Approved) app.logIn()).session();
  }

  @Test
  void aConsentThatIsTakenBackIsHeardAndNothingIsReadUnderItAnyMore() {
    Consent.Active consent = app.consent(AN, HealthData.IMMUNIZATIONS);
    mock.citizen(AN).revoke(consent.id().value());
    List<Object> heard = heard();
    assertThat(heard.get(0)).isEqualTo(new WebhookEvent.ConsentGranted(consent.id()));
    WebhookEvent.ConsentEnded ended = (WebhookEvent.ConsentEnded) heard.get(1);
    assertThat(ended.consentId()).isEqualTo(consent.id());
    assertThat(ended.cause()).isEqualTo(EndCause.REVOKED_BY_CITIZEN);
    int requests = mock.requests().size();
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(
            () ->
                app.client()
                    .records()
                    .pull(
                        PullRequest.under(
                            consent, Application.TREATMENT, HealthData.IMMUNIZATIONS)));
    assertThat(mock.requests()).as("refused before anything is sent").hasSize(requests);
  }

  @Test
  void aConsentInPartIsHeardAsNarrowed() {
    mock.citizen(AN).approvesOnly("immunizations");
    Consent.Active consent = app.consent(AN, HealthData.IMMUNIZATIONS, HealthData.PATIENT_SUMMARY);
    assertThat(heard()).isEqualTo(List.of(new WebhookEvent.ConsentNarrowed(consent.id())));
  }

  @Test
  void whatAPersonsRegistersChangeIsHeardByPseudonym() {
    String subject = session().subject();
    mock.changeTaxStatus(AN, "03", "01");
    mock.citizen(AN).changesNameTo("Nguyễn Văn Mới").recoversAccount();
    List<Object> heard = heard();
    assertThat(heard)
        .isEqualTo(
            List.of(
                new WebhookEvent.TaxStatusChanged(subject),
                new WebhookEvent.IdentityChanged(subject),
                new WebhookEvent.AccountRecovered(subject)));
    assertThat(heard.toString()).doesNotContain(subject);
  }

  @Test
  void aLockedAccountIsHeardWithItsSessions() {
    LoginSession session = session();
    mock.citizen(AN).locksAccount();
    List<Object> heard = heard();
    assertThat(heard.get(0)).isEqualTo(new WebhookEvent.AccountLocked(session.subject()));
    assertThat(((WebhookEvent.LoggedOut) heard.get(1)).concerns(session)).isTrue();
    assertThat(app.client().loginSessions().isLoggedOut(session)).isTrue();
  }

  @Test
  void anEventAboutAllSessionsOfACitizenEndsThemAll() {
    LoginSession one = session();
    LoginSession two = session();
    var all = (WebhookEvent.LoggedOut) accept(EventKind.SESSION_REVOKED, AN);
    assertThat(all.concerns(one) && all.concerns(two)).isTrue();
    assertThat(app.client().loginSessions().isLoggedOut(one)).isTrue();
  }

  @Test
  void whatWasOvertakenIsToldApartFromWhatComesAgain() {
    byte[] locked = event(EventKind.ACCOUNT_LOCKED, AN);
    byte[] recovered = event(EventKind.ACCOUNT_RECOVERED, AN);
    WebhookEvent first = accept(recovered);
    assertThat(accept(locked)).isInstanceOf(WebhookEvent.Superseded.class);
    assertThat(accept(recovered)).isEqualTo(new WebhookEvent.Repeated(first));
    assertThat(accept(EventKind.ACCOUNT_LOCKED, AN)).isInstanceOf(WebhookEvent.AccountLocked.class);
  }

  @Test
  void oneThingsOrderIsNotAnothers() {
    byte[] status = event(EventKind.TAX_STATUS_CHANGED, AN);
    byte[] other = event(EventKind.IDENTITY_CHANGED, "099192000022");
    assertThat(accept(EventKind.IDENTITY_CHANGED, AN))
        .isInstanceOf(WebhookEvent.IdentityChanged.class);
    assertThat(accept(status)).isInstanceOf(WebhookEvent.TaxStatusChanged.class);
    assertThat(accept(other)).isInstanceOf(WebhookEvent.IdentityChanged.class);
  }

  @Test
  void nothingIsGrantedAfterAnEndHoweverItIsCounted() {
    assertThat(accept(EventKind.CONSENT_ENDED, "c-1"))
        .isInstanceOf(WebhookEvent.ConsentEnded.class);
    assertThat(accept(EventKind.CONSENT_GRANTED, "c-1"))
        .isInstanceOf(WebhookEvent.Superseded.class);
    Consent.Active given = app.consent(AN, HealthData.IMMUNIZATIONS);
    app.client().consents().revoke(given.id(), "done");
    assertThat(accept(EventKind.CONSENT_NARROWED, given.id().value()))
        .isInstanceOf(WebhookEvent.Superseded.class);
  }

  @Test
  void anEndCountsEvenWhereItWasOvertaken() {
    byte[] ended = event(EventKind.CONSENT_ENDED, "c-2");
    assertThat(accept(EventKind.CONSENT_GRANTED, "c-2"))
        .isInstanceOf(WebhookEvent.ConsentGranted.class);
    assertThat(accept(ended)).isInstanceOf(WebhookEvent.ConsentEnded.class);
  }

  @Test
  void whatIsRefusedIsKeptAsADeadLetterWithItsCheck() {
    List<DeadLetter> letters = new ArrayList<>();
    mock.injectOnce(Fault.EVENT_WRONG_AUDIENCE);
    byte[] event = event(EventKind.CONSENT_ENDED, "c-3");
    try (Application own =
        Application.of(Application.builder(mock).deadLetters(letters::add).build())) {
      assertThatExceptionOfType(UntrustedException.class)
          .isThrownBy(() -> own.client().webhooks().accept(TYPE, event));
      assertThatExceptionOfType(UntrustedException.class)
          .isThrownBy(() -> own.client().webhooks().accept(TYPE, new byte[1 << 20]));
    }
    assertThat(letters)
        .extracting(l -> l.failed().orElseThrow())
        .containsExactly(Check.AUDIENCE, Check.SIZE);
    assertThat(letters.get(0).body()).isEqualTo(new String(event, StandardCharsets.US_ASCII));
    assertThat(letters.get(1).body()).hasSize(1 << 16);
    assertThat(letters.get(0).toString()).contains("AUDIENCE").doesNotContain("eyJ");
  }

  @Test
  void aPlaceForDeadLettersThatFailsChangesNoAnswer() {
    try (Application own =
        Application.of(
            Application.builder(mock)
                .deadLetters(
                    letter -> {
                      throw new IOException("full");
                    })
                .build())) {
      assertThatExceptionOfType(UntrustedException.class)
          .isThrownBy(() -> own.client().webhooks().accept(TYPE, new byte[0]))
          .satisfies(e -> assertThat(e.check()).isEqualTo(Check.FORMAT));
    }
  }

  private byte[] event(EventKind kind, String about) {
    return mock.securityEvent(kind, about).getBytes(StandardCharsets.US_ASCII);
  }

  private WebhookEvent accept(EventKind kind, String about) {
    return accept(event(kind, about));
  }

  private WebhookEvent accept(byte[] event) {
    return app.client().webhooks().accept(TYPE, event);
  }
}

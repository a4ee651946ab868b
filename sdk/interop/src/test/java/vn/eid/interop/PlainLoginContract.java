package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import vn.eid.ClientRejectedException;
import vn.eid.EidClient;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.Identity;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginOutcome.Reason;
import vn.eid.login.LoginRequest;

/** What a login with the SDK is at every FAPI 2.0 provider, whoever wrote it. */
abstract class PlainLoginContract extends ProviderContract {
  private static final String COMPLETE_REQUEST =
      "response_type=code&scope=openid&state=s&nonce=n&code_challenge_method=S256&code_challenge="
          + "c".repeat(43)
          + "&redirect_uri="
          + TestedProvider.CALLBACK;

  @Test
  void tellsWhatWasAskedForAndTheProviderKnows() {
    Identity person = identity(Person.ORDINARY, Claim.NAME, Claim.CITIZEN_ID);
    assertThat(person.name()).contains(Person.ORDINARY.fullName());
    assertThat(person.birthDate()).isEmpty();
    assertThat(person.citizenId().isPresent()).isEqualTo(provider.isNational());
    assertThat(person.accountLevel().isPresent()).isEqualTo(provider.isNational());
  }

  @Test
  void givesTheSameSubjectAtEachLoginOfAPersonAndAnotherOneToAnother() {
    String subject = identity(Person.ORDINARY).subject();
    assertThat(identity(Person.ORDINARY).subject()).isEqualTo(subject);
    assertThat(identity(Person.OTHER).subject()).isNotEqualTo(subject);
  }

  @Test
  void saysThatThePersonDeclined() {
    assertThat(logIn(request(), Person.DECLINING))
        .isEqualTo(new LoginOutcome.Declined(Reason.REFUSED));
  }

  @Test
  void asksWhoHasSignedInLongAgoToProveThemselvesAgain() throws InterruptedException {
    String subject = approved(logIn(request(), Person.ORDINARY)).identity().subject();
    provider.pass(Duration.ofSeconds(3));
    Identity again =
        approved(logIn(request().signedInWithin(Duration.ofSeconds(1)), Person.ORDINARY))
            .identity();
    assertThat(again.subject()).isEqualTo(subject);
    assertThat(again.authenticatedAt().orElseThrow())
        .isAfter(provider.clock().instant().minusSeconds(3));
  }

  @Test
  void asksEverybodyToProveThemselvesWhereNoEarlierProofIsGoodEnough() {
    String first = approved(logIn(request(), Person.ORDINARY)).identity().subject();
    Identity fresh =
        approved(logIn(request().signedInWithin(Duration.ZERO), Person.ORDINARY)).identity();
    assertThat(fresh.subject()).isEqualTo(first);
    assertThat(fresh.authenticatedAt()).isPresent();
  }

  @Test
  void finishesALoginOnce() {
    URI callback = callback(Person.ORDINARY);
    approved(login().finish(callback, session));
    refuses(Check.STATE, callback, session);
  }

  @Test
  void refusesACallbackInAnotherBrowserAndLeavesTheRightOneItsLogin() {
    URI callback = callback(Person.ORDINARY);
    refuses(Check.STATE, callback, newBrowserSession());
    approved(login().finish(callback, session));
  }

  @Test
  void isExpiredWhereTheProviderDoesNotTakeTheCode() {
    String callback = callback(Person.ORDINARY).toString();
    URI withAnotherCode = URI.create(callback.replaceFirst("([?&]code=)[^&]*", "$1made-up"));
    assertThat(login().finish(withAnotherCode, session)).isEqualTo(new LoginOutcome.Expired());
  }

  @Test
  void refusesACallbackThatNamesAnotherIssuer() {
    String callback = callback(Person.ORDINARY).toString();
    String other = callback.replaceFirst("([?&]iss=)[^&]*", "$1https%3A%2F%2Fother.example");
    refuses(Check.ISSUER, URI.create(other), session);
  }

  @Test
  void saysThatTheKeyIsNotRegistered() {
    try (EidClient stranger = provider.client(ApplicationKeys.generate().signing()).build()) {
      assertThatExceptionOfType(ClientRejectedException.class)
          .isThrownBy(() -> stranger.redirectLogin().start(request(), session))
          // RFC 9126, section 2.3, says invalid_client; Keycloak says invalid_request.
          .withMessageContaining("key");
    }
  }

  @Test
  void saysThatTheRedirectUriIsNotRegistered() {
    LoginRequest elsewhere = LoginRequest.returningTo(URI.create(TestedProvider.CALLBACK + "s"));
    assertThatExceptionOfType(ClientRejectedException.class)
        .isThrownBy(() -> login().start(elsewhere, session))
        .withMessageContaining("redirect URIs");
  }

  /** Holds the provider to its profile, not the SDK: what is lax here would prove nothing. */
  @Test
  void isAtAProviderThatTakesNoRequestFromTheBrowser() throws IOException {
    String pushed = login().start(request(), session).authorizationUri().toString();
    Connection.Response answer =
        Jsoup.connect(pushed.replaceFirst("request_uri=[^&]*", COMPLETE_REQUEST))
            .followRedirects(false)
            .ignoreHttpErrors(true)
            .execute();
    assertThat(answer.statusCode() + " " + answer.header("Location"))
        .containsAnyOf("400 null", "error=invalid_request");
  }

  private Identity identity(Person person, Claim... claims) {
    return approved(login().finish(callback(person, claims), session)).identity();
  }

  /** In a fresh browser of the person. */
  private URI callback(Person person, Claim... claims) {
    URI page = login().start(request().asking(claims), session).authorizationUri();
    return provider.visit(new Browser(), page, person);
  }

  private void refuses(Check check, URI callback, BrowserSession session) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> login().finish(callback, session))
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }
}

package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import vn.eid.EidClient;
import vn.eid.login.LoginSession;
import vn.eid.login.SessionEndedException;

/** What becomes of a login: calls in the citizen's name, renewal, storage, logout. */
abstract class SessionContract extends ProviderContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void callsAnApiInThePersonsName() throws IOException {
    LoginSession citizen = loggedIn();
    for (int i = 0; i < 2; i++) {
      assertThat(answeredFor(citizen, get())).isEqualTo(citizen.subject());
      assertThat(answeredFor(citizen, post())).isEqualTo(citizen.subject());
    }
  }

  @Test
  void renewsTheTokenShortlyBeforeItExpires() throws Exception {
    LoginSession citizen = loggedIn();
    assertThat(citizen.seal()).isNotEmpty();
    provider.pass(provider.accessTokenLife().minusSeconds(9));
    assertThat(answeredFor(citizen, get())).isEqualTo(citizen.subject());
    assertThat(citizen.changedSinceSealed()).isTrue();
  }

  @Test
  void renewsATokenThatHasExpiredForTheProviderAlone() throws Exception {
    String stored = loggedIn().seal();
    provider.pass(provider.accessTokenLife().plusMillis(1500));
    Clock slow = Clock.offset(provider.clock(), Duration.ofSeconds(-15));
    try (EidClient late = storing(provider).clock(slow).build()) {
      LoginSession citizen = late.loginSessions().reopen(stored);
      assertThat(citizen.seal()).isNotEmpty();
      assertThat(answeredFor(citizen, post())).isEqualTo(citizen.subject());
      assertThat(citizen.changedSinceSealed()).isTrue();
    }
  }

  @Test
  void goesOnAtAnotherServerOfTheApplication() throws IOException {
    LoginSession citizen = loggedIn();
    try (EidClient other = storing(provider).build()) {
      LoginSession reopened = other.loginSessions().reopen(citizen.seal());
      assertThat(reopened.subject()).isEqualTo(citizen.subject());
      assertThat(reopened.sessionId()).isEqualTo(citizen.sessionId());
      assertThat(answeredFor(reopened, get())).isEqualTo(citizen.subject());
    }
  }

  @Test
  void endsAtTheProviderToo() throws Exception {
    LoginSession citizen = loggedIn();
    String stored = citizen.seal();
    URI link = client.loginSessions().logout(citizen, TestedProvider.SIGNED_OUT);
    assertThat(link).isNotEqualTo(TestedProvider.SIGNED_OUT);
    assertThat(provider.visit(browser, link, Person.ORDINARY)).isEqualTo(TestedProvider.SIGNED_OUT);

    ended(citizen);
    provider.pass(provider.accessTokenLife());
    ended(client.loginSessions().reopen(stored));
  }

  @Test
  void endsInTheBrowserSoThatTheNextPersonIsAsked() {
    LoginSession citizen = loggedIn();
    URI link = client.loginSessions().logout(citizen, TestedProvider.SIGNED_OUT);
    assertThat(provider.visit(browser, link, Person.ORDINARY)).isEqualTo(TestedProvider.SIGNED_OUT);
    String next = approved(logIn(request(), Person.OTHER)).identity().subject();
    assertThat(next).isNotEqualTo(citizen.subject());
  }

  LoginSession loggedIn() {
    return approved(logIn(request().withScopes(provider.scopes()), Person.ORDINARY)).session();
  }

  private void ended(LoginSession citizen) {
    assertThatExceptionOfType(SessionEndedException.class)
        .isThrownBy(() -> answeredFor(citizen, get()));
    assertThat(citizen.isEnded()).isTrue();
  }

  String answeredFor(LoginSession citizen, Request request) throws IOException {
    try (Response answer = citizen.resources(provider.protectedApi()).newCall(request).execute()) {
      String body = answer.body().string();
      assertThat(answer.code()).as(body).isEqualTo(200);
      return JSON.readTree(body).required("sub").asText();
    }
  }

  Request get() {
    return new Request.Builder().url(provider.protectedApi().toString()).build();
  }

  private Request post() {
    MediaType form = MediaType.get("application/x-www-form-urlencoded");
    return new Request.Builder()
        .url(provider.protectedApi().toString())
        .post(RequestBody.create("a=b", form))
        .build();
  }
}

package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.LoginSession;
import vn.eid.webhook.WebhookEvent;

/** What the application hears when a person logs out elsewhere (back-channel logout). */
abstract class LogoutNoticeContract extends ProviderContract {

  @Test
  void hearsOfALogoutElsewhereOnce() throws InterruptedException {
    LoginSession citizen = approved(logIn(request(), Person.ORDINARY)).session();
    assertThat(citizen.sessionId()).isPresent();
    provider.logOutAtProvider(browser, Person.ORDINARY);

    Inbox.Message notice = provider.inbox().next();
    while (!accepted(notice).concerns(citizen)) {
      // Of another session of the same person: a provider may end them all.
      notice = provider.inbox().next();
    }
    refusedAsReplay(notice);
  }

  @Test
  void tellsOneSessionFromAnother() throws InterruptedException {
    LoginSession goesOn = approved(logIn(request(), Person.OTHER)).session();
    Browser elsewhere = new Browser();
    URI page = login().start(request(), session).authorizationUri();
    URI callback = provider.visit(elsewhere, page, Person.ORDINARY);
    LoginSession ends = approved(login().finish(callback, session)).session();
    provider.logOutAtProvider(elsewhere, Person.ORDINARY);

    WebhookEvent.LoggedOut event;
    do {
      event = accepted(provider.inbox().next());
      assertThat(event.concerns(goesOn)).isFalse();
    } while (!event.concerns(ends));
  }

  private WebhookEvent.LoggedOut accepted(Inbox.Message notice) {
    WebhookEvent event = client.webhooks().accept(notice.headers(), notice.body());
    assertThat(event).isInstanceOf(WebhookEvent.LoggedOut.class);
    return (WebhookEvent.LoggedOut) event;
  }

  private void refusedAsReplay(Inbox.Message notice) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> client.webhooks().accept(notice.headers(), notice.body()))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.REPLAY));
  }
}

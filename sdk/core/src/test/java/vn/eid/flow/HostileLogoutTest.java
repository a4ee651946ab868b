package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.eid.EidClient;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.webhook.WebhookEvent;

/** Notices of a logout that no honest provider sends, though it signed them. */
class HostileLogoutTest {
  private final Provider provider = new Provider("");
  private final EidClient client = provider.client();

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void aGoodNoticeIsTaken() {
    assertThat(accept(Map.of())).isInstanceOf(WebhookEvent.LoggedOut.class);
  }

  @Test
  void anOldNoticeIsRefusedHoweverLateItsExpiry() {
    long now = Instant.now().getEpochSecond();
    refuses(Check.EXPIRY, Map.of("iat", now - 1200, "exp", now + 86_400));
    refuses(Check.EXPIRY, Map.of("iat", "(none)"));
  }

  @Test
  void anIdThatWouldFillTheMemoryIsRefused() {
    refuses(Check.FORMAT, Map.of("jti", "x".repeat(256)));
    refuses(Check.FORMAT, Map.of("jti", ""));
  }

  @Test
  void aNoticeForSeveralApplicationsIsRefused() {
    refuses(Check.AUDIENCE, Map.of("aud", List.of("app", "another")));
  }

  @Test
  void aNoticeOfAnotherOrForAnotherIsRefused() {
    for (String other : List.of("https://evil.example", "(none)")) {
      refuses(Check.ISSUER, Map.of("iss", other));
      refuses(Check.AUDIENCE, Map.of("aud", other));
    }
  }

  /** With the skew of thirty seconds that clients have by default. */
  @Test
  void theTimesOfANoticeHoldToTheSecond() {
    long now = Instant.now().getEpochSecond();
    long forever = now + 86_400;
    Clock standing = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
    try (EidClient still = provider.builder().clock(standing).build()) {
      accept(still, Map.of("jti", "1", "iat", now + 30, "exp", forever));
      refuses(Check.EXPIRY, still, Map.of("jti", "2", "iat", now + 31, "exp", forever));
      accept(still, Map.of("jti", "3", "iat", now - 929, "exp", forever));
      refuses(Check.EXPIRY, still, Map.of("jti", "4", "iat", now - 930, "exp", forever));
      accept(still, Map.of("jti", "5", "iat", now - 60, "exp", now - 29));
      refuses(Check.EXPIRY, still, Map.of("jti", "6", "iat", now - 60, "exp", now - 30));
      refuses(Check.EXPIRY, still, Map.of("jti", "7", "exp", "(none)"));
    }
  }

  @Test
  void aNoticeNamesACitizenOrASession() {
    assertThat(accept(Map.of("sub", "(none)", "sid", "s")))
        .isInstanceOf(WebhookEvent.LoggedOut.class);
    refuses(Check.SUBJECT, Map.of("sub", "(none)", "jti", "2"));
  }

  @Test
  void whatIsNotAboutALogoutOrIsAnIdTokenIsRefused() {
    refuses(Check.FORMAT, Map.of("events", "(none)"));
    refuses(Check.FORMAT, Map.of("events", Map.of("urn:other", Map.of())));
    refuses(Check.NONCE, Map.of("nonce", "n"));
  }

  @Test
  void aNoticeIsTakenOnceAndItsIdMayBeLong() {
    Map<String, Object> longest = Map.of("jti", "x".repeat(255));
    assertThat(accept(longest)).isInstanceOf(WebhookEvent.LoggedOut.class);
    refuses(Check.REPLAY, longest);
  }

  private void refuses(Check check, Map<String, Object> changes) {
    refuses(check, client, changes);
  }

  private void refuses(Check check, EidClient client, Map<String, Object> changes) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> accept(client, changes))
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  private WebhookEvent accept(Map<String, Object> changes) {
    return accept(client, changes);
  }

  private WebhookEvent accept(EidClient client, Map<String, Object> changes) {
    String form = "logout_token=" + provider.logoutToken(changes);
    return client
        .webhooks()
        .accept(
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
            form.getBytes(StandardCharsets.US_ASCII));
  }
}

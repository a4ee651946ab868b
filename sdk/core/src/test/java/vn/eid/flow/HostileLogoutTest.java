package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

  private void refuses(Check check, Map<String, Object> changes) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> accept(changes))
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  private WebhookEvent accept(Map<String, Object> changes) {
    String form = "logout_token=" + provider.logoutToken(changes);
    return client
        .webhooks()
        .accept(
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
            form.getBytes(StandardCharsets.US_ASCII));
  }
}

package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;

/**
 * What anybody may post to a webhook: the first line is the media type, the rest the body. Claims
 * in place of a token are signed, as an event or as a notice of a logout; unsigned nothing passes.
 */
class EventFuzzTest {
  private static final HonestProvider PROVIDER = new HonestProvider();
  private static final String LOGOUT = "logout_token=";

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    String[] parts = Fuzzed.text(input).split("\n", 2);
    String body = parts.length < 2 ? "" : parts[1];
    String sent = signed(body);
    Webhooks webhooks = new Webhooks(PROVIDER.connection(), Optional.empty());
    Optional<WebhookEvent> event = accepted(webhooks, input, parts[0], sent);
    event.ifPresent(
        first -> {
          assertThat(sent).as("only what was signed").isNotEqualTo(body);
          Fuzzed.namesNoNumberOf(input, first.toString());
          isNewsOnce(accepted(webhooks, input, parts[0], sent));
        });
    return event.isPresent();
  }

  /** What comes again is told as such, or refused. */
  private static void isNewsOnce(Optional<WebhookEvent> again) {
    assertThat(
            again.filter(
                event ->
                    !(event instanceof WebhookEvent.Repeated)
                        && !(event instanceof WebhookEvent.Superseded)))
        .isEmpty();
  }

  private static Optional<WebhookEvent> accepted(
      Webhooks webhooks, byte[] input, String type, String body) {
    return Fuzzed.read(
        UntrustedException.class,
        input,
        () ->
            webhooks.accept(
                Map.of("content-type", List.of(type)), body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String signed(String body) {
    if (body.startsWith(LOGOUT + "{")) {
      return LOGOUT + HonestProvider.signed("logout+jwt", body.substring(LOGOUT.length()));
    }
    return body.startsWith("{\"iss\"") ? HonestProvider.signed("secevent+jwt", body) : body;
  }
}

package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.MockedApplicationTest;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;

/** What a framework does to a body before it is verified is named. */
class AlteredBodyTest extends MockedApplicationTest {
  private static final String EVENT = "application/secevent+jwt";
  private static final String FORM = "application/x-www-form-urlencoded";

  static Stream<Arguments> alterations() {
    return Stream.of(
        altered("written anew as JSON", token -> "\"" + token + "\""),
        altered("written anew as JSON", token -> "{\"token\":\"" + token + "\"}"),
        altered("as a form", token -> token + "="),
        altered("as a form", token -> "=" + token),
        altered("as a form", token -> "%65" + token.substring(1)),
        altered("as a form", token -> token.replace("_", "%5F") + "%"),
        altered("a new line", token -> token + "\n"),
        altered("a new line", token -> " " + token),
        altered("byte order mark", token -> "\uFEFF" + token),
        altered("characters were converted", token -> "\u201C" + token),
        altered("UTF-16", token -> token.replaceAll("[A-Za-z0-9._-]", "\u0000$0")),
        altered("something has read it before", token -> ""));
  }

  private static Arguments altered(String trace, UnaryOperator<String> framework) {
    return Arguments.of(trace, framework);
  }

  @ParameterizedTest
  @MethodSource("alterations")
  void anEventThatWasAlteredOnItsWayIsRefusedWithWhatHappenedToIt(
      String trace, UnaryOperator<String> framework) {
    String body = framework.apply(mock.securityEvent());
    refused(EVENT, body)
        .withMessageContaining("The body is not what was sent")
        .withMessageContaining(trace)
        .withMessageContaining("read the raw bytes before");
  }

  @Test
  void aFormThatSomethingElseHasReadIsRefusedWithThat() {
    refused(FORM, "").withMessageContaining("something has read it before");
    refused(FORM, "{\"logout_token\":\"x\"}").withMessageContaining("written anew as JSON");
    refused(FORM, "~").withMessageNotContaining("converted");
    refused(FORM, "\u007f").withMessageContaining("characters were converted");
    refused("application/json", "").withMessageContaining("something has read it before");
  }

  @Test
  void anEventOfAMegabyteIsRefusedForItsSize() {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> accept(app.client(), EVENT, "x".repeat(1 << 20)))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.SIZE));
  }

  @Test
  void aClockThatIsTenMinutesLateIsNamedWithItsMinutes() {
    Clock late = Clock.offset(mock.clock(), Duration.ofMinutes(-10));
    try (EidClient client = Application.builder(mock).clock(late).build()) {
      assertThatExceptionOfType(UntrustedException.class)
          .isThrownBy(() -> accept(client, EVENT, mock.securityEvent()))
          .withMessageContaining("10 minutes ahead; check this server's clock")
          .satisfies(e -> assertThat(e.check()).isEqualTo(Check.EXPIRY));
    }
  }

  private ThrowableAssertAlternative<UntrustedException> refused(String type, String body) {
    return assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> accept(app.client(), type, body))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.FORMAT));
  }

  private static void accept(EidClient client, String type, String body) {
    client
        .webhooks()
        .accept(Map.of("Content-Type", List.of(type)), body.getBytes(StandardCharsets.UTF_8));
  }
}

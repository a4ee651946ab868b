package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;

/** What an application answers at its webhook, and what that says. */
class NoticeTrialsTest {
  @TempDir private Path folder;
  private Examined examined;

  @BeforeEach
  void open() throws Exception {
    examined = Examined.careless(folder);
  }

  @AfterEach
  void close() {
    examined.close();
  }

  private int examine(String faults) {
    return examined.run(
        "--success-text",
        "Welcome",
        "--event-webhook-url",
        examined.application().address("/events"),
        "--only",
        faults);
  }

  @Test
  void anAnswerThatNobodyMeansAsARefusalIsNone() {
    examined
        .application()
        .takesEvents(
            event -> {
              boolean unsigned = part(event, 0).contains("\"none\"");
              String claims = part(event, 1);
              boolean foreign = claims.contains("other-registry");
              boolean others = claims.contains("other-client");
              return unsigned
                  ? 429
                  : foreign ? 503 : others ? 404 : !has(claims, "jti") ? 400 : 202;
            });
    assertThat(examine("EVENT_ALG_NONE,EVENT_WRONG_ISSUER,EVENT_WRONG_AUDIENCE,EVENT_WITHOUT_JTI"))
        .isZero();
    assertThat(examined.verdicts("not tried"))
        .containsExactly("EVENT_ALG_NONE", "EVENT_WRONG_ISSUER", "EVENT_WRONG_AUDIENCE");
    assertThat(examined.verdicts("refused")).containsExactly("EVENT_WITHOUT_JTI");
    assertThat(examined.text())
        .contains("EVENT_ALG_NONE: answered with 429, which is no refusal")
        .contains("EVENT_WRONG_ISSUER: answered with 503, which is no refusal");
  }

  @Test
  void aRefusalAfterWhichNothingGoodIsTakenProvesNothing() {
    AtomicBoolean broken = new AtomicBoolean();
    examined
        .application()
        .takesEvents(
            event -> {
              broken.compareAndSet(false, !has(part(event, 1), "jti"));
              return broken.get() ? 400 : 202;
            });
    assertThat(examine("EVENT_WITHOUT_JTI")).isEqualTo(2);
    assertThat(examined.verdicts("refused")).isEmpty();
    assertThat(examined.text())
        .contains("a good one after it was not taken either: answered with 400")
        .contains("The application does not take a good event (answered with 400)");
  }

  @Test
  void whatIsToComeTwiceOrLateDoes() {
    Set<String> seen = new HashSet<>();
    AtomicLong latest = new AtomicLong();
    examined
        .application()
        .takesEvents(
            event -> {
              long time = Long.parseLong(value(event, "iat", "(\\d+)"));
              boolean late = latest.getAndAccumulate(time, Math::max) > time;
              return late || !seen.add(value(event, "jti", "\"([^\"]+)\"")) ? 400 : 202;
            });
    examine("EVENT_TWICE,EVENT_OUT_OF_ORDER");
    assertThat(examined.verdicts("too strict"))
        .containsExactly("EVENT_TWICE", "EVENT_OUT_OF_ORDER");
  }

  @Test
  void aLogoutTokenThatIsTakenTwiceIsFine() {
    examined.run(
        "--success-text", "Welcome",
        "--logout-webhook-url", examined.application().address("/logout"),
        "--only", "LOGOUT_TOKEN_TWICE");
    assertThat(examined.verdicts("fine")).containsExactly("LOGOUT_TOKEN_TWICE");
  }

  @Test
  void aFaultThatDidNotHappenIsNotTried() throws Exception {
    try (EidMock mock = EidMock.start()) {
      URI loginPage = URI.create(examined.application().address("/login"));
      Subject subject =
          new Subject(loginPage, new Success("", "x"), Optional.empty(), Optional.empty());
      Wire wire = new Wire();
      LoginTrials logins = new LoginTrials(mock, subject, wire, Patience.ORDINARY);
      NoticeTrials notices =
          new NoticeTrials(
              mock,
              new OrdinaryLogin(mock, loginPage, logins, Patience.ORDINARY),
              "099085000011",
              new NoticePost(wire, Duration.ofSeconds(2)));
      URI events = URI.create(examined.application().address("/events"));
      assertThat(notices.event(events, Trial.of(Fault.ID_TOKEN_EXPIRED)).verdict())
          .isEqualTo(Verdict.NOT_TRIED);
    }
  }

  private static boolean has(String claims, String name) {
    return claims.contains("\"" + name + "\"");
  }

  private static String value(String event, String name, String pattern) {
    Matcher found = Pattern.compile("\"" + name + "\":" + pattern).matcher(part(event, 1));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String part(String token, int index) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), StandardCharsets.UTF_8);
  }
}

package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.eid.Threads.atOnce;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.ClientRejectedException;
import vn.eid.EidClient;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.mock.state.MockClock;
import vn.eid.webhook.Polled;
import vn.eid.webhook.WebhookEvent;

/** Security event tokens (RFC 8417) by push (RFC 8935): honest ones, and what is none. */
class HostileEventTest {
  private static final String OUT = "(none)";
  private static final String DECIDED = "urn:vn-eid:event:tax-case-decided";
  private static final String LOCKED =
      "https://schemas.openid.net/secevent/risc/event-type/account-disabled";
  private static final String REVOKED =
      "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
  private static final String FINISHED = "urn:vn-eid:event:tax-batch-finished";
  private static final WebhookEvent CASE = new WebhookEvent.TaxCaseDecided("TX-2026-000123");
  private final Instant now = Instant.now();

  private final Provider registry = new Provider("");
  private final List<WebhookEvent> heard = new ArrayList<>();
  private EidClient client;

  @BeforeEach
  void begin() {
    registry.change("/.well-known/openid-configuration", "vn_eid", registry.nationalServices());
    client = registry.client();
  }

  @AfterEach
  void close() {
    client.close();
    registry.close();
  }

  @Test
  void anEventOfEachKindIsTold() {
    assertThat(accept(Map.of())).isEqualTo(CASE);
    Map<String, Object> batch = Map.of(FINISHED, Map.of("batch_id", "b-1", "rows", 1000));
    assertThat(accept(Map.of("jti", "2", "events", batch)))
        .isEqualTo(new WebhookEvent.TaxBatchFinished("b-1", 1000));
    Map<String, Object> other = Map.of("urn:vn-eid:event:later", Map.of("citizen_id", "secret"));
    WebhookEvent unknown = accept(Map.of("jti", "3", "events", other));
    assertThat(((WebhookEvent.Unknown) unknown).type()).isEqualTo("urn:vn-eid:event:later");
    assertThat(((WebhookEvent.Unknown) unknown).json()).contains("secret", "\"jti\":\"3\"");
    assertThat(unknown.toString()).doesNotContain("secret");
  }

  static Stream<Arguments> broken() {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> two = Map.of(DECIDED, Map.of("case_number", "TX-1"), FINISHED, Map.of());
    return Stream.of(
        arguments("iss", "another", Check.ISSUER),
        arguments("iss", OUT, Check.ISSUER),
        arguments("aud", "another-app", Check.AUDIENCE),
        arguments("aud", List.of("app", "another-app"), Check.AUDIENCE),
        arguments("aud", OUT, Check.AUDIENCE),
        arguments("iat", now - 90_000, Check.EXPIRY),
        arguments("iat", now + 120, Check.EXPIRY),
        arguments("iat", OUT, Check.EXPIRY),
        arguments("exp", now - 60, Check.EXPIRY),
        arguments("jti", OUT, Check.FORMAT),
        arguments("jti", "", Check.FORMAT),
        arguments("jti", "x".repeat(256), Check.FORMAT),
        arguments("events", OUT, Check.FORMAT),
        arguments("events", Map.of(), Check.FORMAT),
        arguments("events", two, Check.FORMAT),
        arguments("events", Map.of(DECIDED, "TX-1"), Check.FORMAT),
        arguments("events", Collections.singletonMap(DECIDED, null), Check.FORMAT),
        arguments("events", Map.of(DECIDED, Map.of()), Check.FORMAT),
        arguments("events", Map.of(DECIDED, Map.of("case_number", "../x")), Check.FORMAT),
        arguments("events", Map.of(FINISHED, Map.of("batch_id", "b")), Check.FORMAT),
        arguments("events", Map.of(FINISHED, Map.of("batch_id", "b", "rows", -1)), Check.FORMAT),
        arguments("events", Map.of("a b", Map.of()), Check.FORMAT),
        arguments("events", Map.of("x".repeat(256), Map.of()), Check.FORMAT));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatFailsACheckIsRefusedAndUsesNoIdUp(String member, Object value, Check expected) {
    assertThat(refusal(token("secevent+jwt", Map.of(member, value)))).isEqualTo(expected);
    assertThat(accept(Map.of())).isEqualTo(CASE);
  }

  @Test
  void withoutVersionsTheTimeOfTheEventIsTheOrder() {
    long at = now.getEpochSecond();
    assertThat(accept(Map.of("toe", at - 10))).isEqualTo(CASE);
    assertThat(accept(Map.of("jti", "2", "toe", at - 11)))
        .isEqualTo(new WebhookEvent.Superseded(CASE));
    assertThat(accept(Map.of("jti", "3", "toe", at - 10))).as("of one second").isEqualTo(CASE);
    assertThat(accept(Map.of("jti", "4", "toe", at + 3600))).as("toe after iat").isEqualTo(CASE);
    assertThat(accept(Map.of("jti", "5"))).as("shut out by no time to come").isEqualTo(CASE);
  }

  @Test
  void theVersionIsTheOrderWhateverTheTimesSay() {
    long at = now.getEpochSecond();
    assertThat(accept(version("1", 7, at - 10))).isEqualTo(CASE);
    WebhookEvent late = new WebhookEvent.Superseded(CASE);
    assertThat(accept(version("2", 7, at))).as("another event of this version").isEqualTo(late);
    assertThat(accept(version("3", 6, at))).isEqualTo(late);
    assertThat(accept(version("3", 6, at))).as("come again").isEqualTo(late);
    assertThat(accept(version("4", 8, at - 20))).isEqualTo(CASE);
    assertThat(accept(version("4", 8, at - 20))).isEqualTo(new WebhookEvent.Repeated(CASE));
    assertThat(accept(Map.of("jti", "5", "toe", at - 30))).as("no version").isEqualTo(late);
    assertThat(accept(Map.of("jti", "6", "toe", at - 10))).as("no version").isEqualTo(CASE);
    assertThat(accept(version("7", 1, at))).as("none before it").isEqualTo(CASE);
  }

  private static Map<String, Object> version(String id, long version, long at) {
    Map<String, Object> event = Map.of("case_number", "TX-2026-000123", "version", version);
    return Map.of("jti", id, "toe", at, "events", Map.of(DECIDED, event));
  }

  static Stream<Arguments> subjects() {
    String iss = "ISSUER";
    Map<String, Object> user = Map.of("format", "iss_sub", "iss", iss, "sub", "s");
    Map<String, Object> other = Map.of("format", "iss_sub", "iss", "https://x.example", "sub", "s");
    return Stream.of(
        arguments(user, WebhookEvent.AccountLocked.class),
        arguments(Map.of("format", "complex", "user", user), WebhookEvent.AccountLocked.class),
        arguments(Map.of("format", "email", "email", "a@b"), WebhookEvent.Unknown.class),
        arguments(
            Map.of("format", "complex", "user", user, "device", Map.of("format", "opaque")),
            WebhookEvent.Unknown.class),
        arguments(
            Map.of("format", "complex", "session", Map.of("format", "opaque", "id", "x")),
            WebhookEvent.Unknown.class),
        arguments(other, Check.SUBJECT),
        arguments(Map.of("format", "complex", "user", other), Check.SUBJECT),
        arguments(Map.of("format", "iss_sub", "iss", iss, "sub", ""), Check.SUBJECT),
        arguments(Map.of("format", "iss_sub", "iss", iss), Check.FORMAT),
        arguments(Map.of(), Check.FORMAT),
        arguments(OUT, Check.SUBJECT));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void anEventAboutAPersonNamesOneOfOurProvider(Object subject, Object expected) {
    Map<String, Object> changes = new HashMap<>();
    changes.put("events", Map.of(LOCKED, Map.of()));
    if (!subject.equals(OUT)) {
      changes.put("sub_id", ours(subject));
    }
    String token = token("secevent+jwt", changes);
    if (expected instanceof Check check) {
      assertThat(refusal(token)).isEqualTo(check);
    } else {
      assertThat(accept(token)).isInstanceOf((Class<?>) expected);
    }
  }

  static Stream<Arguments> sessions() {
    Map<String, Object> user = Map.of("format", "iss_sub", "iss", "ISSUER", "sub", "s");
    Map<String, Object> session = Map.of("format", "opaque", "id", "x");
    Map<String, Object> foreign = Map.of("format", "email", "email", "a@b");
    return Stream.of(
        arguments(Map.of("session", session), true),
        arguments(Map.of("user", user), true),
        arguments(Map.of("user", user, "session", session), true),
        arguments(Map.of("user", user, "session", foreign), false),
        arguments(Map.of("user", foreign, "session", session), false),
        arguments(Map.of("user", user, "device", foreign), false),
        arguments(Map.of(), false));
  }

  /** Or the end of one session would be taken for that of all, or of everybody's. */
  @ParameterizedTest
  @MethodSource("sessions")
  void aSessionEndsOnlyWhereAllIsUnderstoodThatNamesIt(
      Map<String, Object> named, boolean understood) {
    Map<String, Object> subject = new HashMap<>(named);
    subject.put("format", "complex");
    WebhookEvent told =
        accept(Map.of("events", Map.of(REVOKED, Map.of()), "sub_id", ours(subject)));
    assertThat(told)
        .isInstanceOf(understood ? WebhookEvent.LoggedOut.class : WebhookEvent.Unknown.class);
  }

  private Object ours(Object subject) {
    if (subject instanceof Map<?, ?> members) {
      Map<Object, Object> all = new HashMap<>();
      members.forEach((name, value) -> all.put(name, ours(value)));
      return all;
    }
    return subject.equals("ISSUER") ? registry.issuer().toString() : subject;
  }

  @Test
  void anEventThatIsNotTooOldYetIsTaken() {
    long almostADay = Instant.now().minus(Duration.ofHours(23)).getEpochSecond();
    assertThat(accept(Map.of("iat", almostADay))).isEqualTo(CASE);
  }

  /** With the skew of thirty seconds that clients have by default. */
  @Test
  void theTimesOfAnEventHoldToTheSecond() {
    long at = now.getEpochSecond();
    long day = Duration.ofHours(24).toSeconds();
    Clock standing = Clock.fixed(Instant.ofEpochSecond(at), ZoneOffset.UTC);
    try (EidClient still = registry.builder().clock(standing).build()) {
      assertThat(accept(still, token("1", "iat", at + 30))).isEqualTo(CASE);
      assertThat(refusal(still, token("2", "iat", at + 31))).isEqualTo(Check.EXPIRY);
      assertThat(accept(still, token("3", "iat", at + 1 - 30 - day)))
          .isInstanceOf(WebhookEvent.Superseded.class);
      assertThat(refusal(still, token("4", "iat", at - 30 - day))).isEqualTo(Check.EXPIRY);
      assertThat(accept(still, token("5", "exp", at - 29)))
          .isInstanceOf(WebhookEvent.Superseded.class);
      assertThat(refusal(still, token("6", "exp", at - 30))).isEqualTo(Check.EXPIRY);
    }
  }

  private String token(String id, String claim, long value) {
    return token("secevent+jwt", Map.of("jti", id, claim, value));
  }

  private static Check refusal(EidClient client, String token) {
    return catchThrowableOfType(UntrustedException.class, () -> accept(client, token)).check();
  }

  @Test
  void theLongestNamesAndTheSmallestNumbersAreTaken() {
    assertThat(accept(Map.of("jti", "x".repeat(255)))).isEqualTo(CASE);
    Map<String, Object> none = Map.of(FINISHED, Map.of("batch_id", "b-1", "rows", 0));
    assertThat(accept(Map.of("jti", "2", "events", none)))
        .isEqualTo(new WebhookEvent.TaxBatchFinished("b-1", 0));
    Map<String, Object> longest = Map.of("x".repeat(255), Map.of());
    assertThat(accept(Map.of("jti", "3", "events", longest)))
        .isInstanceOf(WebhookEvent.Unknown.class);
    Map<String, Object> changes = new HashMap<>();
    changes.put("jti", "4");
    changes.put("events", Map.of(LOCKED, Map.of()));
    changes.put(
        "sub_id", ours(Map.of("format", "iss_sub", "iss", "ISSUER", "sub", "x".repeat(255))));
    assertThat(accept(changes)).isInstanceOf(WebhookEvent.AccountLocked.class);
    changes.put(
        "sub_id", ours(Map.of("format", "iss_sub", "iss", "ISSUER", "sub", "x".repeat(256))));
    assertThat(refusal(token("secevent+jwt", changes))).isEqualTo(Check.SUBJECT);
  }

  @Test
  void anEventThatNobodySignedIsRefused() {
    String good = token("secevent+jwt", Map.of());
    String other = token("secevent+jwt", Map.of("jti", "2"));
    String[] parts = good.split("\\.", -1);
    String mixed = parts[0] + "." + parts[1] + "." + other.split("\\.", -1)[2];
    assertThat(refusal(mixed)).isEqualTo(Check.SIGNATURE);
    assertThat(refusal("")).isEqualTo(Check.FORMAT);
    assertThat(refusal("a.b.c")).isEqualTo(Check.FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "logout+jwt", "vn-population-check+jwt", "consent-end+jwt"})
  void anotherDocumentOfTheRegistrysIsNoEvent(String type) {
    assertThat(refusal(token(type, Map.of()))).isEqualTo(Check.FORMAT);
  }

  @Test
  void aLogoutTokenIsNoEventAndAnEventIsNoLogoutToken() {
    assertThat(refusal(registry.logoutToken(Map.of()))).isEqualTo(Check.FORMAT);
    Map<String, Object> logout =
        Map.of(
            "iss",
            registry.issuer().toString(),
            "sub",
            "someone",
            "exp",
            now.getEpochSecond() + 3600,
            "events",
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    String form = "logout_token=" + token("secevent+jwt", logout);
    assertThat(refusal("application/x-www-form-urlencoded", form)).isEqualTo(Check.FORMAT);
  }

  @Test
  void anEventThatComesTwiceIsToldAsARepetitionWithWhatItSaid() {
    assertThat(accept(Map.of())).isEqualTo(CASE);
    assertThat(accept(Map.of())).isEqualTo(new WebhookEvent.Repeated(CASE));
  }

  @Test
  void ofManyThreadsOneIsToldThatItIsTheFirst() throws Exception {
    String token = token("secevent+jwt", Map.of());
    assertThat(atOnce(32, () -> accept(token)))
        .containsOnlyOnce(CASE)
        .containsOnly(CASE, new WebhookEvent.Repeated(CASE));
  }

  @Test
  void anEventIsRememberedForAsLongAsItIsTaken() {
    String token = token("secevent+jwt", Map.of());
    MockClock clock = new MockClock();
    try (EidClient moving = registry.builder().clock(clock).build()) {
      assertThat(accept(moving, token)).isEqualTo(CASE);
      clock.advance(Duration.ofHours(24));
      assertThat(accept(moving, token)).isEqualTo(new WebhookEvent.Repeated(CASE));
      clock.advance(Duration.ofMinutes(1));
      UntrustedException thrown =
          catchThrowableOfType(UntrustedException.class, () -> accept(moving, token));
      assertThat(thrown.check()).isEqualTo(Check.EXPIRY);
    }
  }

  @Test
  void aPolledEventThatIsListedUnderAnotherIdIsRefused() {
    String good = token("secevent+jwt", Map.of());
    registry.change("/events", "sets", Map.of("1", good));
    assertThat(client.webhooks().poll(10, heard::add)).isEqualTo(new Polled(1, 0, 0, false));
    registry.change("/events", "sets", Map.of("2", good));
    assertThat(client.webhooks().poll(10, heard::add)).isEqualTo(new Polled(0, 0, 1, false));
    registry.change("/events", "sets", Map.of("3", List.of()));
    assertThat(client.webhooks().poll(10, heard::add)).isEqualTo(new Polled(0, 0, 1, false));
    assertThat(heard).containsExactly(CASE);
  }

  @Test
  void aPollThatCannotVerifyNowLosesNothing() {
    registry.change("/events", "sets", Map.of("1", token("secevent+jwt", Map.of())));
    registry.failures.put("/jwks", 500);
    assertThat(
            catchThrowableOfType(
                UnavailableException.class, () -> client.webhooks().poll(10, heard::add)))
        .isNotNull();
    registry.failures.clear();
    assertThat(client.webhooks().poll(10, heard::add)).isEqualTo(new Polled(1, 0, 0, false));
    assertThat(heard).containsExactly(CASE);
  }

  @Test
  void aProviderThatLetsNobodyPollIsNamed() {
    Map<String, Object> without = new HashMap<>(registry.nationalServices());
    without.remove("events_endpoint");
    registry.change("/.well-known/openid-configuration", "vn_eid", without);
    ClientRejectedException thrown =
        catchThrowableOfType(
            ClientRejectedException.class, () -> client.webhooks().poll(10, heard::add));
    assertThat(thrown.code()).isEqualTo("no_event_poll");
  }

  @Test
  void aRegistryWhoseKeysAreOutOfReachIsNoReasonToTrustOrToForget() {
    String token = token("secevent+jwt", Map.of());
    registry.failures.put("/jwks", 500);
    assertThat(catchThrowableOfType(UnavailableException.class, () -> accept(token))).isNotNull();
    registry.failures.clear();
    assertThat(accept(token)).isEqualTo(CASE);
  }

  private WebhookEvent accept(Map<String, Object> changes) {
    return accept(token("secevent+jwt", changes));
  }

  private WebhookEvent accept(String token) {
    return accept(client, token);
  }

  private static WebhookEvent accept(EidClient client, String token) {
    return client
        .webhooks()
        .accept(
            Map.of("content-type", List.of("application/secevent+jwt")),
            token.getBytes(StandardCharsets.US_ASCII));
  }

  private Check refusal(String token) {
    return refusal("application/secevent+jwt", token);
  }

  private Check refusal(String mediaType, String body) {
    UntrustedException thrown =
        catchThrowableOfType(
            UntrustedException.class,
            () ->
                client
                    .webhooks()
                    .accept(
                        Map.of("Content-Type", List.of(mediaType)),
                        body.getBytes(StandardCharsets.US_ASCII)));
    assertThat(thrown).isNotNull();
    return thrown.check();
  }

  private String token(String type, Map<String, Object> changes) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "registry");
    claims.put("aud", "app");
    claims.put("iat", now.getEpochSecond());
    claims.put("jti", "1");
    claims.put("events", Map.of(DECIDED, Map.of("case_number", "TX-2026-000123")));
    return registry.signed(type, Provider.changed(claims, new HashMap<>(changes)));
  }
}

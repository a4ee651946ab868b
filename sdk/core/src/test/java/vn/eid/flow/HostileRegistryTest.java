package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.EndCause;
import vn.eid.records.HealthData;

/** What a registry of consents may say and sign: honest ones of all kinds, and hostile ones. */
class HostileRegistryTest {
  private static final String OUT = "(none)";
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final ConsentId C1 = ConsentId.of("c1");

  private final Provider registry = new Provider("");
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

  static Stream<Arguments> moreOrOther() {
    return Stream.of(
        arguments("data_sets", List.of("immunizations", "identity")),
        arguments("data_sets", List.of("identity")),
        arguments("purpose", Map.of("code", "RESEARCH", "text", text("Khám", "Examination"))),
        arguments("purpose", Map.of("code", "TREATMENT", "text", text("Khám", "Examination"))),
        arguments("exp", Instant.now().getEpochSecond() + 90_000),
        arguments("recipients", List.of("lab")),
        arguments("cross_border", true),
        arguments("retention", 60),
        arguments("notice", Map.of("version", "1", "sha256", text("00", "00"))),
        arguments("asked", withAsked("data_sets", List.of("immunizations", "identity"))),
        arguments("asked", withAsked("uses", 2)),
        arguments("asked", withAsked("purpose", Map.of("code", "X", "text", text("a", "b")))),
        arguments("consent_id", "c2"));
  }

  @ParameterizedTest
  @MethodSource("moreOrOther")
  void aReceiptOfMoreOrOtherThanWasAskedIsRefused(String member, Object value) {
    registry.receiptChanges.put(member, value);
    assertThat(refusalOfFind()).isEqualTo(Check.CONSENT);
  }

  @Test
  void whatWasAskedToBeLimitedStaysLimited() {
    Map<String, Object> days = Map.of("from", "2026-01-01", "to", "2026-01-31");
    Map<String, Object> more = Map.of("from", "2025-12-31", "to", "2026-01-31");
    asking("period", days);
    assertThat(refusalOfFind()).as("no period").isEqualTo(Check.CONSENT);
    registry.receiptChanges.put("period", more);
    assertThat(refusalOfFind()).as("a day more").isEqualTo(Check.CONSENT);
    registry.receiptChanges.put("period", Map.of("from", "2026-01-01", "to", "2026-02-01"));
    assertThat(refusalOfFind()).as("a day more at the end").isEqualTo(Check.CONSENT);
    registry.receiptChanges.put("period", days);
    assertThat(client.consents().find(C1)).isInstanceOf(Consent.Active.class);

    asking("uses", 2);
    assertThat(refusalOfFind()).as("any number of uses").isEqualTo(Check.CONSENT);
    registry.receiptChanges.put("uses", 3);
    assertThat(refusalOfFind()).as("one use more").isEqualTo(Check.CONSENT);
    registry.receiptChanges.put("uses", 2);
    assertThat(client.consents().find(C1)).isInstanceOf(Consent.Active.class);
  }

  @Test
  void lessThanWasAskedIsTheCitizensRightAndIsTold() {
    registry.receiptChanges.put("period", Map.of("from", "2026-01-01", "to", "2026-01-31"));
    registry.receiptChanges.put("uses", 1);
    registry.receiptChanges.put("exp", Instant.now().getEpochSecond() + 60);
    Consent.Active active = client.consents().requireActive(C1);
    assertThat(active.narrowedFrom()).contains(active.asked());
    assertThat(active.uses()).hasValue(1);
    assertThat(active.asked().uses()).isEmpty();
    assertThat(active.leftOut()).isEmpty();
  }

  @Test
  void whatThisProcessAskedCountsWhateverTheRegistrySaysAndSigns() {
    client.consents().request(request());
    asking("data_sets", List.of("immunizations", "identity"));
    registry.receiptChanges.put("data_sets", List.of("immunizations", "identity"));
    assertThat(refusalOfFind()).isEqualTo(Check.CONSENT);

    try (EidClient other = registry.client()) {
      assertThat(((Consent.Active) other.consents().find(C1)).dataSets()).hasSize(2);
      assertThat(refusal(() -> other.consents().request(request()))).isEqualTo(Check.CONSENT);
    }
  }

  @Test
  void anAnswerAboutAnotherPersonThanWasExpectedIsRefusedBeforeAnybodyIsSentToThePage() {
    assertThat(refusal(() -> client.consents().request(request().expecting("somebody else"))))
        .isEqualTo(Check.SUBJECT);
    try (EidClient other = registry.client()) {
      other.consents().request(request().expecting("citizen"));
      registry.change("/consent", "subject", "another");
      registry.receiptChanges.put("sub", "another");
      assertThat(refusal(() -> other.consents().find(C1))).isEqualTo(Check.SUBJECT);
    }
  }

  @Test
  void aReceiptAboutAnotherPersonOrOfAnotherControllerIsRefused() {
    registry.receiptChanges.put("sub", "another");
    assertThat(refusalOfFind()).isEqualTo(Check.SUBJECT);
    registry.receiptChanges.remove("sub");
    registry.receiptChanges.put("controller", "another-app");
    assertThat(refusalOfFind()).isEqualTo(Check.AUDIENCE);
  }

  /** With the skew of thirty seconds that clients have by default. */
  @Test
  void theTimesOfReceiptsHoldToTheSecond() {
    long now = Instant.now().getEpochSecond();
    Clock standing = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
    try (EidClient still = registry.builder().clock(standing).build()) {
      granted(still, now + 30, now + 60);
      refuses(still, now + 31, now + 60);
      granted(still, now - 60, now - 29);
      refuses(still, now - 60, now - 30);
      granted(still, now - 1, now);
      refuses(still, now, now);
      granted(still, now, now + 86_400);
      registry.change("/consent", "state", "ended");
      registry.endReceiptChanges.put("ended_at", now + 31);
      assertThat(refusal(() -> still.consents().find(C1))).isEqualTo(Check.EXPIRY);
      registry.endReceiptChanges.put("ended_at", now + 30);
      assertThat(still.consents().find(C1)).isInstanceOf(Consent.Ended.class);
    }
  }

  private void granted(EidClient client, long from, long to) {
    registry.receiptChanges.putAll(Map.of("granted_at", from, "exp", to));
    assertThat(client.consents().find(C1)).isInstanceOf(Consent.Active.class);
  }

  private void refuses(EidClient client, long from, long to) {
    registry.receiptChanges.putAll(Map.of("granted_at", from, "exp", to));
    assertThat(refusal(() -> client.consents().find(C1))).isEqualTo(Check.EXPIRY);
  }

  @Test
  void aReceiptByAnotherRegistryOrForAnotherRecipientIsRefused() {
    registry.receiptChanges.put("iss", "another");
    assertThat(refusalOfFind()).isEqualTo(Check.ISSUER);
    registry.receiptChanges.clear();
    registry.receiptChanges.put("aud", List.of("app", "another-app"));
    assertThat(refusalOfFind()).isEqualTo(Check.AUDIENCE);
  }

  static Stream<Arguments> largest() {
    long centuries = Duration.ofDays(200 * 365).toSeconds();
    return Stream.of(
        arguments("retention", centuries, centuries + 1),
        arguments("retention", 1, 0),
        arguments("uses", 1, 0),
        arguments("uses", Integer.MAX_VALUE, Integer.MAX_VALUE + 1L),
        arguments("recipients", names(100, 1), names(101, 1)),
        arguments("recipients", names(1, 64), names(1, 65)),
        arguments("data_sets", names(1, 64), names(1, 65)),
        arguments("data_sets", names(1, 64), List.of()),
        arguments("valid_for", 86_400, 0));
  }

  private static List<String> names(int count, int length) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> "x".repeat(length) + (count > 1 ? i : ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("largest")
  void theLargestTermsAreReadAndLargerOnesRefused(String member, Object most, Object more) {
    asking(member, most);
    if (!member.equals("valid_for")) {
      registry.receiptChanges.put(member, most);
    }
    assertThat(client.consents().find(C1)).isInstanceOf(Consent.Active.class);
    asking(member, more);
    assertThat(refusalOfFind()).isEqualTo(Check.FORMAT);
  }

  @ParameterizedTest
  @CsvSource({"(none), 2000", "0, 500", "-5, 500", "1, 1000", "60, 60000", "61, 60000"})
  void theRegistryHasItselfAskedNeitherWithoutPauseNorNever(String seconds, long milliseconds) {
    registry.change("/consent", "state", "requested");
    registry.change("/consent", "poll_interval", value(seconds));
    Consent.Requested requested = (Consent.Requested) client.consents().find(C1);
    assertThat(requested.pollInterval()).isEqualTo(Duration.ofMillis(milliseconds));
  }

  private static Object value(String seconds) {
    return seconds.equals(OUT) ? OUT : Long.valueOf(seconds);
  }

  @Test
  void aSubjectHasOneTo255Characters() {
    registry.change("/consent", "subject", "x".repeat(255));
    registry.receiptChanges.put("sub", "x".repeat(255));
    assertThat(client.consents().find(C1)).isInstanceOf(Consent.Active.class);
    registry.change("/consent", "subject", "x".repeat(256));
    assertThat(refusalOfFind()).isEqualTo(Check.FORMAT);
  }

  @Test
  void termsThatCannotBeReadAreRefused() {
    Map<String, Object> broken = new LinkedHashMap<>();
    broken.put("uses", 0);
    broken.put("retention", -1);
    broken.put("recipients", List.of("a\nb"));
    broken.put("cross_border", "no");
    broken.put("notice", OUT);
    broken.put("purpose", Map.of("code", "TREATMENT"));
    broken.put("sub", "");
    broken.put("method", OUT);
    broken.forEach(
        (member, value) -> {
          registry.receiptChanges.clear();
          registry.receiptChanges.put(member, value);
          assertThat(refusalOfFind()).as(member).isEqualTo(Check.FORMAT);
        });
  }

  static Stream<Arguments> brokenEnds() {
    long soon = Instant.now().getEpochSecond() + 3600;
    return Stream.of(
        arguments("iss", "another", Check.ISSUER),
        arguments("aud", "another-app", Check.AUDIENCE),
        arguments("aud", OUT, Check.AUDIENCE),
        arguments("consent_id", "c2", Check.CONSENT),
        arguments("sub", "another", Check.SUBJECT),
        arguments("cause", "denied", Check.CONSENT),
        arguments("ended_at", soon, Check.EXPIRY),
        arguments("ended_at", OUT, Check.EXPIRY),
        arguments("channel", OUT, Check.FORMAT));
  }

  @ParameterizedTest
  @MethodSource("brokenEnds")
  void anEndWithABadReceiptIsRefusedAndIsAnEndAllTheSame(String member, Object value, Check check) {
    registry.change("/consent", "state", "ended");
    registry.endReceiptChanges.put(member, value);
    assertThat(refusalOfFind()).isEqualTo(check);
    registry.change("/consent", "state", "active");
    assertThat(refusalOfFind()).as("active again").isEqualTo(Check.REPLAY);
  }

  @Test
  void anEndNeedsAReceiptOfItsOwnKind() {
    registry.change("/consent", "state", "ended");
    registry.endReceiptType = "consent-receipt+jwt";
    assertThat(refusalOfFind()).isEqualTo(Check.FORMAT);
    registry.change("/consent", "end_receipt", OUT);
    assertThat(refusalOfFind()).isEqualTo(Check.FORMAT);
  }

  @Test
  void anEndWithoutATimeAroundItsReceiptIsAnEnd() {
    registry.change("/consent", "state", "ended");
    registry.change("/consent", "ended_at", "yesterday");
    assertThat(client.consents().find(C1)).isInstanceOf(Consent.Ended.class);
  }

  @Test
  void aCauseThatIsUnknownIsAnEndAllTheSame() {
    registry.change("/consent", "state", "ended");
    registry.change("/consent", "cause", "citizen_died");
    registry.endReceiptChanges.put("cause", "citizen_died");
    assertThat(((Consent.Ended) client.consents().find(C1)).cause()).isEqualTo(EndCause.OTHER);
  }

  @Test
  void aConsentGoesOneWay() {
    assertThat(client.consents().find(C1)).isInstanceOf(Consent.Active.class);
    registry.change("/consent", "state", "requested");
    assertThat(refusalOfFind()).isEqualTo(Check.REPLAY);
    registry.change("/consent", "state", "ended");
    assertThat(client.consents().find(C1)).isInstanceOf(Consent.Ended.class);
    for (String state : List.of("requested", "active")) {
      registry.change("/consent", "state", state);
      assertThat(refusalOfFind()).isEqualTo(Check.REPLAY);
      assertThat(refusal(() -> client.consents().of(AN).toList())).isEqualTo(Check.REPLAY);
    }
  }

  @Test
  void anAnswerThatWasOnItsWayWhenTheConsentEndedIsNoAlarm() {
    registry.meanwhile.set(
        () -> {
          client.consents().revoke(C1, "done");
          registry.change("/consent", "state", "ended");
        });
    assertThat(client.consents().find(C1)).isInstanceOf(Consent.Ended.class);
  }

  @Test
  void whatIsGivenBackStaysSoWhenTheAnswerIsLostAndIsGivenBackAgain() {
    registry.failures.put("/consent/c1/revocation", 500);
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> client.consents().revoke(C1, "done"));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> client.consents().requireActive(C1));
    registry.failures.clear();
    assertThat(((Consent.Ended) client.consents().find(C1)).cause())
        .isEqualTo(EndCause.REVOKED_BY_US);
    assertThat(refusalOfFind()).as("active after that").isEqualTo(Check.REPLAY);
  }

  @Test
  void aRegistryThatDoesNotEndWhatIsGivenBackIsRefused() {
    registry.change("/consent", "state", "active");
    assertThat(refusal(() -> client.consents().revoke(C1, "done"))).isEqualTo(Check.FORMAT);
  }

  @Test
  void aListThatLeadsInACircleOrNowhereIsRefused() {
    registry.change("/consent/search", "next_cursor", "again");
    assertThat(refusal(() -> client.consents().of(AN).toList())).isEqualTo(Check.FORMAT);
    registry.change("/consent/search", "consents", List.of());
    assertThat(refusal(() -> client.consents().of(AN).toList())).isEqualTo(Check.FORMAT);
  }

  @Test
  void aListGivesWhatItHadBeforeItWentWrong() {
    registry.change("/consent/search", "next_cursor", "again");
    assertThat(client.consents().of(AN).limit(1)).hasSize(1);
  }

  private static ConsentRequest request() {
    return ConsentRequest.ask(AN, Application.TREATMENT, HealthData.IMMUNIZATIONS);
  }

  /** The registry says, and signs, that this was asked. */
  private void asking(String member, Object value) {
    registry.change("/consent", "asked", withAsked(member, value));
    registry.receiptChanges.clear();
    registry.receiptChanges.put("asked", withAsked(member, value));
  }

  private static Map<String, Object> withAsked(String member, Object value) {
    Map<String, Object> asked = Provider.asked();
    asked.put(member, value);
    return asked;
  }

  private static Map<String, String> text(String vietnamese, String english) {
    return Map.of("vi", vietnamese, "en", english);
  }

  private Check refusalOfFind() {
    return refusal(() -> client.consents().find(C1));
  }

  private static Check refusal(ThrowingCallable call) {
    UntrustedException e = catchThrowableOfType(UntrustedException.class, call);
    assertThat(e).isNotNull();
    return e.check();
  }
}

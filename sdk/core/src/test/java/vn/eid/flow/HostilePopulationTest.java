package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.AdministrativeUnit;
import vn.eid.CitizenId;
import vn.eid.ClientRejectedException;
import vn.eid.EidClient;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;
import vn.eid.RateLimitedException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.jose.Keys;
import vn.eid.population.AuditContext;
import vn.eid.population.CheckReceipt;
import vn.eid.population.CheckResult;
import vn.eid.population.PersonCheck;
import vn.eid.population.Statement;

/**
 * What a population register may answer and sign: honest answers of all kinds, and hostile ones.
 */
class HostilePopulationTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String OUT = "(none)";
  private static final String CHECKS = "/population/checks";
  private static final String TYPE = "vn-population-check+jwt";
  private static final AuditContext WHY =
      AuditContext.of("1.004222", "CB-0042", "H15.50.05").because("Hồ sơ 17");

  private final Provider register = new Provider("");
  private final Map<String, Object> receiptChanges = new HashMap<>();
  private final List<RecordedRequest> asked = new ArrayList<>();
  private String type = TYPE;
  private String receipt = "";
  private EidClient client;

  @BeforeEach
  void begin() {
    register.change("/.well-known/openid-configuration", "vn_eid", register.nationalServices());
    register.answers.put(CHECKS, this::answer);
    client = register.client();
  }

  @AfterEach
  void close() {
    client.close();
    register.close();
  }

  private Map<String, Object> answer(RecordedRequest request) {
    asked.add(request);
    byte[] body = request.getBody().toByteArray();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "registry");
    claims.put("aud", "app");
    claims.put("iat", Instant.now().getEpochSecond());
    claims.put("jti", "1");
    claims.put("request_hash", sha256(body));
    claims.put("answer", "matched");
    claims.put("statements", read(body).get("statements"));
    claims.put("audit", read(body).get("audit"));
    claims.put("answered_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    receipt = register.signed(type, Provider.changed(claims, receiptChanges));
    return Map.of("answer", "matched", "receipt", receipt);
  }

  @Test
  void aGoodReceiptIsAProofAndIsKeptAsOne() {
    CheckResult result = check(everything());
    CheckReceipt kept = ((CheckResult.Matched) result).receipt();
    assertThat(kept.isMatched()).isTrue();
    assertThat(kept.recipient()).isEqualTo("app");
    assertThat(kept.answeredAt()).isBeforeOrEqualTo(Instant.now());
    assertThat(kept.audit().reason()).isEqualTo("Hồ sơ 17");
    assertThat(kept.statements())
        .extracting(Object::getClass)
        .isEqualTo(
            List.of(
                Statement.AgeAtLeast.class,
                Statement.Alive.class,
                Statement.ResidesIn.class,
                Statement.HeadsHousehold.class));
    assertThat(kept.statements().get(0)).isEqualTo(new Statement.AgeAtLeast(18));
    assertThat(((Statement.ResidesIn) kept.statements().get(2)).province().code()).isEqualTo("79");
    assertThat(kept.toJws()).isEqualTo(receipt);
  }

  @Test
  void noMatchAndNotFoundAreOneAnswer() {
    receiptChanges.put("answer", "no_match_or_not_found");
    register.change(CHECKS, "answer", "no_match_or_not_found");
    CheckResult result = check(person());
    assertThat(((CheckResult.NoMatchOrNotFound) result).receipt().isMatched()).isFalse();
  }

  static Stream<Arguments> brokenReceipts() {
    Instant now = Instant.now();
    Map<String, String> audit =
        Map.of("procedure", "1.004222", "officer", "CB-0043", "unit", "H15.50.05", "reason", "x");
    return Stream.of(
        arguments("iss", "another", Check.ISSUER),
        arguments("iss", OUT, Check.ISSUER),
        arguments("aud", "another-app", Check.AUDIENCE),
        arguments("aud", List.of("app", "another-app"), Check.AUDIENCE),
        arguments("aud", OUT, Check.AUDIENCE),
        arguments("request_hash", sha256(new byte[] {1}), Check.NONCE),
        arguments("request_hash", OUT, Check.NONCE),
        arguments("statements", List.of(), Check.NONCE),
        arguments("statements", List.of(Map.of("type", "age_at_least", "years", 16)), Check.NONCE),
        arguments("statements", OUT, Check.NONCE),
        arguments("audit", audit, Check.NONCE),
        arguments("audit", OUT, Check.FORMAT),
        arguments("audit", Map.of("procedure", "1.004222"), Check.FORMAT),
        arguments("answer", "no_match_or_not_found", Check.SIGNATURE),
        arguments("answer", "denied", Check.FORMAT),
        arguments("answer", OUT, Check.FORMAT),
        arguments("answered_at", now.minus(Duration.ofDays(1)).toString(), Check.EXPIRY),
        arguments("answered_at", now.minus(Duration.ofMinutes(6)).toString(), Check.EXPIRY),
        arguments("answered_at", now.plus(Duration.ofMinutes(1)).toString(), Check.EXPIRY),
        arguments("answered_at", "yesterday", Check.FORMAT),
        arguments("answered_at", OUT, Check.FORMAT));
  }

  @ParameterizedTest
  @MethodSource("brokenReceipts")
  void aReceiptThatIsNotAboutThisVeryCheckIsRefused(String member, Object value, Check expected) {
    receiptChanges.put(member, value);
    assertThat(refusal(() -> check(person().ageAtLeast(18)))).isEqualTo(expected);
  }

  @Test
  void theOppositeOfWhatWasSignedIsRefusedBothWays() {
    register.change(CHECKS, "answer", "no_match_or_not_found");
    assertThat(refusal(() -> check(person()))).isEqualTo(Check.SIGNATURE);
    register.change(CHECKS, "answer", "matched");
    receiptChanges.put("answer", "no_match_or_not_found");
    assertThat(refusal(() -> check(person()))).isEqualTo(Check.SIGNATURE);
  }

  @Test
  void theReceiptOfAnEqualCheckIsAnotherRequests() {
    check(person());
    register.change(CHECKS, "receipt", receipt);
    assertThat(refusal(() -> check(person()))).isEqualTo(Check.NONCE);
  }

  @Test
  void anAnswerWithoutAReceiptIsNone() {
    register.change(CHECKS, "receipt", OUT);
    assertThat(refusal(() -> check(person()))).isEqualTo(Check.FORMAT);
    register.change(CHECKS, "answer", "no_match_or_not_found");
    assertThat(refusal(() -> check(person()))).isEqualTo(Check.FORMAT);
  }

  @Test
  void aReceiptThatNobodySignedIsRefused() {
    check(person());
    register.change(CHECKS, "receipt", forged(receipt));
    assertThat(refusal(() -> check(person()))).isEqualTo(Check.SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "consent-receipt+jwt", "secevent+jwt"})
  void anotherDocumentOfTheRegistrysIsNoReceipt(String other) {
    type = other;
    assertThat(refusal(() -> check(person()))).isEqualTo(Check.FORMAT);
  }

  @Test
  void whatIsDecidedWithoutLookingAnybodyUpIsAValue() {
    answers(Map.of("answer", "denied", "reason", "unit_not_permitted"));
    assertThat(check(person()))
        .isEqualTo(new CheckResult.Denied(CheckResult.Reason.UNIT_NOT_PERMITTED));
    answers(Map.of("answer", "denied", "reason", "moonshine"));
    assertThat(check(person())).isEqualTo(new CheckResult.Denied(CheckResult.Reason.OTHER));
    answers(Map.of("answer", "unavailable", "retry_after", 60));
    assertThat(check(person()))
        .isEqualTo(new CheckResult.Unavailable(Optional.of(Duration.ofMinutes(1))));
    answers(Map.of("answer", "unavailable"));
    assertThat(check(person())).isEqualTo(new CheckResult.Unavailable(Optional.empty()));
    answers(Map.of("answer", "unavailable", "retry_after", Long.MAX_VALUE));
    assertThat(check(person()))
        .isEqualTo(new CheckResult.Unavailable(Optional.of(Duration.ofDays(1))));
    answers(Map.of("answer", "unavailable", "retry_after", -1));
    assertThat(refusal(() -> check(person()))).isEqualTo(Check.FORMAT);
  }

  @Test
  void anAnswerThatThisVersionDoesNotKnowProvesNothing() {
    register.change(CHECKS, "answer", "probably");
    assertThat(check(person())).isEqualTo(new CheckResult.Other());
  }

  @Test
  void theSameCheckIsOneRequestAndAnotherIsAnother() {
    PersonCheck check = person();
    check(check);
    check(check);
    check(person());
    List<String> keys =
        asked.stream().map(request -> request.getHeaders().get("Idempotency-Key")).toList();
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(asked.get(1).getBody()).isEqualTo(asked.get(0).getBody());
    assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
    assertThat(keys.get(0)).isEqualTo(sha256(asked.get(0).getBody().toByteArray()));
  }

  @Test
  void theOwnBudgetIsUsedUpBeforeAnythingIsSent() {
    try (EidClient thrifty = register.builder().populationBudget(1, Duration.ofDays(1)).build()) {
      PersonCheck first = person();
      thrifty.population().check(first, WHY);
      thrifty.population().check(first, WHY);
      int before = register.requests();
      assertThatExceptionOfType(RateLimitedException.class)
          .isThrownBy(() -> thrifty.population().check(person(), WHY))
          .withMessageContainingAll("own budget", "1 in PT24H", "nothing was sent", "free at 20")
          .satisfies(
              e ->
                  assertThat(e.retryAfter()).isBetween(Duration.ofHours(23), Duration.ofHours(24)));
      assertThat(register.requests()).isEqualTo(before);
    }
  }

  @Test
  void aBudgetIsWithinBounds() {
    EidClient.Builder builder = register.builder();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> builder.populationBudget(0, Duration.ofDays(1)));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> builder.populationBudget(100_001, Duration.ofDays(1)));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> builder.populationBudget(1, Duration.ZERO));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> builder.populationBudget(1, Duration.ofDays(32)));
  }

  @Test
  void aProviderWithoutTheServiceSaysWhatToDo() {
    Map<String, Object> others = new LinkedHashMap<>(register.nationalServices());
    others.remove("population_endpoint");
    register.change("/.well-known/openid-configuration", "vn_eid", others);
    assertThatExceptionOfType(ClientRejectedException.class)
        .isThrownBy(() -> check(person()))
        .withMessageContainingAll("population_endpoint", "Ask the authority")
        .satisfies(e -> assertThat(e.code()).isEqualTo("no_population_checks"));
  }

  @Test
  void sendsNoRealPersonToASandbox() {
    PersonCheck real =
        PersonCheck.of(CitizenId.parse("001850123456"), "Ai Đó", PartialDate.parse("1985"));
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> check(real));
    assertThat(register.requests()).isZero();
  }

  @Test
  void aKeptReceiptIsVerifiedWithNothingButTheRegistrysKeys() {
    check(everything());
    String keys = client.consents().registryKeys();
    register.close();
    CheckReceipt proven = CheckReceipt.verify(receipt, keys);
    assertThat(proven.isMatched()).isTrue();
    assertThat(proven.audit().officer()).isEqualTo("CB-0042");
    assertThat(refusal(() -> CheckReceipt.verify(forged(receipt), keys)))
        .isEqualTo(Check.SIGNATURE);
    assertThat(refusal(() -> CheckReceipt.verify(receipt, Keys.fresh().publicKeys())))
        .isEqualTo(Check.SIGNATURE);
    assertThat(refusal(() -> CheckReceipt.verify("x", keys))).isEqualTo(Check.FORMAT);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> CheckReceipt.verify(receipt, "{}"));
  }

  @Test
  void aKeptReceiptOfALaterVersionIsReadAsFarAsItIsKnown() {
    receiptChanges.put(
        "statements",
        List.of(
            Map.of("type", "married"),
            Map.of("type", "resides_in", "province", "15", "list", "2031-01-01"),
            Map.of("type", "resides_in", "province", "x", "list", "2025-07-01"),
            Map.of("type", "age_at_least", "years", 151),
            Map.of("type", "age_at_least", "years", 18L - (1L << 32))));
    assertThat(refusal(() -> check(person()))).isEqualTo(Check.NONCE);
    assertThat(CheckReceipt.verify(receipt, client.consents().registryKeys()).statements())
        .containsOnly(new Statement.Other())
        .hasSize(5);
  }

  private CheckResult check(PersonCheck check) {
    return client.population().check(check, WHY);
  }

  private void answers(Map<String, Object> answer) {
    register.answers.put(CHECKS, unused -> answer);
  }

  private static PersonCheck person() {
    return PersonCheck.of(
        CitizenId.parse("099085000011"), "Nguyễn Văn An", PartialDate.parse("1985-03-12"));
  }

  private static PersonCheck everything() {
    return person()
        .ageAtLeast(18)
        .alive()
        .residesIn(AdministrativeUnit.province("79"))
        .headsHousehold();
  }

  /** The same with one bit of the content changed. */
  private static String forged(String jws) {
    String[] parts = jws.split("\\.", -1);
    byte[] content = Base64.getUrlDecoder().decode(parts[1]);
    content[2] ^= 1;
    return parts[0]
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(content)
        + "."
        + parts[2];
  }

  private static Check refusal(ThrowingCallable call) {
    UntrustedException thrown = catchThrowableOfType(UntrustedException.class, call);
    assertThat(thrown).isNotNull().hasMessageNotContainingAny("099085000011", "Nguyễn");
    return thrown.check();
  }

  private static String sha256(byte[] data) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(data);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

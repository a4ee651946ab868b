package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/**
 * An id token: the claims of the input, signed by the provider. What passes was made by it, for
 * this client, for this login, and just now.
 */
class IdTokenFuzzTest {
  private static final Operation OPERATION = Operation.named("fuzz");
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final KeySet KEYS =
      GivenKeys.of(OPERATION, "keys", HonestProvider.publicKeys()).keys();
  private static final IdTokenChecks CHECKS =
      new IdTokenChecks(
          OPERATION,
          HonestProvider.ISSUER,
          HonestProvider.CLIENT,
          HonestProvider.CLOCK,
          SKEW,
          new DecryptionKeys(List.of()));
  private static final ExpectedLogin LOGIN =
      new ExpectedLogin(
          Optional.of("nonce"),
          Optional.empty(),
          "t",
          List.of("2"),
          Optional.of(Duration.ofMinutes(5)));

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    String token = HonestProvider.signed("JWT", Fuzzed.text(input));
    Optional<Fields> claims =
        Fuzzed.read(UntrustedException.class, input, () -> CHECKS.verify(token, KEYS, LOGIN));
    claims.ifPresent(read -> isOfThisLogin(read.members()));
    return claims.isPresent();
  }

  private static void isOfThisLogin(Map<String, Object> claims) {
    assertThat(claims)
        .containsEntry("iss", HonestProvider.ISSUER)
        .containsEntry("nonce", "nonce")
        .containsEntry("acr", "2");
    assertThat(claims.get("aud")).isIn(HonestProvider.CLIENT, List.of(HonestProvider.CLIENT));
    assertThat(time(claims, "exp")).isAfter(HonestProvider.NOW.minus(SKEW));
    assertThat(time(claims, "iat"))
        .isBetween(
            HonestProvider.NOW.minus(SKEW).minus(Duration.ofMinutes(10)),
            HonestProvider.NOW.plus(SKEW));
    assertThat(time(claims, "auth_time"))
        .isAfter(HonestProvider.NOW.minus(SKEW).minus(Duration.ofMinutes(5).plusSeconds(1)));
  }

  private static Instant time(Map<String, Object> claims, String name) {
    double seconds = ((Number) claims.getOrDefault(name, 0)).doubleValue();
    return Instant.ofEpochMilli((long) (seconds * 1000));
  }
}

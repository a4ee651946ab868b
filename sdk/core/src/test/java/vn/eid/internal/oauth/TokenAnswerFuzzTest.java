package vn.eid.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Json;

/** The token endpoint's answer: what passes can be sent in a header, and lives for a while. */
class TokenAnswerFuzzTest {
  private static final Operation OPERATION = Operation.named("fuzz");

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    Optional<TokenAnswer> answer =
        Fuzzed.read(UntrustedException.class, input, () -> answer(input));
    answer.ifPresent(
        token -> {
          assertThat(token.accessToken()).matches("[\\x21-\\x7e]+");
          assertThat(token.refreshToken().orElse("r")).matches("[\\x21-\\x7e]+");
          assertThat(Duration.between(HonestProvider.NOW, token.expiresAt()))
              .isBetween(Duration.ofSeconds(1), Duration.ofDays(1));
        });
    return answer.isPresent();
  }

  private static TokenAnswer answer(byte[] input) {
    return new TokenResponseChecks(OPERATION, HonestProvider.CLOCK)
        .verify(Json.object(OPERATION, "The token answer", input));
  }
}

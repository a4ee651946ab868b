package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import vn.eid.fuzz.Fuzzed;

/** The header with which a protected API asks for a surer login. */
class StepUpFuzzTest {
  private static final Request REQUEST = new Request.Builder().url("https://api.example/").build();

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    Optional<StepUp> demand = StepUp.demandedBy(answer(Fuzzed.text(input)));
    demand.ifPresent(StepUpFuzzTest::canBeAskedFor);
    return demand.isPresent();
  }

  private static void canBeAskedFor(StepUp demand) {
    assertThat(demand.acrValues()).hasSizeLessThanOrEqualTo(10);
    assertThat(demand.acrValues()).allMatch(value -> value.matches("[\\x21-\\x7e]{1,200}"));
    assertThat(demand.signedInWithin().filter(Duration::isNegative)).isEmpty();
    assertThat(demand.toString()).matches("StepUp\\[level=[A-Z0-9_-]+, signedInWithin=[A-Z0-9-]+]");
  }

  private static Response answer(String challenge) {
    Headers headers =
        new Headers.Builder().addUnsafeNonAscii("WWW-Authenticate", line(challenge)).build();
    return new Response.Builder()
        .request(REQUEST)
        .protocol(Protocol.HTTP_1_1)
        .code(401)
        .message("")
        .headers(headers)
        .build();
  }

  /** No server can send a header of several lines. */
  private static String line(String text) {
    return text.replace("\n", " ").replace("\r", " ").replace("\0", " ");
  }
}

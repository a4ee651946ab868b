package vn.eid.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.Headers;
import vn.eid.ClientRejectedException;
import vn.eid.EidException;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.internal.Operation;

/**
 * A refusal as it comes: status, header fields and body. The input has a line for the status, for
 * Content-Type and for Retry-After; what follows is the body.
 */
class ProblemsFuzzTest {
  private static final Operation OPERATION = Operation.named("fuzz");

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  /** Whether it names a code. */
  boolean accepts(byte[] input) {
    String[] lines = Fuzzed.text(input).split("\n", 4);
    if (lines.length < 4) {
      return false;
    }
    WireResponse response = response(lines);
    assertThat(response.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
    try {
      EidException problem = Problems.of(OPERATION, response);
      assertThat(problem)
          .isInstanceOfAny(ClientRejectedException.class, InvalidRequestException.class);
      Fuzzed.namesNoNumberOf(input, String.valueOf(problem.getMessage()));
      return Problems.code(response).isPresent();
    } catch (UntrustedException e) {
      Fuzzed.namesNoNumberOf(input, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private static WireResponse response(String[] lines) {
    Headers headers =
        new Headers.Builder()
            .addUnsafeNonAscii("Content-Type", value(lines[1]))
            .addUnsafeNonAscii("Retry-After", value(lines[2]))
            .build();
    int status = lines[0].matches("4[0-9]{2}") ? Integer.parseInt(lines[0]) : 400;
    return new WireResponse(OPERATION, status, headers, lines[3].getBytes(StandardCharsets.UTF_8));
  }

  private static String value(String line) {
    return line.replace("\r", " ").replace("\0", " ");
  }
}

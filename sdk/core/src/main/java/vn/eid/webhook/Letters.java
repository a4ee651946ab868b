package vn.eid.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.spi.DeadLetter;
import vn.eid.spi.DeadLetters;

/** Puts what could not be used where the application keeps such. */
final class Letters {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.webhook");
  private static final int MOST = 1 << 16;

  private final Optional<DeadLetters> kept;
  private final Clock clock;

  Letters(Optional<DeadLetters> kept, Clock clock) {
    this.kept = kept;
    this.clock = clock;
  }

  /** Whether anybody keeps them. */
  boolean areKept() {
    return kept.isPresent();
  }

  /** A message that failed a check. */
  void refused(byte[] body, UntrustedException refusal) {
    keep(Optional.of(refusal.check()), String.valueOf(refusal.getMessage()), body);
  }

  /** An event that passed, and that the application's handler does not get done. */
  void unhandled(String token, int times) {
    String problem = "The application's handler threw " + times + " times in a row.";
    keep(Optional.empty(), problem, token.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void keep(Optional<Check> failed, String problem, byte[] body) {
    byte[] begin = Arrays.copyOf(body, Math.min(body.length, MOST));
    String text = new String(begin, StandardCharsets.ISO_8859_1);
    kept.ifPresent(letters -> add(letters, new DeadLetter(clock.instant(), failed, problem, text)));
  }

  private static void add(DeadLetters letters, DeadLetter letter) {
    try {
      letters.add(letter);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      LOG.warn("A dead letter was not kept: {}.", e.getClass().getName());
    }
  }
}

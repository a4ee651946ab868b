package vn.eid.spi;

import java.time.Instant;
import java.util.Optional;
import vn.eid.UntrustedException.Check;

/**
 * A message that could not be used. Prints nothing of the message.
 *
 * @param at when it was given up
 * @param failed the check that it failed; empty where it passed them all, and the application's
 *     handler threw each time
 * @param problem what was wrong, in one sentence without personal data
 * @param body the message, a character for each of its bytes (ISO 8859-1), cut after 64 kB. Anybody
 *     may have written it, and a good one holds pseudonyms: show it to nobody but its finder
 */
public record DeadLetter(Instant at, Optional<Check> failed, String problem, String body) {

  @Override
  public String toString() {
    return "DeadLetter[" + failed.map(Check::name).orElse("NOT HANDLED") + ", " + at + "]";
  }
}

package vn.eid.examples.bank;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.Identity;

/**
 * Which transfers want the citizen to be recognised anew (Decision 2345/QD-NHNN): each one above 10
 * million dong, and each one by which the day's total goes above 20 million. Each of them wants a
 * recognition of its own: at level 3, after it was prepared, and used for no other.
 */
final class StepUpRule {
  static final long ONE_TRANSFER = 10_000_000;
  static final long ONE_DAY = 20_000_000;

  private StepUpRule() {}

  /**
   * @param amount of the transfer, in dong
   * @param sentToday what was sent on this day before it
   */
  static boolean wants(long amount, long sentToday) {
    return amount > ONE_TRANSFER || Math.addExact(sentToday, amount) > ONE_DAY;
  }

  /** When the citizen was recognised so surely, if they were. */
  static Optional<Instant> recognition(Identity citizen) {
    return citizen
        .authenticationLevel()
        .filter(level -> level.compareTo(AuthenticationLevel.LEVEL_3) >= 0)
        .flatMap(level -> citizen.authenticatedAt());
  }

  /** Whether it was for a transfer that was prepared then: the provider tells whole seconds. */
  static boolean isFor(Instant prepared, Instant recognised) {
    return !recognised.isBefore(prepared.truncatedTo(ChronoUnit.SECONDS));
  }
}

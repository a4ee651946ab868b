package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The one clock of the mock server. It runs with the system's until it is moved, set or stopped.
 */
public final class MockClock extends Clock {
  /** What the mock plays began later than this. */
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Years of more digits, and sums that no number holds, are not worth playing. */
  public static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private static final Duration LONGEST = Duration.between(EARLIEST, LATEST);

  // Nobody is refused for less.
  private static final Duration SMALL = Duration.ofSeconds(5);

  private final Clock system;
  // Both are changed under the lock and read without it.
  private volatile Hands hands = Hands.WITH_SYSTEM;
  private volatile Hands start = Hands.WITH_SYSTEM;

  /** How far ahead of the system's clock, or where it stands. */
  private record Hands(Duration ahead, Optional<Instant> standing) {
    static final Hands WITH_SYSTEM = new Hands(Duration.ZERO, Optional.empty());

    static Hands standingAt(Instant time) {
      return new Hands(Duration.ZERO, Optional.of(time));
    }

    Instant at(Instant system) {
      return standing.orElseGet(() -> system.plus(ahead));
    }
  }

  public MockClock(Clock system) {
    this.system = system;
  }

  public MockClock() {
    this(Clock.systemUTC());
  }

  /** Has it stand there from the start and after each reset. */
  public synchronized void startStandingAt(Instant time) {
    start = Hands.standingAt(checked(time));
    reset();
  }

  /**
   * A moment that the mock can play.
   *
   * @throws IllegalArgumentException if it is not in the years 2000 to 2099
   */
  public static Instant checked(Instant time) {
    if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
      throw new IllegalArgumentException("The mock's clock plays the years 2000 to 2099.");
    }
    return time;
  }

  /** Moves the clock, which stands where it stood or runs where it ran; nothing sleeps. */
  public synchronized void advance(Duration by) {
    if (by.compareTo(LONGEST) > 0) {
      checked(LATEST);
    }
    Hands moved = moved(by);
    checked(now(moved));
    hands = moved;
  }

  /** Sets the clock to another time, an earlier one too; it stands or runs as before. */
  public synchronized void set(Instant time) {
    hands = moved(Duration.between(instant(), checked(time)));
  }

  /** Has it stand at this time until it is set, advanced, or runs again. */
  public synchronized void stop() {
    hands = Hands.standingAt(instant());
  }

  /** Has it run on from where it is. */
  public synchronized void run() {
    hands = new Hands(Duration.between(system.instant(), instant()), Optional.empty());
  }

  /** Whether it stands. */
  public boolean stands() {
    return hands.standing().isPresent();
  }

  /**
   * A sentence for somebody who is refused because of the time, after a blank: that the clock was
   * moved, and how far. Empty where it was not.
   */
  public String moved() {
    Duration ahead = Duration.between(system.instant(), instant());
    if (ahead.abs().compareTo(SMALL) < 0) {
      return "";
    }
    return " The server's clock was moved, %s %s."
        .formatted(inWords(ahead.abs()), ahead.isNegative() ? "back" : "ahead");
  }

  private static String inWords(Duration time) {
    if (time.toHours() >= 48) {
      return time.toDays() + " days";
    }
    return time.toMinutes() >= 2 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
  }

  /** Puts the clock back to the start. */
  public synchronized void reset() {
    hands = start;
  }

  private Instant now(Hands at) {
    return at.at(system.instant());
  }

  private Hands moved(Duration by) {
    return hands
        .standing()
        .map(time -> Hands.standingAt(time.plus(by)))
        .orElseGet(() -> new Hands(hands.ahead().plus(by), Optional.empty()));
  }

  @Override
  public Instant instant() {
    return now(hands);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

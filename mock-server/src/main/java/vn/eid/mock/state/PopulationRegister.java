package vn.eid.mock.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import vn.eid.mock.CheckDenial;

/** The population register, which says yes or no and nothing else. Safe for use by threads. */
public final class PopulationRegister {
  public static final String MATCHED = "matched";

  /** Says of a number that nobody has no more than of a wrong name. */
  public static final String NO_MATCH = "no_match_or_not_found";

  private final Citizens citizens;
  private final Clock clock;
  private final CheckBudget budget;
  private final Citizen nobody;
  private volatile Optional<CheckDenial> denial = Optional.empty();
  private volatile Instant downSince = Instant.MIN;
  private volatile Instant downUntil = Instant.MIN;

  PopulationRegister(Citizens citizens, Clock clock) {
    this.citizens = citizens;
    this.clock = clock;
    this.budget = new CheckBudget(clock);
    this.nobody = citizens.all().get(0);
  }

  /**
   * Whether there is such a person, with this name and birth date, and every statement holds.
   *
   * <p>What the answer is must not show in how long it takes. Equal for everybody: one look-up, one
   * folded and compared name, one compared birth date, each statement judged (none is skipped
   * because another one failed), and one receipt signed. For a number that nobody has, all of it is
   * done with somebody else's entry. Not equal: finding an entry and not finding it, names of
   * different length on file, a person that is made on demand, and the arithmetic of the signature
   * itself; those are microseconds that are lost in an HTTP request, and no mock has more to hide.
   */
  public boolean matches(PersonCheck check) {
    Optional<Citizen> found = citizens.find(check.citizenId());
    Citizen citizen = found.orElse(nobody);
    LocalDate today = VietnamDays.of(clock.instant());
    boolean holds = same(citizen.name(), check.fullName());
    holds &= citizen.birthDate().equals(check.birthDate());
    for (Statement statement : check.statements()) {
      holds &= statement.holds(citizen, today);
    }
    return holds && found.isPresent();
  }

  // Takes as long where the first letter differs as where the last one does.
  private static boolean same(String onFile, String asked) {
    return MessageDigest.isEqual(
        NameFolding.fold(onFile).getBytes(StandardCharsets.UTF_8),
        NameFolding.fold(asked).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A JSON document about an answer, with spaces after it: both answers make it equally long, so
   * the length of what is encrypted on the wire does not tell them apart.
   */
  public static byte[] padded(byte[] json, String answer) {
    int spaces = Math.max(0, NO_MATCH.length() - answer.length());
    byte[] padded = Arrays.copyOf(json, json.length + spaces);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  public CheckBudget budget() {
    return budget;
  }

  /** Why nobody is answered, whomever the question is about. */
  public Optional<CheckDenial> denial() {
    return denial;
  }

  /** Denies each check until the next reset. */
  public void deny(CheckDenial why) {
    denial = Optional.of(why);
  }

  /** How long the register is still out of order; empty where it is not. */
  public Optional<Duration> downFor() {
    Instant now = clock.instant();
    return !now.isBefore(downSince) && now.isBefore(downUntil)
        ? Optional.of(Duration.between(now, downUntil))
        : Optional.empty();
  }

  /** Is out of order for so long. */
  public void goDown(Duration time) {
    Instant now = clock.instant();
    downSince = now;
    downUntil = now.plus(time);
  }

  void reset() {
    denial = Optional.empty();
    downUntil = Instant.MIN;
    budget.reset();
  }
}

package vn.eid.mock.state;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A citizen: what the registers know, and how this person decides. Safe for use by threads. */
public final class Citizen {
  // Longer than anything can be asked for.
  private static final Duration EVER = Duration.ofDays(100_000);

  private final Person person;
  private final Deque<Decision> next = new ArrayDeque<>();
  private Decision usual;
  private Optional<String> newName = Optional.empty();
  private boolean locked;
  private boolean alive = true;
  private int highestAcr;
  private Set<DataSet> shares = Set.of();
  private Duration longest = Duration.ZERO;
  private HealthRecord health = HealthRecord.USUAL;

  Citizen(Person person) {
    this.person = person;
    this.usual = person.decides();
    reset();
  }

  /** The personal identification number, 12 digits. */
  public String id() {
    return person.number();
  }

  /** The name that the e-ID has, which may be newer than the one in the registers. */
  public synchronized String name() {
    return newName.orElse(person.name());
  }

  /** Has another name in the e-ID until the next reset. */
  public synchronized void rename(String name) {
    newName = Optional.of(name);
  }

  public BirthDate birthDate() {
    return person.birthDate();
  }

  public Gender gender() {
    return person.gender();
  }

  /** 1 or 2 (Decree 69/2024): not the level of one login. */
  public int accountLevel() {
    return person.accountLevel();
  }

  /** Whether nothing can be approved. ASSUMED: the account of one who died is locked. */
  public synchronized boolean locked() {
    return locked || !alive;
  }

  /** Locks the account until the next reset. */
  public synchronized void lock() {
    locked = true;
  }

  public synchronized void unlock() {
    locked = false;
  }

  public synchronized boolean alive() {
    return alive;
  }

  /** Is dead in the population register until the next reset. */
  public synchronized void die() {
    alive = false;
  }

  /** Whether a login can have this authentication level, a digit from 1 to 4. */
  public synchronized boolean reaches(String acr) {
    return Integer.parseInt(acr) <= highestAcr;
  }

  /** No login has a higher level than this one until the next reset. */
  public synchronized void reachesAtMost(int acr) {
    highestAcr = acr;
  }

  /** What this person is good for in a test. */
  public BilingualText why() {
    return person.why();
  }

  /** Everything that the registers have on file. */
  public Person person() {
    return person;
  }

  /** What the health record holds and keeps back, now. */
  public synchronized HealthRecord health() {
    return health;
  }

  /** Has the data set hold so many resources at least, until the next reset. */
  public synchronized void hold(DataSet dataSet, int count) {
    health = health.holding(dataSet, count);
  }

  /** Keeps resources back until the next reset, besides those that are kept back already. */
  public synchronized void withhold(Withholding one) {
    health = health.withholding(one);
  }

  /** Leaves out parts of so many resources until the next reset. */
  public synchronized void redact(DataSet dataSet, int count) {
    health = health.redacting(dataSet, count);
  }

  /** The value of an OpenID Connect claim that this citizen has. */
  public Optional<Object> claim(String name) {
    return switch (name) {
      case "name" -> Optional.of(name());
      case "birthdate" -> Optional.of(birthDate().text());
      case "gender" -> Optional.of(gender().claim());
      case "citizen_id" -> Optional.of(id());
      default -> Optional.empty();
    };
  }

  /** What the citizen does now; uses up one {@link #decideNext}. */
  public synchronized Decision nextDecision() {
    Decision once = next.poll();
    return once == null ? usual : once;
  }

  /** What the citizen does where nothing was said of the next time. */
  public synchronized Decision usualDecision() {
    return usual;
  }

  /** Decides so once, after what was asked for before. */
  public synchronized void decideNext(Decision decision) {
    next.add(decision);
  }

  /** Decides so from now on, and grants what is asked for where that is a yes. */
  public synchronized void decideAlways(Decision decision) {
    next.clear();
    usual = decision;
    shares = EnumSet.allOf(DataSet.class);
    longest = EVER;
  }

  /** Approves from now on, but no other data set than these. */
  public synchronized void approvesOnly(Set<DataSet> only) {
    decideAlways(Decision.APPROVE);
    shares = Set.copyOf(only);
  }

  /** Grants no consent for longer than this from now on. */
  public synchronized void grantsAtMost(Duration time) {
    longest = time;
  }

  /** What this citizen grants of what is asked for; empty where it is nothing. */
  public synchronized Optional<ConsentTerms> grants(ConsentTerms asked) {
    return Optional.of(grants(asked, shares)).filter(granted -> !granted.dataSets().isEmpty());
  }

  /** What this citizen grants after a choice among the data sets. */
  synchronized ConsentTerms grants(ConsentTerms asked, Set<DataSet> chosen) {
    return asked.narrowedTo(chosen, longest);
  }

  synchronized void reset() {
    decideAlways(person.decides());
    newName = Optional.empty();
    locked = person.locked();
    alive = true;
    health = person.health();
    // ASSUMED: an account of level 1 was opened without meeting anybody, so it reaches no biometric
    // level.
    highestAcr = accountLevel() < 2 ? 2 : 4;
  }

  /** Masked: logs must not hold a citizen's number. */
  @Override
  public String toString() {
    return "Citizen[" + id().substring(0, 3) + "*********]";
  }
}

package vn.eid.mock.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A citizen: what the registers know, and how this person decides. Safe for use by threads. */
public final class Citizen {
  private final Person person;
  private final Deque<Decision> next = new ArrayDeque<>();
  private Decision usual;
  private boolean locked;
  private int highestAcr;

  Citizen(Person person) {
    this.person = person;
    this.usual = person.decides();
    reset();
  }

  /** The personal identification number, 12 digits. */
  public String id() {
    return person.number();
  }

  public String name() {
    return person.name();
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

  public synchronized boolean locked() {
    return locked;
  }

  /** Locks the account until the next reset. */
  public synchronized void lock() {
    locked = true;
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

  /** Decides so once, after what was asked for before. */
  public synchronized void decideNext(Decision decision) {
    next.add(decision);
  }

  /** Decides so from now on. */
  public synchronized void decideAlways(Decision decision) {
    next.clear();
    usual = decision;
  }

  synchronized void reset() {
    decideAlways(person.decides());
    locked = person.locked();
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

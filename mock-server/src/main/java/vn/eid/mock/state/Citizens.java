package vn.eid.mock.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The citizens that the mock knows: those of a file, in its order, and any number of others who are
 * made when they are asked for.
 */
public final class Citizens {
  private final Map<String, Citizen> atStart;
  private final Map<String, Citizen> settled = new ConcurrentHashMap<>();
  private final Population others;
  // Written under the lock and never changed once it stands here, so that nobody waits to read it.
  private volatile Map<String, Citizen> byNumber;

  Citizens(List<Person> people) {
    this(people, Population.NONE);
  }

  private Citizens(List<Person> people, Population others) {
    Map<String, Citizen> listed = new LinkedHashMap<>();
    people.forEach(person -> listed.put(person.number(), new Citizen(person)));
    this.atStart = listed;
    this.byNumber = listed;
    this.others = others;
  }

  /** The sixteen people that come with the mock; each is there for a reason. */
  public static Citizens builtIn() {
    return new Citizens(CitizensFile.builtIn());
  }

  /**
   * Reads a file of the same form as the built-in {@code citizens.json}, all of it or nothing.
   *
   * @param now nobody is born later
   * @throws CitizensFileException with a line for each mistake, which names the file, the place and
   *     the reason
   */
  public static Citizens load(Path file, Instant now) {
    return new Citizens(CitizensFile.read(file, VietnamDays.of(now)));
  }

  /** The same citizens and others, of whom those with a number of the file do not count. */
  public Citizens and(Population more) {
    return new Citizens(byNumber.values().stream().map(Citizen::person).toList(), more);
  }

  /** The same citizens and some more, each made of a row as {@link #add} takes it. */
  public Citizens and(List<ObjectNode> rows, Instant now, NewPerson.Refusal refusal) {
    List<Person> people = new ArrayList<>(all().stream().map(Citizen::person).toList());
    for (ObjectNode row : rows) {
      Citizens before = new Citizens(people, others);
      people.add(new NewPerson(before::isTaken, VietnamDays.of(now), refusal).of(row));
    }
    return new Citizens(people, others);
  }

  /**
   * Adds a citizen until the next reset: a row of the file, in which everything but the name and
   * the birth date may be left out.
   *
   * @param now nobody is born later
   * @param refusal makes the exception for a row that cannot be, or whose number is taken
   */
  public synchronized Citizen add(ObjectNode row, Instant now, NewPerson.Refusal refusal) {
    NewPerson person = new NewPerson(this::isTaken, VietnamDays.of(now), refusal);
    Citizen added = new Citizen(person.of(row));
    Map<String, Citizen> more = new LinkedHashMap<>(byNumber);
    more.put(added.id(), added);
    byNumber = more;
    return added;
  }

  private boolean isTaken(String number) {
    return person(number).isPresent();
  }

  /** The citizen of a number. One who is made for this does not remember what is done to them. */
  public Optional<Citizen> find(String number) {
    return known(number).or(() -> others.find(number).map(Citizen::new));
  }

  /** What the registers know of a number. */
  public Optional<Person> person(String number) {
    return known(number).map(Citizen::person).or(() -> others.find(number));
  }

  /** The citizen of a number, who remembers until the next reset what is done to them. */
  public Optional<Citizen> settle(String number) {
    Optional<Citizen> found = find(number);
    return found.map(
        citizen ->
            byNumber.containsKey(number)
                ? citizen
                : Objects.requireNonNull(settled.computeIfAbsent(number, unused -> citizen)));
  }

  private Optional<Citizen> known(String number) {
    Citizen inFile = byNumber.get(number);
    return Optional.ofNullable(inFile == null ? settled.get(number) : inFile);
  }

  /** Those of the file, and those who were added. */
  public List<Citizen> all() {
    return List.copyOf(byNumber.values());
  }

  /** Makes everybody decide as the file says, and forgets who was added. */
  public synchronized void reset() {
    settled.clear();
    byNumber = atStart;
    atStart.values().forEach(Citizen::reset);
  }
}

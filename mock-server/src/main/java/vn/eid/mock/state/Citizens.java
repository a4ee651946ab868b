package vn.eid.mock.state;

import java.nio.file.Path;
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
  private final Map<String, Citizen> byNumber = new LinkedHashMap<>();
  private final Map<String, Citizen> settled = new ConcurrentHashMap<>();
  private final Population others;

  Citizens(List<Person> people) {
    this(Population.NONE);
    people.forEach(person -> byNumber.put(person.number(), new Citizen(person)));
  }

  private Citizens(Population others) {
    this.others = others;
  }

  /** The sixteen people that come with the mock; each is there for a reason. */
  public static Citizens builtIn() {
    return new Citizens(CitizensFile.builtIn());
  }

  /**
   * Reads a file of the same form as the built-in {@code citizens.json}, all of it or nothing.
   *
   * @throws CitizensFileException with one sentence that names the file, the place and the reason
   */
  public static Citizens load(Path file) {
    return new Citizens(CitizensFile.read(file));
  }

  /** The same citizens and others, of whom those with a number of the file do not count. */
  public Citizens and(Population more) {
    Citizens all = new Citizens(more);
    byNumber.values().forEach(own -> all.byNumber.put(own.id(), new Citizen(own.person())));
    return all;
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

  /** Those of the file. */
  public List<Citizen> all() {
    return List.copyOf(byNumber.values());
  }

  /** Makes everybody decide as the file says. */
  public void reset() {
    settled.clear();
    byNumber.values().forEach(Citizen::reset);
  }
}

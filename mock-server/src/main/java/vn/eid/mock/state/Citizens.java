package vn.eid.mock.state;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The citizens that the mock knows, in the order of their file. */
public final class Citizens {
  private final Map<String, Citizen> byNumber = new LinkedHashMap<>();

  Citizens(List<Person> people) {
    people.forEach(person -> byNumber.put(person.number(), new Citizen(person)));
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

  public Optional<Citizen> find(String number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  public List<Citizen> all() {
    return List.copyOf(byNumber.values());
  }

  /** Makes everybody decide as the file says. */
  public void reset() {
    byNumber.values().forEach(Citizen::reset);
  }
}

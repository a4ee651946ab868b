package vn.eid.mock.state;

import java.util.Optional;

/** People that are not in a file: what the registers know of them is made when it is asked for. */
public interface Population {
  /** Nobody. */
  Population NONE = number -> Optional.empty();

  /** The person of a number. The same each time, and fast, however many there are. */
  Optional<Person> find(String number);
}

package vn.eid.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import vn.eid.consent.ConsentId;

/** When what is to be erased, the next first, each once. Thread-safe. */
final class Deadlines {

  /**
   * Something to erase.
   *
   * @param cause the registry's word for why
   */
  record Due(Instant at, ConsentId consent, String cause) {}

  private final NavigableSet<Due> queue =
      new TreeSet<>(
          Comparator.comparing(Due::at)
              .thenComparing(due -> due.consent().value())
              .thenComparing(Due::cause));

  synchronized void add(Due due) {
    queue.add(due);
  }

  /** Takes those whose time has come. */
  synchronized List<Due> passed(Instant now) {
    List<Due> passed = new ArrayList<>();
    while (!queue.isEmpty() && !now.isBefore(queue.first().at())) {
      passed.add(queue.pollFirst());
    }
    return passed;
  }
}

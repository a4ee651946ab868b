package vn.eid.mock.state;

import java.time.Instant;
import java.util.Optional;

/**
 * Whose number is the tax code, since when, and how often the registry said so: 32 bytes a person,
 * 86 at the most with the free places of the table. Not safe for use by threads.
 */
final class LinkTable {
  private static final int SINCE = 0;
  private static final int TIMES = 1;

  private final LongTable links = new LongTable(2);

  /** Since when; empty where number and tax code are two. */
  Optional<Instant> since(String number) {
    int at = links.find(key(number));
    return at < 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(links.value(at, SINCE)));
  }

  /** How often the registry said so. */
  long times(String number) {
    int at = links.find(key(number));
    return at < 0 ? 0 : links.value(at, TIMES);
  }

  /** Makes them one, or says once more that they are. */
  void put(String number, Instant since) {
    int at = links.add(key(number));
    links.set(at, SINCE, since.getEpochSecond());
    links.set(at, TIMES, links.value(at, TIMES) + 1);
  }

  void clear() {
    links.clear();
  }

  private static long key(String number) {
    return Long.parseLong(number);
  }
}

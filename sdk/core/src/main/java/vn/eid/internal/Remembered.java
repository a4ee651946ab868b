package vn.eid.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Things that are remembered until a time, in memory. Bounded: the oldest makes room for the
 * newest. All live about equally long, so those that end first stand first. Thread-safe.
 */
public final class Remembered<V> {
  private static final int MAX = 100_000;

  private record Entry<V>(V value, Instant until) {}

  private final Clock clock;
  private final Map<String, Entry<V>> byKey = new LinkedHashMap<>();

  public Remembered(Clock clock) {
    this.clock = clock;
  }

  /** Remembers a value; one that the key had before stays. Whether it is new. */
  public synchronized boolean put(String key, V value, Instant until) {
    dropOld();
    return byKey.putIfAbsent(key, new Entry<>(value, until)) == null;
  }

  public synchronized Optional<V> find(String key) {
    return Optional.ofNullable(byKey.get(key)).map(Entry::value);
  }

  /** Finds it and takes it out: of several threads, one gets it. */
  public synchronized Optional<V> take(String key) {
    return Optional.ofNullable(byKey.remove(key)).map(Entry::value);
  }

  /** Changes what is remembered, unless it is another value by now. Whether it was changed. */
  public synchronized boolean replace(String key, V former, V value, Instant until) {
    boolean same = find(key).filter(former::equals).isPresent();
    if (same) {
      // To the end, where those stand that live longest.
      byKey.remove(key);
      byKey.put(key, new Entry<>(value, until));
    }
    return same;
  }

  private void dropOld() {
    Iterator<Entry<V>> oldestFirst = byKey.values().iterator();
    while (oldestFirst.hasNext()) {
      boolean old = !clock.instant().isBefore(oldestFirst.next().until());
      if (!old && byKey.size() < MAX) {
        return;
      }
      oldestFirst.remove();
    }
  }
}

package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the mock remembers for a while, by an unguessable name. Entries go when their time is over
 * by the mock's clock, and the oldest go when there are too many: a load test must not fill the
 * memory. Safe for use by threads.
 */
public final class Expiring<V> {
  private final Clock clock;
  private final Duration life;
  private final int most;
  private final Map<String, Entry<V>> entries = new LinkedHashMap<>();

  private record Entry<V>(V value, Instant expiresAt) {}

  public Expiring(Clock clock, Duration life, int most) {
    this.clock = clock;
    this.life = life;
    this.most = most;
  }

  /** Remembers a value; false where the name is taken already. */
  public synchronized boolean put(String name, V value) {
    makeRoom();
    Entry<V> before = entries.get(name);
    if (before != null && alive(before)) {
      return false;
    }
    entries.remove(name); // The newest stand last.
    entries.put(name, new Entry<>(value, clock.instant().plus(life)));
    return true;
  }

  public synchronized Optional<V> find(String name) {
    return Optional.ofNullable(entries.get(name)).filter(this::alive).map(Entry::value);
  }

  /** Takes a value out: of several threads that race for it, one gets it. */
  public synchronized Optional<V> take(String name) {
    return Optional.ofNullable(entries.remove(name)).filter(this::alive).map(Entry::value);
  }

  /** What is remembered now, the oldest first. */
  public synchronized List<V> values() {
    return entries.values().stream().filter(this::alive).map(Entry::value).toList();
  }

  public synchronized void clear() {
    entries.clear();
  }

  /** How many entries are held, also those whose time is over but that are not swept yet. */
  public synchronized int size() {
    return entries.size();
  }

  // All entries live equally long, so the oldest stand first and the sweep stops at the first live
  // one. After the clock was set back some behind it are over too; they go when there are too many.
  private void makeRoom() {
    Iterator<Entry<V>> oldest = entries.values().iterator();
    while (oldest.hasNext()) {
      if (alive(oldest.next()) && entries.size() < most) {
        return;
      }
      oldest.remove();
    }
  }

  private boolean alive(Entry<V> entry) {
    return clock.instant().isBefore(entry.expiresAt());
  }
}

package vn.eid.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.eid.spi.SharedStore;

/**
 * The store of a process that shares with nobody. Bounded: of each kind, which stands before the
 * first dot of a key, the oldest makes room for the newest.
 */
public final class MemoryStore implements SharedStore {
  private final Clock clock;
  private final Map<String, Remembered<String>> byKind = new ConcurrentHashMap<>();

  public MemoryStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean add(String key, String value, Duration keep) {
    return ofKind(key).put(key, value, until(keep));
  }

  @Override
  public Optional<String> find(String key) {
    return ofKind(key).find(key);
  }

  @Override
  public Optional<String> take(String key) {
    return ofKind(key).take(key);
  }

  @Override
  public boolean replace(String key, String found, String value, Duration keep) {
    return ofKind(key).replace(key, found, value, until(keep));
  }

  private Remembered<String> ofKind(String key) {
    String kind = key.substring(0, Math.max(0, key.indexOf('.')));
    return byKind.computeIfAbsent(kind, unused -> new Remembered<>(clock));
  }

  private Instant until(Duration keep) {
    return clock.instant().plus(keep);
  }
}

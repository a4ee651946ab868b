package vn.eid.spring;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.eid.spi.SharedStore;

/** A shared store that can be out of order. */
final class Shelf implements SharedStore {
  private final Map<String, String> entries = new ConcurrentHashMap<>();
  volatile boolean down;

  @Override
  public boolean add(String key, String value, Duration keep) {
    return up().putIfAbsent(key, value) == null;
  }

  @Override
  public Optional<String> find(String key) {
    return Optional.ofNullable(up().get(key));
  }

  @Override
  public Optional<String> take(String key) {
    return Optional.ofNullable(up().remove(key));
  }

  @Override
  public boolean replace(String key, String found, String value, Duration keep) {
    return up().replace(key, found, value);
  }

  private Map<String, String> up() {
    if (down) {
      throw new IllegalStateException("the store is down");
    }
    return entries;
  }
}

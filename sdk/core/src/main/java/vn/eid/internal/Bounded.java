package vn.eid.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map in which the oldest entry makes room for the newest. */
final class Bounded {
  private static final int MAX = 100_000;

  private Bounded() {}

  static <V> Map<String, V> map() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MAX;
      }
    };
  }
}

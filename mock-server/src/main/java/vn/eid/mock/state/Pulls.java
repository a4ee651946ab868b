package vn.eid.mock.state;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The pulls under one consent. A use is a pull that was answered, however many tokens and pages it
 * took: a client whose connection broke goes on with the same one. Guarded by its consent.
 */
final class Pulls {
  // ASSUMED: a night's outage must not cost the citizen a second consent.
  private static final Duration LIFE = Duration.ofHours(24);
  // A load test must not fill the memory: beyond this many the oldest is unknown.
  private static final int MOST = 1000;

  private final Map<String, Pull> byId = new LinkedHashMap<>();
  private final Map<DataSet, Integer> uses = new EnumMap<>(DataSet.class);
  private Optional<Instant> lastRead = Optional.empty();

  private record Pull(DataSet dataSet, Instant until, boolean answered) {}

  /** Begins a pull and answers with its id. */
  String begin(DataSet dataSet, Instant now) {
    makeRoom(now);
    String id = Secrets.random();
    byId.put(id, new Pull(dataSet, now.plus(LIFE), false));
    return id;
  }

  /** Whether it is one of this data set's that may still go on. */
  boolean knows(String id, DataSet dataSet, Instant now) {
    return find(id)
        .filter(pull -> pull.dataSet() == dataSet && now.isBefore(pull.until()))
        .isPresent();
  }

  boolean answered(String id) {
    return find(id).filter(Pull::answered).isPresent();
  }

  /** Counts a pull that is known, once. */
  void answer(String id, Instant now) {
    lastRead = Optional.of(now);
    Pull pull = find(id).orElseThrow();
    if (!pull.answered()) {
      byId.put(id, new Pull(pull.dataSet(), pull.until(), true));
      uses.merge(pull.dataSet(), 1, Integer::sum);
    }
  }

  /** How many pulls of a data set were answered. */
  int uses(DataSet dataSet) {
    return uses.getOrDefault(dataSet, 0);
  }

  /** How many pulls of all data sets were answered. */
  int uses() {
    return uses.values().stream().mapToInt(Integer::intValue).sum();
  }

  Optional<Instant> lastRead() {
    return lastRead;
  }

  private Optional<Pull> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  // The oldest stand first.
  private void makeRoom(Instant now) {
    Iterator<Pull> oldest = byId.values().iterator();
    while (oldest.hasNext()) {
      if (now.isBefore(oldest.next().until()) && byId.size() < MOST) {
        return;
      }
      oldest.remove();
    }
  }
}

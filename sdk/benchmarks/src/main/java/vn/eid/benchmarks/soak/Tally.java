package vn.eid.benchmarks.soak;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** How many operations came to what. */
final class Tally {
  private static final int MOST_SURPRISES = 20;

  private final LongAdder done = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final Map<String, LongAdder> byKind = new ConcurrentHashMap<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

  void done(String kind) {
    done.increment();
    byKind.computeIfAbsent(kind, unused -> new LongAdder()).increment();
  }

  /** Refused while a fault was on: that is what faults are for. */
  void refused() {
    refused.increment();
  }

  /** Refused while none was. */
  void surprise(String kind, Exception e) {
    if (surprises.size() < MOST_SURPRISES) {
      surprises.add(kind + " failed without a fault: " + e);
    }
  }

  long operations() {
    return done.sum() + refused.sum();
  }

  List<String> surprises() {
    return List.copyOf(surprises);
  }

  /** Of which kinds something was done. */
  Map<String, LongAdder> kinds() {
    return byKind;
  }

  @Override
  public String toString() {
    return done.sum() + " done, " + refused.sum() + " refused as expected";
  }
}

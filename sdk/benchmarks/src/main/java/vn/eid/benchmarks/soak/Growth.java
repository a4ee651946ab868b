package vn.eid.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whether a process grew: what it held at the least in the second half of its time, beside the
 * first. The least, because a peak is work and not a leak; whoever never lets go of something never
 * comes down to the old level again.
 */
final class Growth {
  /** Caches, and what the JVM's collector leaves to the next time. */
  private static final long SLACK_KB = 2 * 1024;

  /** Pools of the libraries keep a few threads and connections for a while. */
  private static final long SPARE = 6;

  private static final int ENOUGH = 8;

  private final String whose;
  private final long perOperation;
  private final List<Sample> samples = new ArrayList<>();

  /**
   * Begins without samples.
   *
   * @param perOperation the bytes that it may remember of each operation, for good: a client
   *     remembers which events it has seen and which consents ended, a mock server everything
   */
  Growth(String whose, long perOperation) {
    this.whose = whose;
    this.perOperation = perOperation;
  }

  void add(Sample sample) {
    samples.add(sample);
  }

  /**
   * What grew, each in a sentence.
   *
   * @param operations how many were done in all
   */
  List<String> complaints(long operations) {
    List<String> complaints = new ArrayList<>();
    if (samples.size() < ENOUGH) {
      complaints.add(whose + " was looked at " + samples.size() + " times, which is too seldom");
      return complaints;
    }
    // Half of the operations lie between the middles of the halves.
    long remembered = operations / 2 * perOperation / 1024;
    long heap = least(Sample::heap, true) / 10 + SLACK_KB + remembered;
    compare("heap in kB", Sample::heap, heap, complaints);
    compare("threads", Sample::threads, SPARE, complaints);
    compare("descriptors", Sample::descriptors, SPARE, complaints);
    return complaints;
  }

  private void compare(
      String what, ToLongFunction<Sample> of, long margin, List<String> complaints) {
    long first = least(of, true);
    long second = least(of, false);
    if (second > first + margin) {
      complaints.add(
          "%s grew: %s, at the least %d in the first half and %d in the second (margin %d)"
              .formatted(whose, what, first, second, margin));
    }
  }

  /** In one half; the first tenth is beginning, and belongs to none. */
  private long least(ToLongFunction<Sample> of, boolean first) {
    int begin = samples.size() / 10;
    int middle = (begin + samples.size()) / 2;
    return samples.subList(first ? begin : middle, first ? middle : samples.size()).stream()
        .mapToLong(of)
        .min()
        .orElse(0);
  }
}

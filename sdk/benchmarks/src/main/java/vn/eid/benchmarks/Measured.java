package vn.eid.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * What a run cost, as its process says it in one line.
 *
 * @param rows done
 * @param millis it took, from the first line of the program to the last result on disk
 * @param peakHeap bytes, garbage included
 */
record Measured(long rows, long millis, long peakHeap) {
  private static final String MARK = "measured";

  /** Of this process. */
  static Measured here(long rows, long startedAt) {
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(Measured::peak)
            .sum();
    return new Measured(rows, (System.nanoTime() - startedAt) / 1_000_000, heap);
  }

  private static long peak(MemoryPoolMXBean pool) {
    return pool.getPeakUsage().getUsed();
  }

  static boolean isIn(String line) {
    return line.startsWith(MARK);
  }

  static Measured parse(String line) {
    String[] parts = line.split(" ", -1);
    return new Measured(
        Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
  }

  String line() {
    return MARK + " " + rows + " " + millis + " " + peakHeap;
  }

  double rowsPerSecond() {
    return rows * 1000.0 / Math.max(millis, 1);
  }
}

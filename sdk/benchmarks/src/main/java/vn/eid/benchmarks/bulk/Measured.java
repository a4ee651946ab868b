package vn.eid.benchmarks.bulk;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * What a run cost, as its process says it in one line.
 *
 * @param coldRowsPerSecond of what was done first, from the first line of the program; 0 where it
 *     had been done before
 * @param rows done after that
 * @param millis it took, to the last result on disk
 * @param peakHeap bytes, garbage included
 */
record Measured(long coldRowsPerSecond, long rows, long millis, long peakHeap) {
  private static final String MARK = "measured";

  /** What somebody does with a job; gives how many rows it had. */
  @FunctionalInterface
  interface Work {
    long rows(Job job) throws Exception;
  }

  /** A job in this process, and before it what warms it up. */
  static Measured of(Job job, Work work) throws Exception {
    long startedAt = System.nanoTime();
    long coldRows = work.rows(job.warmUp());
    long coldRowsPerSecond = coldRows * 1_000 / Math.max(1, millisSince(startedAt));
    startedAt = System.nanoTime();
    long rows = work.rows(job);
    return new Measured(coldRowsPerSecond, rows, millisSince(startedAt), peakHeapHere());
  }

  private static long millisSince(long startedAt) {
    return (System.nanoTime() - startedAt) / 1_000_000;
  }

  private static long peakHeapHere() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(Measured::peak)
        .sum();
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
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]));
  }

  String line() {
    return MARK + " " + coldRowsPerSecond + " " + rows + " " + millis + " " + peakHeap;
  }

  double rowsPerSecond() {
    return rows * 1000.0 / Math.max(millis, 1);
  }
}

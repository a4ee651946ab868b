package vn.eid.benchmarks.soak;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds.
 *
 * @param heap in kilobytes, after everything was collected
 * @param descriptors open files and sockets; 0 where the system is not Linux
 */
record Sample(long heap, int threads, int descriptors) {
  private static final Path OPEN = Path.of("/proc/self/fd");

  /** Of this process. */
  static Sample here() throws IOException {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    return new Sample(heap, ManagementFactory.getThreadMXBean().getThreadCount(), open());
  }

  /** As {@link #line} has it. */
  static Sample read(String line) {
    String[] parts = line.split(" ", -1);
    return new Sample(
        Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  String line() {
    return heap + " " + threads + " " + descriptors;
  }

  @Override
  public String toString() {
    return "%.1f MB, %d threads, %d descriptors".formatted(heap / 1024.0, threads, descriptors);
  }

  private static int open() throws IOException {
    if (!Files.isDirectory(OPEN)) {
      return 0;
    }
    try (Stream<Path> open = Files.list(OPEN)) {
      return (int) open.count();
    }
  }
}

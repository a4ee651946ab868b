package vn.eid.benchmarks.bulk;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.eid.benchmarks.Turns;

/**
 * Links a payroll by a loop written by hand and by the SDK, in turn, each time against a fresh mock
 * server in a process of its own; then kills the SDK's process halfway and goes on.
 */
public final class BulkLinkBenchmark {
  private static final String LINE = "%-22s %10s %10s %10s %12s%n";

  private final Size size;
  private final PrintStream out;
  private final Map<Contender, Double> seconds = new EnumMap<>(Contender.class);
  private long links;
  private long again;

  private BulkLinkBenchmark(Size size, PrintStream out) {
    this.size = size;
    this.out = out;
  }

  /** {@code [rows [rounds [chunk [atOnce]]]]}; a million rows in 2 rounds by default. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    run(Size.of(List.of(args)), out);
  }

  static void run(Size size, PrintStream out) throws IOException, InterruptedException {
    BulkLinkBenchmark benchmark = new BulkLinkBenchmark(size, out);
    benchmark.printHead();
    for (int round = 0; round < size.rounds(); round++) {
      for (Contender contender : Turns.of(List.of(Contender.BY_HAND, Contender.SDK), round)) {
        benchmark.measure(contender);
      }
    }
    benchmark.printRatio();
    benchmark.measureResume();
  }

  private void printHead() {
    out.printf(
        "Bulk link of %,d rows, in chunks of %,d, %d at once, each side with -Xmx256m.%n",
        size.rows(), size.chunk(), size.atOnce());
    out.printf(
        "Cold: the first %,d, from the start of the program. Then the others.%n", size.warmUp());
    out.printf(
        "Java %s, %d processors, which the mock server shares.%n%n",
        System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
    out.printf(LINE, "", "cold/s", "rows/s", "seconds", "peak heap");
  }

  private void measure(Contender contender) throws IOException, InterruptedException {
    inFolder(
        folder -> {
          try (Course course = new Course(folder, size)) {
            Measured measured = course.run(contender);
            print(contender.label(), measured);
            seconds.merge(contender, measured.millis() / 1000.0, Double::sum);
            if (contender == Contender.SDK) {
              links = course.links();
              again = course.sentAgain();
            }
          }
        });
  }

  private void printRatio() {
    double ratio = seconds(Contender.BY_HAND) / seconds(Contender.SDK);
    out.printf("%nThe SDK does %.2f times the rows per second of the loop by hand.%n%n", ratio);
  }

  private double seconds(Contender contender) {
    return seconds.getOrDefault(contender, Double.NaN);
  }

  private void measureResume() throws IOException, InterruptedException {
    inFolder(
        folder -> {
          try (Course course = new Course(folder, size)) {
            long killedAt = course.killAtHalf();
            print("after a kill at half", course.run(Contender.SDK));
            out.printf(
                "%nKilled when %,d rows were at the registry, and resumed: %,d rows were sent"
                    + " again; %,d links, without a kill %,d.%n",
                killedAt, course.sentAgain() - again, course.links(), links);
          }
        });
  }

  private void print(String label, Measured measured) {
    out.printf(
        LINE,
        label,
        measured.coldRowsPerSecond() == 0 ? "" : String.format("%,d", measured.coldRowsPerSecond()),
        String.format("%,.0f", measured.rowsPerSecond()),
        String.format("%.1f", measured.millis() / 1000.0),
        measured.peakHeap() / (1024 * 1024) + " MB");
  }

  @FunctionalInterface
  interface InFolder {
    void run(Path folder) throws IOException, InterruptedException;
  }

  static void inFolder(InFolder work) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("eid-benchmark");
    try {
      work.run(folder);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}

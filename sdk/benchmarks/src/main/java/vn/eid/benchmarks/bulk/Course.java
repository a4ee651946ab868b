package vn.eid.benchmarks.bulk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.eid.benchmarks.ChildJvm;

/** A mock server that has linked nobody yet, its payroll, and what is done with it. */
final class Course implements AutoCloseable {
  /** The limit that both sides live in. */
  private static final String HEAP = "256m";

  private static final String SEED = "7";

  private final Path folder;
  private final Size size;
  private final ChildJvm registry;
  private final List<String> address;

  Course(Path folder, Size size) throws IOException {
    this.folder = folder;
    this.size = size;
    this.registry =
        ChildJvm.start(
            "2g",
            Registry.class,
            List.of(
                Long.toString(size.rows()),
                SEED,
                folder.resolve("payroll.csv").toString(),
                folder.resolve("key.json").toString(),
                Long.toString(size.warmUp())));
    this.address = List.of(registry.line().split(" ", -1));
  }

  Measured run(Contender contender) throws IOException {
    try (ChildJvm process = start(contender)) {
      String line = process.line();
      while (!Measured.isIn(line)) {
        line = process.line();
      }
      return Measured.parse(line);
    }
  }

  /**
   * The heap of the SDK's process in MB, garbage collected before, at each so many rows.
   *
   * @param step so many
   */
  List<Double> heapCurve(long step) throws IOException {
    List<String> args = new ArrayList<>(job().args());
    args.add(Long.toString(step));
    try (ChildJvm process = ChildJvm.start(HEAP, HeapCurve.class, args)) {
      return Stream.of(process.line().split(" ", -1)).map(Double::valueOf).toList();
    }
  }

  /**
   * Begins with the SDK, and kills it when the mock server has seen half of the rows that are
   * measured.
   *
   * @return how many rows had come by then
   */
  long killAtHalf() throws IOException, InterruptedException {
    try (ChildJvm process = start(Contender.SDK)) {
      while (counts().get(0) < size.warmUp() + size.rows() / 2) {
        Thread.sleep(5);
      }
      process.kill();
    }
    return counts().get(0) - size.warmUp();
  }

  /** How many rows the mock server got for which it had an answer in its memory. */
  long sentAgain() throws IOException {
    List<Long> counts = counts();
    return counts.get(0) - counts.get(1);
  }

  /** How many numbers became tax codes. */
  long links() throws IOException {
    return counts().get(2);
  }

  @Override
  public void close() {
    registry.close();
  }

  private ChildJvm start(Contender contender) throws IOException {
    return ChildJvm.start(HEAP, contender.program(), job().args());
  }

  private Job job() {
    return new Job(
        URI.create(address.get(0)),
        address.get(1),
        folder.resolve("key.json"),
        folder.resolve("payroll.csv"),
        folder.resolve("results.csv"),
        size.chunk(),
        size.atOnce());
  }

  private List<Long> counts() throws IOException {
    List<Long> counts = new ArrayList<>();
    for (String count : registry.ask("counts").split(" ", -1)) {
      counts.add(Long.parseLong(count));
    }
    return counts;
  }
}

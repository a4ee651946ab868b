package vn.eid.benchmarks.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.eid.benchmarks.Figures;
import vn.eid.benchmarks.Part;
import vn.eid.benchmarks.Row;
import vn.eid.benchmarks.Turns;

/** A payroll is linked, by a loop written by hand and by the SDK, in turn; and a long one. */
public final class BulkPart implements Part {
  private static final String RATE = "bulk link";
  private static final String PEAK = "peak heap of a bulk link, garbage included";
  private static final double MEGA = 1 << 20;

  private final Size size;
  private final Size longOne;
  private final Map<Contender, Figures> figures = new EnumMap<>(Contender.class);

  /** As the table has it. */
  public BulkPart() {
    this(new Size(300_000, 2, 1_000, 4), new Size(1_000_000, 1, 1_000, 4));
  }

  /**
   * @param longOne the payroll at which the memory is looked at ten times
   */
  BulkPart(Size size, Size longOne) {
    this.size = size;
    this.longOne = longOne;
  }

  @Override
  public String name() {
    return "bulk";
  }

  @Override
  public List<Row> measure() throws IOException, InterruptedException {
    for (int round = 0; round < size.rounds(); round++) {
      for (Contender contender : Turns.of(List.of(Contender.BY_HAND, Contender.SDK), round)) {
        measure(contender);
      }
    }
    List<Row> rows = new ArrayList<>();
    figures.forEach((contender, of) -> rows.add(of.row(RATE, "rows/s", contender.note())));
    figures.forEach((contender, of) -> rows.add(of.row(PEAK, "MB", "of 256 MB")));
    BulkLinkBenchmark.inFolder(
        folder -> {
          try (Course course = new Course(folder, longOne)) {
            rows.add(curve(course.heapCurve(longOne.rows() / 10)));
          }
        });
    return rows;
  }

  private void measure(Contender contender) throws IOException, InterruptedException {
    BulkLinkBenchmark.inFolder(
        folder -> {
          try (Course course = new Course(folder, size)) {
            Measured measured = course.run(contender);
            Figures of =
                figures.computeIfAbsent(contender, unused -> new Figures(contender.label()));
            of.add(RATE, measured.rowsPerSecond());
            of.add(PEAK, measured.peakHeap() / MEGA);
          }
        });
  }

  private Row curve(List<Double> megabytes) {
    String measure =
        String.format(Locale.ROOT, "heap after GC, the most of %,d rows", longOne.rows());
    String all = megabytes.stream().map(String::valueOf).collect(Collectors.joining(" "));
    double most = megabytes.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    return new Row(measure, Contender.SDK.label(), most, "MB", "at each tenth: " + all);
  }
}

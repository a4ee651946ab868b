package vn.eid.benchmarks.bulk;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.eid.tax.BulkProgress;

/**
 * What a job keeps in memory while it goes on: looked at now and then, garbage collected before.
 */
final class HeapCurve implements Consumer<BulkProgress> {
  private static final double MEGA = 1 << 20;

  private final long step;
  private final List<Double> megabytes = new ArrayList<>();

  private HeapCurve(long step) {
    this.step = step;
  }

  /** The words of a {@link Job}, then the rows from one look to the next. */
  public static void main(String[] args) throws Exception {
    HeapCurve curve = new HeapCurve(Long.parseLong(args[args.length - 1]));
    long rows = WithSdk.link(Job.of(args), curve);
    curve.look(rows);
    System.out.println(
        curve.megabytes.stream()
            .map(used -> String.format(Locale.ROOT, "%.1f", used))
            .collect(Collectors.joining(" ")));
    System.exit(0);
  }

  @Override
  public void accept(BulkProgress progress) {
    look(progress.rows());
  }

  private void look(long rows) {
    if (rows >= step * (megabytes.size() + 1)) {
      ManagementFactory.getMemoryMXBean().gc();
      megabytes.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGA);
    }
  }
}

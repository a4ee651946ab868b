package vn.eid.benchmarks.bulk;

import java.util.List;

/**
 * How much work there is.
 *
 * @param rows in the payroll
 * @param rounds how often each side does it
 * @param chunk rows in a batch
 * @param atOnce batches on their way at once
 */
record Size(long rows, int rounds, int chunk, int atOnce) {

  /** What is done where nothing else is said. */
  static final Size QUICK = new Size(1_000_000, 2, 1_000, 4);

  private static final long MOST_WARM_UP = 200_000;

  /** {@code [rows [rounds [chunk [atOnce]]]]}. */
  static Size of(List<String> args) {
    return new Size(
        args.isEmpty() ? QUICK.rows : Long.parseLong(args.get(0)),
        number(args, 1, QUICK.rounds),
        number(args, 2, QUICK.chunk),
        number(args, 3, QUICK.atOnce));
  }

  /** Rows of others that are linked first, while the virtual machine compiles. */
  long warmUp() {
    return Math.min(rows / 2, MOST_WARM_UP);
  }

  private static int number(List<String> args, int index, int otherwise) {
    return index < args.size() ? Integer.parseInt(args.get(index)) : otherwise;
  }
}

package vn.eid.tax;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a bulk link came to: each row of the input has its line in the results file.
 *
 * @param rows how many rows the results have, those of earlier runs included
 * @param counts how many rows of each outcome; an outcome without rows is not in it
 * @param rowsBefore how many of them stood there already when this run began; 0 where it did not
 *     resume one
 * @param elapsed how long this run took
 * @param ignoredColumns columns of the input that mean nothing to the SDK, as its header names them
 */
public record BulkSummary(
    long rows,
    Map<RowOutcome, Long> counts,
    long rowsBefore,
    Duration elapsed,
    List<String> ignoredColumns) {

  /** Copies the map and the list. */
  public BulkSummary {
    counts = Map.copyOf(counts);
    ignoredColumns = List.copyOf(ignoredColumns);
  }

  /** How many rows came to an outcome. */
  public long count(RowOutcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /** Whether this run went on with an earlier one, or found nothing left to do. */
  public boolean isResumed() {
    return rowsBefore > 0;
  }

  /** A small table, without personal data. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    for (RowOutcome outcome : RowOutcome.values()) {
      if (count(outcome) > 0) {
        line(table, outcome.word(), count(outcome));
      }
    }
    line(table, "rows", rows);
    return table.toString();
  }

  private static void line(StringBuilder table, String name, long count) {
    table.append(String.format(Locale.ROOT, "%-14s %,12d%n", name, count));
  }
}

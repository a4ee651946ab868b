package vn.eid.cli;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;
import vn.eid.tax.BulkSummary;
import vn.eid.tax.RowOutcome;

/** What came of all rows, as a table for people. Nobody is named in it. */
final class SummaryTable {
  private static final Set<RowOutcome> WELL =
      EnumSet.of(RowOutcome.LINKED, RowOutcome.ALREADY_LINKED);

  private final Words words;

  SummaryTable(Words words) {
    this.words = words;
  }

  /** Whether there is a row that did not end linked. */
  static boolean needsAPerson(BulkSummary summary) {
    return summary.counts().entrySet().stream()
        .anyMatch(count -> count.getValue() > 0 && !WELL.contains(count.getKey()));
  }

  void print(BulkSummary summary, PrintStream out) {
    if (summary.isResumed()) {
      boolean all = summary.rowsBefore() == summary.rows();
      out.println(words.say(all ? "summary.all-before" : "summary.before", summary.rowsBefore()));
    }
    for (RowOutcome outcome : RowOutcome.values()) {
      if (summary.count(outcome) > 0) {
        line(words.say("outcome." + outcome), summary.count(outcome), out);
      }
    }
    line(words.say("summary.rows"), summary.rows(), out);
    out.println(words.say("summary.elapsed", new ProgressText(words).of(summary.elapsed())));
    if (!summary.ignoredColumns().isEmpty()) {
      out.println(words.say("summary.ignored", String.join(", ", summary.ignoredColumns())));
    }
    if (needsAPerson(summary)) {
      out.println(words.say("summary.person"));
    }
  }

  private void line(String name, long rows, PrintStream out) {
    out.println(words.say("summary.line", name, rows));
  }
}

package vn.eid.mock.examine;

import java.io.PrintStream;

/** The report on a terminal: a line as each trial ends, then the verdict. */
final class TextReport implements Progress {
  private final PrintStream out;

  TextReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void waits(String sentence) {
    out.println(sentence);
  }

  @Override
  public void found(Finding finding) {
    out.printf("  %-11s %s%n", finding.verdict().word(), finding.trial().name());
  }

  void verdict(Report report) {
    report.of(Verdict.ACCEPTED).forEach(this::accepted);
    section(report, Verdict.TOO_STRICT, "Refused, though the standards allow it:");
    section(report, Verdict.NOT_TRIED, "Not tried:");
    out.println();
    report.legend().ifPresent(out::println);
    report.problem().ifPresent(out::println);
    report.emptiness().ifPresent(out::println);
    out.println(report.sentence());
  }

  private void accepted(Finding finding) {
    Trial trial = finding.trial();
    out.println();
    out.println("Accepted " + trial.name() + ": " + trial.sentence());
    out.println("  gain    " + trial.expected().why());
    out.println("  to do   " + Remedies.of(trial));
    out.println("  rule    " + trial.expected().section());
    out.println("  seen    " + finding.remark() + ".");
  }

  private void section(Report report, Verdict verdict, String title) {
    if (report.of(verdict).isEmpty()) {
      return;
    }
    out.println();
    out.println(title);
    for (Finding finding : report.of(verdict)) {
      out.println("  " + finding.trial().name() + ": " + finding.remark());
    }
  }
}

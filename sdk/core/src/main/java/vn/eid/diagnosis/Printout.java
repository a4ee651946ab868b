package vn.eid.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Verdict;

/** The report as plain text: three columns, the third one wrapped. */
final class Printout {
  private static final String ROW = "%-12s %-19s %s";
  private static final int WIDTH = 66;

  private final StringBuilder text = new StringBuilder();

  private Printout() {}

  static String of(String title, List<Finding> findings) {
    Printout printout = new Printout();
    printout.text.append(title).append('\n').append(summary(findings)).append("\n\n");
    findings.forEach(printout::add);
    return printout.text.toString();
  }

  private static String summary(List<Finding> findings) {
    List<Finding> problems = findings.stream().filter(Finding::isProblem).toList();
    return problems.isEmpty()
        ? "No problem found."
        : "To mend: "
            + problems.stream()
                .map(problem -> problem.topic().title())
                .distinct()
                .collect(Collectors.joining(", "))
            + ".";
  }

  private void add(Finding finding) {
    boolean pointsElsewhere =
        finding.verdict() == Verdict.NOT_CHECKED && finding.actor() == Actor.NOBODY;
    String found = finding.found() + (pointsElsewhere ? " " + finding.advice() : "");
    row(finding.verdict().name().replace('_', ' '), finding.topic().title(), found);
    if (finding.isProblem() || finding.verdict() == Verdict.WARNING) {
      row("", "  looked at", finding.lookedAt());
    }
    if (!finding.advice().isEmpty() && !pointsElsewhere) {
      row("", "  to do" + by(finding.actor()), finding.advice());
    }
  }

  private static String by(Actor actor) {
    return actor == Actor.NOBODY ? "" : " (" + actor.name().toLowerCase(Locale.ROOT) + ")";
  }

  private void row(String first, String second, String third) {
    String left = first;
    String middle = second;
    for (String line : wrapped(third)) {
      text.append(ROW.formatted(left, middle, line).stripTrailing()).append('\n');
      left = "";
      middle = "";
    }
  }

  private static List<String> wrapped(String sentence) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : sentence.split(" ", -1)) {
      boolean fits = length + word.length() < WIDTH;
      lines.append(length == 0 ? "" : fits ? " " : "\n").append(word);
      length = length == 0 || !fits ? word.length() : length + 1 + word.length();
    }
    return lines.toString().lines().toList();
  }
}

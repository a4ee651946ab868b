package vn.eid.mock.examine;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an examination found.
 *
 * @param loginPage of the application that was examined
 * @param problem why it could not be brought to its end; empty where it was
 */
record Report(URI loginPage, List<Finding> findings, Optional<String> problem) {
  private static final int ALL_REFUSED = 0;
  private static final int SOMETHING_ACCEPTED = 1;
  private static final int NOTHING_TO_SAY = 2;

  List<Finding> of(Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
  }

  /** {@code Refused 41 of 43; accepted: ...; not tried: ...} */
  String sentence() {
    int refused = of(Verdict.REFUSED).size();
    return "Refused "
        + refused
        + " of "
        + (refused + of(Verdict.ACCEPTED).size())
        + named("; accepted: ", Verdict.ACCEPTED)
        + named("; not tried: ", Verdict.NOT_TRIED)
        + ".";
  }

  /** Why this is no verdict, where nothing went wrong but nothing came of it either. */
  Optional<String> emptiness() {
    return problem.isEmpty() && exitCode() == NOTHING_TO_SAY
        ? Optional.of("Nothing happened that must be refused, so this says nothing.")
        : Optional.empty();
  }

  /** What the word for those means that need neither praise nor blame. */
  Optional<String> legend() {
    int fine = of(Verdict.FINE).size();
    return fine == 0 ? Optional.empty() : Optional.of(fine + " " + Verdict.FINE_MEANS);
  }

  private String named(String opening, Verdict verdict) {
    List<Finding> some = of(verdict);
    return some.isEmpty()
        ? ""
        : some.stream()
            .map(finding -> finding.trial().words())
            .collect(Collectors.joining(", ", opening, ""));
  }

  int exitCode() {
    if (!of(Verdict.ACCEPTED).isEmpty()) {
      return SOMETHING_ACCEPTED;
    }
    // A verdict of nothing at all must not look like a good one.
    return problem.isPresent() || of(Verdict.REFUSED).isEmpty() ? NOTHING_TO_SAY : ALL_REFUSED;
  }
}

package vn.eid.records;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import vn.eid.internal.json.Fields;

/** Why less is returned than was agreed, out of the resources that say so. */
final class Outcomes {
  private static final String REASONS = "urn:eid:withheld-reason";
  private static final String COUNT = "urn:eid:withheld-count";
  private static final Set<String> MISSING = Set.of("suppressed", "incomplete");
  private static final Set<String> FAILED = Set.of("error", "fatal");
  private static final int MAX_TEXT = 500;

  private Outcomes() {}

  /** The issues of an OperationOutcome that are about something missing. */
  static List<Withheld> of(Fields outcome) {
    return outcome.objects("issue").stream().flatMap(issue -> issue(issue).stream()).toList();
  }

  /** The sections of a Composition that are empty because they are withheld. */
  static List<Withheld> ofSections(Fields composition) {
    return composition.objects("section").stream().flatMap(Outcomes::section).toList();
  }

  private static Optional<Withheld> issue(Fields issue) {
    Optional<Fields> details = issue.object("details");
    Optional<String> reason =
        details.stream()
            .flatMap(d -> d.objects("coding").stream())
            .filter(coding -> coding.text("system").equals(Optional.of(REASONS)))
            .flatMap(coding -> coding.text("code").stream())
            .findFirst();
    if (reason.isEmpty() && !isAboutSomethingMissing(issue)) {
      return Optional.empty();
    }
    return Optional.of(
        new Withheld(
            Withheld.reason(reason.orElse("")),
            count(issue),
            details.flatMap(d -> d.text("text")).map(Outcomes::shortened)));
  }

  private static boolean isAboutSomethingMissing(Fields issue) {
    return MISSING.contains(issue.text("code").orElse(""))
        || FAILED.contains(issue.text("severity").orElse(""));
  }

  private static OptionalLong count(Fields issue) {
    return issue.objects("extension").stream()
        .filter(extension -> extension.text("url").equals(Optional.of(COUNT)))
        .flatMap(extension -> extension.integer("valueUnsignedInt").stream())
        .mapToLong(Long::longValue)
        .filter(count -> count >= 0 && count <= Integer.MAX_VALUE)
        .findFirst();
  }

  private static Stream<Withheld> section(Fields section) {
    boolean withheld =
        section.object("emptyReason").stream()
            .flatMap(reason -> reason.objects("coding").stream())
            .anyMatch(coding -> coding.text("code").equals(Optional.of("withheld")));
    Stream<Withheld> below = section.objects("section").stream().flatMap(Outcomes::section);
    return withheld
        ? Stream.concat(
            Stream.of(
                new Withheld(
                    Withheld.Reason.OTHER,
                    OptionalLong.empty(),
                    section.text("title").map(Outcomes::shortened))),
            below)
        : below;
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), MAX_TEXT));
  }
}

package vn.eid.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.eid.EidException;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.diagnosis.Finding.Verdict;

/** What was found so far. */
final class Findings {
  private final List<Finding> findings = new ArrayList<>();

  void add(Finding finding) {
    findings.add(finding);
  }

  /** Adds what a step finds; an answer that it cannot read is a finding too. */
  void add(Topic topic, Supplier<Finding> step) {
    add(read(topic, step));
  }

  static Finding read(Topic topic, Supplier<Finding> step) {
    try {
      return step.get();
    } catch (EidException e) {
      return Finding.problem(
          topic,
          "an answer of the provider",
          "It cannot be read. " + e.getMessage(),
          "Tell the provider; check that no proxy changes answers.",
          Actor.PROVIDER);
    }
  }

  /** The first of these topics that has a problem. */
  Optional<Topic> problemWith(Topic... topics) {
    return Stream.of(topics)
        .filter(topic -> findings.stream().anyMatch(f -> f.topic() == topic && f.isProblem()))
        .findFirst();
  }

  /** Why the provider does not let the client in. */
  Topic causeOfRefusal() {
    return problemWith(Topic.CLOCK, Topic.SIGN_IN_METHOD, Topic.REGISTERED_KEY)
        .orElse(Topic.SIGN_IN);
  }

  boolean isOk(Topic topic) {
    return findings.stream().anyMatch(f -> f.topic() == topic && f.verdict() == Verdict.OK);
  }

  /** Everything in order; what was not reached points to the problem that stood before it. */
  List<Finding> complete() {
    Optional<Topic> cause = problemWith(Topic.values());
    for (Topic topic : Topic.values()) {
      if (findings.stream().noneMatch(finding -> finding.topic() == topic)) {
        add(notReached(topic, cause));
      }
    }
    return findings.stream().sorted(Comparator.comparing(Finding::topic)).toList();
  }

  private static Finding notReached(Topic topic, Optional<Topic> cause) {
    String lookedAt = "nothing";
    return cause
        .map(first -> Finding.becauseOf(first, topic, lookedAt, "Not reached."))
        .orElseGet(
            () ->
                Finding.notChecked(topic, lookedAt, "Not reached.", "Diagnose again.", Actor.YOU));
  }
}

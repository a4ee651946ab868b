package vn.eid.mock.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was checked about one request, and how it came out. One request is one thread's, so this is
 * not safe for use by several.
 */
public final class Examination {
  private final List<Check> checks = new ArrayList<>(3);

  /** How one rule came out. */
  public enum Outcome {
    KEPT,
    BROKEN,
    NOT_REACHED
  }

  /**
   * One list of rules, gone through in order.
   *
   * @param name the key of what was checked: {@code why.check.NAME}
   * @param kept how many rules were kept before one was broken, or all of them
   * @param brokenWithin whether another check, which the next rule is about, says what was broken
   */
  public record Check(
      String name, List<Rule> rules, int kept, boolean brokenWithin, Optional<Mistake> mistake) {

    public Outcome outcome(int rule) {
      if (rule < kept) {
        return Outcome.KEPT;
      }
      return rule == kept && !brokenWithin ? Outcome.BROKEN : Outcome.NOT_REACHED;
    }

    /** The rule that was broken here. */
    public Optional<Rule> broken() {
      return isPassed() || brokenWithin ? Optional.empty() : Optional.of(rules.get(kept));
    }

    public boolean isPassed() {
      return kept == rules.size();
    }
  }

  public void passed(String name, List<Rule> rules) {
    checks.add(new Check(name, rules, rules.size(), false, Optional.empty()));
  }

  /** One mistake is told of once: where a check within this one found it, there. */
  public void broken(String name, List<Rule> rules, int at, Optional<Mistake> mistake) {
    boolean within = checks.stream().anyMatch(check -> !check.isPassed());
    checks.add(new Check(name, rules, at, within, mistake));
  }

  /** The checks in the order in which they ended. */
  public List<Check> checks() {
    return List.copyOf(checks);
  }
}

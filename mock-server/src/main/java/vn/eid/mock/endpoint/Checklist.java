package vn.eid.mock.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.eid.mock.trace.Examination;
import vn.eid.mock.trace.Mistake;
import vn.eid.mock.trace.Rule;

/**
 * Rules about one thing, in the order in which they are checked. The first that is broken ends the
 * check; what was kept, broken and not reached is noted for whoever asks why. Immutable.
 */
final class Checklist<S> {

  /** Looks at one rule. */
  interface Test<S> {
    /**
     * Returns where the rule is kept.
     *
     * @throws Refusal where it is broken
     * @throws JwsException where a signed token breaks it
     */
    void on(S subject) throws JwsException;
  }

  private final String name;
  private final List<Rule> rules;
  private final List<Test<S>> tests;

  private Checklist(String name, List<Rule> rules, List<Test<S>> tests) {
    this.name = name;
    this.rules = rules;
    this.tests = tests;
  }

  static <S> Checklist<S> named(String name) {
    return new Checklist<>(name, List.of(), List.of());
  }

  /** The same list with one more rule at its end. */
  Checklist<S> rule(String rule, String specification, Test<S> test) {
    return new Checklist<>(
        name, with(rules, new Rule(name + "." + rule, specification)), with(tests, test));
  }

  private static <T> List<T> with(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }

  /** Goes through the rules, and stops at the first that is broken. */
  void examine(S subject, Examination examination) throws JwsException {
    for (int i = 0; i < tests.size(); i++) {
      try {
        tests.get(i).on(subject);
      } catch (Refusal e) {
        note(examination, i, e.mistake());
        throw e;
      } catch (JwsException e) {
        note(examination, i, e.mistake());
        throw e;
      }
    }
    examination.passed(name, rules);
  }

  private void note(Examination examination, int at, Optional<Mistake> mistake) {
    examination.broken(name, rules, at, mistake);
  }

  List<Rule> rules() {
    return rules;
  }

  String name() {
    return name;
  }
}

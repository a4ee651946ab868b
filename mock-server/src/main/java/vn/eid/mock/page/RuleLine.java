package vn.eid.mock.page;

/**
 * One rule on the page that says why.
 *
 * @param outcome {@code kept}, {@code broken} or {@code not_reached}
 * @param fix what to do about it; empty where the sentence of the refusal says it
 * @param expected what the rule wants; empty where the title says it
 * @param actual what came instead
 */
public record RuleLine(
    String name,
    String outcome,
    String title,
    String fix,
    String specification,
    String expected,
    String actual) {

  public boolean isBroken() {
    return outcome.equals("broken");
  }
}

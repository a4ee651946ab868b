package vn.eid.mock.trace;

import java.util.List;

/**
 * That a request was refused.
 *
 * @param code the error that the caller was told
 * @param sentence why, in English
 * @param checks what was looked at before, and in it the rule that was broken; empty where the
 *     refusal stands alone
 */
public record Refused(String code, String sentence, List<Examination.Check> checks) {

  /** Whether one of the checks says which rule was broken. */
  public boolean namesRule() {
    return checks.stream().anyMatch(check -> !check.isPassed());
  }
}

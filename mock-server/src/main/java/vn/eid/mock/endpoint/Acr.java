package vn.eid.mock.endpoint;

import java.util.Arrays;
import java.util.List;
import vn.eid.mock.state.Citizen;

/**
 * The authentication level of a login, 1 to 4 (Decree 69/2024): not the level of the account.
 * ASSUMED: how the national provider tells of it in {@code acr} is not public.
 */
final class Acr {
  static final List<String> LEVELS = List.of("1", "2", "3", "4");

  private static final String USUAL = "2";

  private Acr() {}

  /** The levels that a pushed request asks for; the most wanted comes first. */
  static List<String> parse(Params form) {
    List<String> wanted =
        form.one("acr_values").stream()
            .flatMap(value -> Arrays.stream(value.split(" ", -1)))
            .filter(value -> !value.isEmpty())
            .toList();
    for (String value : wanted) {
      if (!LEVELS.contains(value)) {
        throw Refusal.badRequest(
            "invalid_request",
            "The acr_values hold " + Quoted.of(value) + "; the levels are 1, 2, 3 and 4.");
      }
    }
    return wanted.stream().distinct().toList();
  }

  /**
   * The level that the login reaches. STANDARD: acr_values asks for a voluntary claim (OpenID
   * Connect Core, section 5.5.1.1), so a lower level than the one asked for is an answer, too.
   * ASSUMED: an account of level 1 was opened without meeting anybody, so it reaches no biometric
   * level.
   */
  static String reached(List<String> wanted, Citizen citizen) {
    String best = wanted.isEmpty() ? USUAL : wanted.get(0);
    return citizen.accountLevel() < 2 && best.compareTo(USUAL) > 0 ? USUAL : best;
  }
}

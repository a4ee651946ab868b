package vn.eid.mock.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.eid.mock.state.AskedLevel;

/**
 * The authentication level of a login, 1 to 4 (Decree 69/2024): not the level of the account.
 * ASSUMED: how the national provider tells of it in {@code acr} is not public.
 */
final class Acr {
  static final List<String> LEVELS = List.of("1", "2", "3", "4");

  private Acr() {}

  /**
   * The levels that a request asks for; the most wanted comes first. STANDARD: by {@code
   * acr_values}, or by the claim {@code acr} of the id token, which alone can make them essential
   * (OpenID Connect Core, sections 3.1.2.1 and 5.5.1.1).
   */
  static AskedLevel parse(Params form) {
    List<String> wished =
        levels(
            form.one("acr_values").stream()
                .flatMap(value -> Arrays.stream(value.split(" ", -1)))
                .filter(value -> !value.isEmpty())
                .toList());
    JsonNode claim = ClaimsParameter.idToken(form).path("acr");
    List<String> named = levels(named(claim));
    return named.isEmpty()
        ? new AskedLevel(wished, false)
        : new AskedLevel(named, claim.path("essential").asBoolean());
  }

  private static List<String> named(JsonNode claim) {
    List<String> named = new ArrayList<>();
    claim.path("values").forEach(value -> named.add(value.asText()));
    if (claim.has("value")) {
      named.add(claim.path("value").asText());
    }
    return named;
  }

  private static List<String> levels(List<String> values) {
    for (String value : values) {
      if (!LEVELS.contains(value)) {
        throw Refusal.badRequest(
            "invalid_request",
            "The request asks for the acr " + Quoted.of(value) + "; the levels are 1, 2, 3 and 4.");
      }
    }
    return values.stream().distinct().toList();
  }
}

package vn.eid.mock.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Session;

/**
 * {@code /sandbox/v1/vault}: opens to a citizen who has just authenticated strongly. To any other
 * it says what is missing: the step-up challenge of RFC 9470, section 3.
 */
final class Vault implements Endpoint {
  private static final List<String> LEVELS = List.of("3", "4");
  private static final Duration LONGEST_AGO = Duration.ofMinutes(5);
  private static final String CODE = "insufficient_user_authentication";

  private final MockState state;
  private final ResourceGuard guard;

  Vault(MockState state, ResourceGuard guard) {
    this.state = state;
    this.guard = guard;
  }

  @Override
  public Reply answer(Exchange exchange) {
    AccessToken token = guard.requireScope(exchange, Sandbox.SCOPE);
    Session session = token.session().orElseThrow();
    if (!LEVELS.contains(session.acr())) {
      throw stepUp("The vault opens to an authentication of level 3 or 4.");
    }
    Instant oldest = state.clock().instant().minus(LONGEST_AGO);
    if (session.authenticatedAt().isBefore(oldest)) {
      throw stepUp("The vault opens for 300 seconds after the authentication.");
    }
    return Reply.json(
        200,
        Map.of(
            "sub",
            Sandbox.subject(state, token),
            "acr",
            session.acr(),
            "auth_time",
            session.authenticatedAt().getEpochSecond()));
  }

  private static Refusal stepUp(String sentence) {
    return Refusal.of(401, CODE, sentence)
        .header(
            "WWW-Authenticate",
            ResourceGuard.challenge(CODE, sentence)
                + ", acr_values=\""
                + String.join(" ", LEVELS)
                + "\", max_age=\""
                + LONGEST_AGO.toSeconds()
                + "\"");
  }
}

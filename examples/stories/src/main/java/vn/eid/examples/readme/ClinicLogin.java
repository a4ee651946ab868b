package vn.eid.examples.readme;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.Identity;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;

/** The redirect login of the README, as it compiles. */
public final class ClinicLogin {
  private ClinicLogin() {}

  /** Logs a citizen in and gives the name. */
  public static Optional<String> logIn(
      URI issuer,
      String clientId,
      String jwk,
      URI callback,
      String sessionId,
      UnaryOperator<URI> browser) {
    // readme:begin
    try (EidClient eid =
        EidClient.builder(Environment.sandbox(issuer), clientId, ClientKey.fromJwk(jwk)).build()) {
      BrowserSession session = BrowserSession.of(sessionId); // your own session's random id
      LoginRequest request = LoginRequest.returningTo(callback).asking(Claim.NAME);

      URI loginPage = eid.redirectLogin().start(request, session).authorizationUri();
      URI cameBackAs = browser.apply(loginPage); // redirect there; it returns to your callback

      LoginOutcome outcome = eid.redirectLogin().finish(cameBackAs, session);
      if (outcome instanceof LoginOutcome.Approved approved) {
        Identity citizen = approved.identity(); // to hold one is the proof: every check was passed
        return citizen.name();
      }
      return Optional.empty(); // declined or expired
    }
    // readme:end
  }
}

package vn.eid.login;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.ExpectedLogin;
import vn.eid.internal.json.Fields;
import vn.eid.internal.oauth.TokenAnswer;

/**
 * The checks of a renewal that brings an id token, as it may: OpenID Connect Core 1.0, section
 * 12.2. Without them, somebody else's access token could slip into a citizen's session.
 */
final class RenewalChecks {
  private final Connection connection;
  private final Operation operation;

  RenewalChecks(Connection connection, Operation operation) {
    this.connection = connection;
    this.operation = operation;
  }

  /** Refuses an id token that is not as good as a login's, or is about another login. */
  void verify(TokenAnswer renewed, FirstLogin login) {
    renewed.idToken().ifPresent(idToken -> verify(idToken, renewed.accessToken(), login));
  }

  private void verify(String idToken, String accessToken, FirstLogin login) {
    ExpectedLogin expected =
        new ExpectedLogin(
            Optional.empty(), Optional.empty(), accessToken, List.of(), Optional.empty());
    Fields claims =
        IdentityProof.checks(connection, operation)
            .verify(idToken, connection.provider().loginKeys(), expected);
    checkSubject(claims, login);
    checkAuthenticatedAt(claims, login);
    checkNonce(claims, login);
  }

  private void checkSubject(Fields claims, FirstLogin login) {
    if (!claims.requiredText("sub").equals(login.subject())) {
      throw operation.untrusted(Check.SUBJECT, "The renewed session is another person's.");
    }
  }

  /** The time of the login, not of the renewal; a login that told none can contradict none. */
  private void checkAuthenticatedAt(Fields claims, FirstLogin login) {
    Optional<Instant> said = FirstLogin.authenticatedAt(claims);
    if (said.isPresent()
        && login.authenticatedAt().isPresent()
        && !said.equals(login.authenticatedAt())) {
      throw operation.untrusted(
          Check.ASSURANCE, "The renewed session tells another time of the login.");
    }
  }

  /** It should have none; where it has one, it is the login's. */
  private void checkNonce(Fields claims, FirstLogin login) {
    if (claims.mentions("nonce") && !claims.text("nonce").equals(login.nonce())) {
      throw operation.untrusted(Check.NONCE, "The renewed session is another login's.");
    }
  }
}

package vn.eid.login;

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

  /** Refuses an id token that is not as good as a login's, or is about somebody else. */
  void verify(TokenAnswer renewed, String subject) {
    renewed.idToken().ifPresent(idToken -> verify(idToken, renewed.accessToken(), subject));
  }

  private void verify(String idToken, String accessToken, String subject) {
    ExpectedLogin expected =
        new ExpectedLogin(
            Optional.empty(), Optional.empty(), accessToken, List.of(), Optional.empty());
    Fields claims =
        IdentityProof.checks(connection, operation)
            .verify(idToken, connection.provider().loginKeys(), expected);
    if (!claims.requiredText("sub").equals(subject)) {
      throw operation.untrusted(Check.SUBJECT, "The renewed session is another person's.");
    }
  }
}

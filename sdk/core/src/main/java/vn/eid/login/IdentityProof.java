package vn.eid.login;

import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.IdTokenChecks;
import vn.eid.internal.json.Fields;
import vn.eid.internal.oauth.TokenAnswer;

/** Turns a token answer into an {@link Identity}, or refuses it. The only maker of one. */
final class IdentityProof {
  private final Connection connection;
  private final Operation operation;

  IdentityProof(Connection connection, Operation operation) {
    this.connection = connection;
    this.operation = operation;
  }

  Identity verify(TokenAnswer token, PendingLogin login) {
    String idToken =
        token
            .idToken()
            .orElseThrow(
                () -> operation.untrusted(Check.FORMAT, "The token answer has no id token."));
    Fields claims =
        new IdTokenChecks(
                operation,
                connection.provider().issuer(),
                connection.clientId(),
                connection.clock(),
                connection.skew())
            .verify(idToken, connection.provider().loginKeys(), login.nonce(), token.accessToken());
    Fields about = knowsAll(claims, login) ? claims : userinfo(token, login, claims);
    return new Identity(
        subject(claims), IdentityClaims.of(connection, operation, login.claims(), claims, about));
  }

  private static boolean knowsAll(Fields claims, PendingLogin login) {
    return login.claims().stream().allMatch(claim -> claims.has(claim.wireName()));
  }

  /** For providers that keep claims out of id tokens; about the same person, or refused. */
  private Fields userinfo(TokenAnswer token, PendingLogin login, Fields claims) {
    if (connection.provider().metadata(operation).userinfo().isEmpty()) {
      return claims;
    }
    Fields userinfo = connection.provider().userinfo(operation, token, login.possession());
    // OpenID Connect Core, section 5.3.2: the sub must match exactly, or the answer must not be
    // used.
    if (!userinfo.requiredText("sub").equals(subject(claims))) {
      throw operation.untrusted(Check.SUBJECT, "The userinfo answer is about another person.");
    }
    return claims.orElse(userinfo);
  }

  private String subject(Fields claims) {
    String subject = claims.requiredText("sub");
    if (subject.isEmpty() || subject.length() > 255) {
      throw operation.untrusted(Check.FORMAT, "The id token has no usable subject.");
    }
    return subject;
  }
}

package vn.eid.consent;

import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** What must hold of everything that the registry signs about a consent of ours. */
final class SignedStatementChecks {
  private final Operation operation;
  private final Connection connection;
  private final String what;

  /**
   * Begins.
   *
   * @param what names the statement in errors, such as "The consent receipt"
   */
  SignedStatementChecks(Operation operation, Connection connection, String what) {
    this.operation = operation;
    this.connection = connection;
    this.what = what;
  }

  void issuer(Fields claims) {
    String registry = connection.provider().national(operation).registryIssuer();
    require(
        claims.text("iss").equals(Optional.of(registry)), Check.ISSUER, "is by another registry");
  }

  void recipient(Fields claims) {
    boolean ours = claims.textOrTexts("aud").equals(List.of(connection.clientId()));
    require(ours, Check.AUDIENCE, "was given to another recipient");
  }

  void consent(ConsentId id, View view) {
    require(id.equals(view.id()), Check.CONSENT, "is about another consent");
  }

  void subject(String subject, View view) {
    require(subject.equals(view.subject()), Check.SUBJECT, "is about another citizen");
  }

  void require(boolean holds, Check check, String problem) {
    if (!holds) {
      throw operation.untrusted(check, what + " " + problem + ".");
    }
  }
}

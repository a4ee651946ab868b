package vn.eid.login;

import java.util.Map;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/**
 * A citizen and their session as one sealed text, so that neither can be combined with another
 * one's. It opens as no other kind of text, and no other kind opens as it.
 */
final class SealedLogin {
  private static final String KIND = "vn-eid-login-1";
  private static final String CITIZEN = "citizen";

  private SealedLogin() {}

  static String close(Identity identity, LoginSession session) {
    Connection connection = session.connection();
    Map<String, Object> content =
        new SealedSession(connection).content(session.facts(), session.tokens());
    content.put(CITIZEN, StoredIdentity.of(identity.claims()));
    return connection.seal(Operation.named("login.seal")).close(KIND, content);
  }

  static LoginOutcome.Approved open(Connection connection, Operation operation, String stored) {
    Fields content = connection.seal(operation).open(operation, KIND, stored);
    LoginSession session = new SealedSession(connection).read(operation, content);
    Fields citizen = content.object(CITIZEN).orElseThrow();
    return new LoginOutcome.Approved(
        new Identity(session.subject(), StoredIdentity.read(citizen)), session);
  }
}

package vn.eid.login;

import java.time.Instant;
import java.util.Optional;
import vn.eid.internal.EndedSessions;
import vn.eid.internal.Operation;

/**
 * What a session knows of the login.
 *
 * @param sessionId the provider's name of the session ({@code sid})
 * @param logoutHint the id token, where it may travel in an address
 * @param begun when the provider says the citizen logged in
 */
record SessionFacts(
    String subject,
    Optional<String> sessionId,
    Optional<String> logoutHint,
    Optional<Instant> begun) {

  /** Whether the provider has ended it, as far as any node was told. */
  boolean isEnded(Operation operation, EndedSessions ended) {
    return ended.isEnded(operation, subject, sessionId, begun);
  }

  @Override
  public String toString() {
    return "SessionFacts[…]";
  }
}

package vn.eid.login;

import java.util.Optional;

/**
 * What a session knows of the login.
 *
 * @param sessionId the provider's name of the session ({@code sid})
 * @param logoutHint the id token, where it may travel in an address
 */
record SessionFacts(String subject, Optional<String> sessionId, Optional<String> logoutHint) {

  @Override
  public String toString() {
    return "SessionFacts[…]";
  }
}

package vn.eid.mock.state;

import java.time.Instant;

/**
 * One login of a citizen at one client. What was issued for it is good for as long as it lasts.
 *
 * @param id the {@code sid} of id tokens and logout tokens
 * @param acr the authentication level that the login reached
 */
public record Session(
    String id, String clientId, String citizenId, Instant authenticatedAt, String acr) {

  /** Masked: a log must not hold a session's name or a citizen's number. */
  @Override
  public String toString() {
    return "Session[" + clientId + " acr " + acr + "]";
  }
}

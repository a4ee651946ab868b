package vn.eid.mock.state;

/**
 * Pairwise subjects: two clients cannot find out that they know the same person (OpenID Connect
 * Core, section 8.1). They stay the same for as long as the server runs, also across resets.
 */
public final class Subjects {
  private final SecretHash hash = new SecretHash();

  public String of(String citizenId, String clientId) {
    return hash.of(clientId.length() + ":" + clientId + citizenId);
  }
}

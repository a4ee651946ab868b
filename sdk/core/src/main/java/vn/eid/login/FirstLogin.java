package vn.eid.login;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.eid.internal.json.Fields;

/**
 * What the id token of a login said that those of its renewals must repeat, where they say it
 * (OpenID Connect Core 1.0, section 12.2).
 *
 * @param authenticatedAt {@code auth_time}
 * @param nonce empty where the login was by push
 */
record FirstLogin(String subject, Optional<Instant> authenticatedAt, Optional<String> nonce) {

  static FirstLogin of(String subject, Fields claims) {
    return new FirstLogin(subject, authenticatedAt(claims), claims.text("nonce"));
  }

  /** To the second: fractions are not stored. */
  static Optional<Instant> authenticatedAt(Fields claims) {
    return claims.seconds("auth_time").map(at -> at.truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public String toString() {
    return "FirstLogin[…]";
  }
}

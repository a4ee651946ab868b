package vn.eid.benchmarks.idtoken;

import java.security.GeneralSecurityException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The four claims, for those who leave them to the caller. */
final class ClaimsByHand {
  private static final Clock CLOCK = Clock.systemUTC();

  private ClaimsByHand() {}

  static void check(
      @Nullable Object issuer, @Nullable Object audience, long expiry, @Nullable Object nonce)
      throws GeneralSecurityException {
    boolean holds =
        Issuer.NAME.equals(issuer)
            && Issuer.CLIENT.equals(audience)
            && Issuer.NONCE.equals(nonce)
            && CLOCK.instant().getEpochSecond() < expiry;
    if (!holds) {
      throw new GeneralSecurityException("wrong claims");
    }
  }
}

package vn.eid;

/**
 * Something that was received failed a check: your security team must look. Nothing of it was used.
 *
 * <p>Do not repeat the operation in a loop: an attack, a stale key or a wrong clock gives the same
 * answer each time.
 */
public final class UntrustedException extends EidException {
  private static final long serialVersionUID = 1L;

  /** Which check failed. */
  private final Check check;

  public UntrustedException(Check check, String problem, String traceId) {
    super(check + ": " + problem, traceId);
    this.check = check;
  }

  /** The check that failed. */
  public Check check() {
    return check;
  }

  /** What can be wrong with something received. */
  public enum Check {
    /** The callback's {@code state} is not one that this browser session is waiting for. */
    STATE,
    /** Not from the issuer that is configured (RFC 9207, OpenID Connect Discovery 4.3). */
    ISSUER,
    /** Not meant for this application. */
    AUDIENCE,
    /** Issued at the request of another party ({@code azp}). */
    AUTHORIZED_PARTY,
    /** The signature is not by a key of the provider. */
    SIGNATURE,
    /**
     * Not signed with an algorithm of the profile (ES256, PS256), or encrypted in a way that is
     * outside of it: with a password, with an old RSA padding, compressed.
     */
    ALGORITHM,
    /**
     * Not encrypted to a key of this application: to another key, altered on the way, or not at all
     * though the application has a key for it ({@code use: enc}). Register the current encryption
     * key. Also of what the application stored, sealed, itself.
     */
    DECRYPTION,
    /**
     * Not made for this login ({@code nonce}; of a login by push, the request's id), or for this
     * check of the population register.
     */
    NONCE,
    /** Expired, without expiry, or from the future. */
    EXPIRY,
    /** Not the access token that the id token came with ({@code at_hash}). */
    ACCESS_TOKEN_HASH,
    /** Not bound to this application's key (DPoP, RFC 9449). */
    KEY_BINDING,
    /**
     * About another person than the one who logged in, or than the one who was meant; also about
     * another tax code or case.
     */
    SUBJECT,
    /** Of a lower level, or older, than was demanded ({@code acr}, {@code auth_time}). */
    ASSURANCE,
    /**
     * Received before: somebody sends it again. Also a state of a consent that it has left, such as
     * active after its end.
     */
    REPLAY,
    /** About another consent than the one asked for, or granting more or other than was asked. */
    CONSENT,
    /** A citizen number that does not belong to this environment. */
    ENVIRONMENT,
    /** The server at the other end of the TLS connection could not prove who it is. */
    TLS,
    /** Leads to an address that is not the provider's. */
    DESTINATION,
    /** Larger than any honest answer. */
    SIZE,
    /** Not of the form that the protocol demands. */
    FORMAT
  }
}

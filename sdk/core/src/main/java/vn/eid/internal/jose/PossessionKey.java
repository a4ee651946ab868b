package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;

/**
 * A key that tokens are bound to (DPoP, RFC 9449): made by the SDK, so unlike the client's key it
 * can be stored, sealed, with the session that it belongs to.
 */
public final class PossessionKey {
  private final ECKey key;
  private final SigningKey signing;

  private PossessionKey(ECKey key, Crypto crypto) throws JOSEException {
    this.key = key;
    this.signing = SigningKey.of(key, crypto);
  }

  /** A new key on P-256. */
  public static PossessionKey fresh(Crypto crypto) {
    try {
      return new PossessionKey(made(crypto), crypto);
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java runtime makes no P-256 keys.", e);
    }
  }

  /** The same, and where another provider than the JDK's makes it, one signature to try it. */
  public static PossessionKey tried(Crypto crypto) {
    if (crypto == Crypto.JDK) {
      return fresh(crypto);
    }
    try {
      ECKey key = made(crypto);
      var unused = OwnKey.tried(key, key.toPublicJWK(), crypto);
      return new PossessionKey(key, crypto);
    } catch (JOSEException e) {
      throw OwnKey.invalid("No key can be made on P-256. Look at the cryptoProvider.");
    }
  }

  private static ECKey made(Crypto crypto) throws JOSEException {
    ECKeyGenerator generator = new ECKeyGenerator(Curve.P_256);
    crypto.generating(KeyKind.EC).ifPresent(generator::provider);
    return generator.generate();
  }

  /** The key that {@link #secretJson} wrote. */
  public static PossessionKey of(String secretJson, Crypto crypto) {
    try {
      return new PossessionKey(ECKey.parse(secretJson), crypto);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("A sealed key cannot be read.");
    }
  }

  public SigningKey signing() {
    return signing;
  }

  /** The private key as JSON, to be sealed at once. */
  public String secretJson() {
    return key.toJSONString();
  }

  @Override
  public String toString() {
    return "PossessionKey[…]";
  }
}

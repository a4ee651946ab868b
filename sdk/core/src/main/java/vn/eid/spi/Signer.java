package vn.eid.spi;

import java.security.PublicKey;

/**
 * A private key that never leaves where it is held: a hardware security module, or a cloud's key
 * service. {@link vn.eid.ClientKey#heldBy} makes the application's key of it.
 *
 * <p>Implementations must be thread-safe: the SDK calls {@link #sign} from every thread that talks
 * to the provider, about once a request. They bring their own timeout, a few seconds at most; the
 * timeout of {@link vn.eid.EidClient} does not interrupt them.
 */
public interface Signer {

  /**
   * The public half: an EC key on P-256, or an RSA key of 2,048 bits or more. It is asked for once,
   * when the key is made.
   */
  PublicKey publicKey();

  /**
   * Signs a message, which is passed whole and not yet hashed. It is the text of a token, some
   * hundred bytes, and no secret.
   *
   * @param message the bytes to hash with SHA-256 and to sign
   * @return for an EC key, ECDSA with SHA-256 in DER form, as {@code SHA256withECDSA} of the Java
   *     platform and the clouds' key services give it (the SDK makes the form of RFC 7518, section
   *     3.4, of it); for an RSA key, RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32
   *     bytes (RFC 7518, section 3.5)
   * @throws Exception where the holder of the key does not sign. The call that needed the signature
   *     then ends with {@link vn.eid.UnavailableException}, which names the exception's class and
   *     repeats none of its text
   */
  byte[] sign(byte[] message) throws Exception;
}

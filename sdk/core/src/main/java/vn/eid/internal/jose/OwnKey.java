package vn.eid.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.PublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.InvalidRequestException;
import vn.eid.internal.WordlessCause;
import vn.eid.spi.Signer;

/**
 * One key pair of the application, wherever its private half is held, and what it is for: the one
 * use that it names (RFC 7517, section 4.2), or signing and decrypting both. A key that is held
 * elsewhere only signs.
 */
public final class OwnKey {
  private final KeyKind kind;
  private final JWK publicKey;
  private final Optional<Worker<JWSSigner>> signer;
  private final Optional<Worker<JWEDecrypter>> decrypter;

  /** What works with the private half, by whoever does the arithmetic. */
  private interface Worker<T> {
    T by(Crypto crypto) throws JOSEException;
  }

  private OwnKey(
      KeyKind kind,
      JWK publicKey,
      Optional<Worker<JWSSigner>> signer,
      Optional<Worker<JWEDecrypter>> decrypter) {
    this.kind = kind;
    this.publicKey = publicKey;
    this.signer = signer;
    this.decrypter = decrypter;
  }

  /**
   * A private key in memory.
   *
   * @throws JOSEException where it is not EC P-256 or RSA of at least 2,048 bits
   */
  public static OwnKey inMemory(JWK jwk) throws JOSEException {
    KeyKind kind = KeyKind.required(jwk);
    @Nullable KeyUse use = DeclaredUse.of(jwk);
    JWK publicKey = PublicHalf.of(jwk, kind, PublicHalf.idOf(jwk), use);
    boolean signs = use == null || use.equals(KeyUse.SIGNATURE);
    boolean decrypts = use == null || use.equals(KeyUse.ENCRYPTION);
    // One for encryption too: a signature shows whether the halves fit, whatever they are for.
    String advice = "Private and public half are no pair.";
    TrialSignature.check(PublicHalf.bare(jwk), kind, SigningKey.signer(jwk, Crypto.JDK), advice);
    return new OwnKey(
        kind,
        publicKey,
        Optional.<Worker<JWSSigner>>of(crypto -> tried(jwk, publicKey, crypto)).filter(w -> signs),
        Optional.<Worker<JWEDecrypter>>of(crypto -> DecryptionKey.decrypter(jwk, crypto))
            .filter(w -> decrypts));
  }

  /** By another provider than the JDK's, which was tried before, it is tried again. */
  static JWSSigner tried(JWK jwk, JWK publicKey, Crypto crypto) throws JOSEException {
    KeyKind kind = KeyKind.required(jwk);
    JWSSigner signer = SigningKey.signer(jwk, crypto);
    if (crypto.signing(kind).isPresent()) {
      TrialSignature.check(publicKey, kind, signer, "Look at the cryptoProvider.");
    }
    return signer;
  }

  /**
   * A private key that the application reaches in its own way.
   *
   * @throws JOSEException where it is not EC P-256 or RSA of at least 2,048 bits
   */
  public static OwnKey heldBy(Signer signer) throws JOSEException {
    JWK publicKey = PublicHalf.of(asked(signer));
    return elsewhere(
        publicKey,
        new DelegatedSigner(signer, KeyKind.required(publicKey).signature),
        "The signer must give ECDSA with SHA-256 in DER form for an EC key, RSASSA-PSS with"
            + " SHA-256, MGF1 with SHA-256 and a salt of 32 bytes for an RSA key, by the key that"
            + " its publicKey() belongs to.");
  }

  private static PublicKey asked(Signer signer) {
    try {
      return signer.publicKey();
    } catch (RuntimeException e) {
      WordlessCause cause = WordlessCause.of(e);
      InvalidRequestException invalid =
          invalid("The signer gave no public key (" + cause.getMessage() + ").");
      invalid.initCause(cause);
      throw invalid;
    }
  }

  /** A private key that stays where it is; what is signed with it is tried once. */
  static OwnKey elsewhere(JWK key, JWSSigner signer, String advice) throws JOSEException {
    KeyKind kind = KeyKind.required(key);
    JWK publicKey = PublicHalf.of(key, kind, PublicHalf.idOf(key), KeyUse.SIGNATURE);
    TrialSignature.check(publicKey, kind, signer, advice);
    return new OwnKey(kind, publicKey, Optional.of(unused -> signer), Optional.empty());
  }

  /** The key id ({@code kid}). */
  public String id() {
    return publicKey.getKeyID();
  }

  /** The same key under another id. */
  public OwnKey named(String id) {
    JWK renamed = PublicHalf.of(publicKey, kind, id, publicKey.getKeyUse());
    return new OwnKey(kind, renamed, signer, decrypter);
  }

  /** The public half, as it is to be registered with the provider. */
  public JWK publicKey() {
    return publicKey;
  }

  /** Whether it may sign. */
  public boolean signs() {
    return signer.isPresent();
  }

  /** Whether it may decrypt. */
  public boolean decrypts() {
    return decrypter.isPresent();
  }

  /**
   * To sign with, by this provider, unless whoever holds the key elsewhere signs; empty where the
   * key is not for signatures.
   */
  public Optional<SigningKey> signing(Crypto crypto) {
    return signer.map(worker -> new SigningKey(made(worker, crypto), kind.signature, publicKey));
  }

  /** To decrypt with, by this provider; empty where the key is not for that. */
  public Optional<DecryptionKey> decryption(Crypto crypto) {
    return decrypter.map(
        worker -> new DecryptionKey(made(worker, crypto), kind.encryption, publicKey));
  }

  private static <T> T made(Worker<T> worker, Crypto crypto) {
    try {
      return worker.by(crypto);
    } catch (JOSEException e) {
      throw new IllegalStateException("This kind of key was accepted before.", e);
    }
  }

  static InvalidRequestException invalid(String problem) {
    return new InvalidRequestException("clientKey", problem);
  }
}

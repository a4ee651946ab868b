package vn.eid;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import vn.eid.internal.jose.Seal;

/**
 * The secret with which the SDK encrypts and authenticates what it gives to the application to
 * store, such as a login session (AES-256-GCM, NIST SP 800-38D). All nodes of an application have
 * the same one; keep it where you keep the client's key. Immutable and thread-safe.
 */
public final class StorageKey {
  private static final int BYTES = 32;

  private final List<byte[]> secrets;

  private StorageKey(List<byte[]> secrets) {
    this.secrets = secrets;
  }

  /**
   * A key of 32 random bytes, such as {@code openssl rand 32} makes.
   *
   * @throws InvalidRequestException where there are more or fewer
   */
  public static StorageKey of(byte[] secret) {
    if (secret.length != BYTES) {
      throw new InvalidRequestException("storageKey", "A storage key has 32 random bytes.");
    }
    return new StorageKey(List.of(secret.clone()));
  }

  /** A key that dies with this process. */
  static StorageKey ofThisProcess() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return of(secret);
  }

  /**
   * Changes the key without loss: this one seals from now on, and what the former one sealed can
   * still be opened.
   */
  public StorageKey orFormerly(StorageKey former) {
    List<byte[]> all = new ArrayList<>(secrets);
    all.addAll(former.secrets);
    return new StorageKey(List.copyOf(all));
  }

  Seal seal() {
    return Seal.of(secrets);
  }

  @Override
  public String toString() {
    return "StorageKey[…]";
  }
}

package vn.eid.internal.jose;

import com.nimbusds.jose.JWEHeader;
import java.util.List;
import java.util.stream.Stream;

/** The keys with which the application opens what is encrypted to it; none is a valid number. */
public record DecryptionKeys(List<DecryptionKey> keys) {
  /** A document without key id may be for any; each try costs, and honest sets are small. */
  private static final int MAX_TRIES = 10;

  public DecryptionKeys {
    keys = List.copyOf(keys);
  }

  /**
   * Whether the application registered for encryption. It says so by holding a key for that alone
   * ({@code use: enc}); a key for both was perhaps registered for its signatures.
   */
  boolean expectEncryption() {
    return keys.stream().anyMatch(DecryptionKey::isForEncryptionOnly);
  }

  /** The keys that a document may be for. */
  Stream<DecryptionKey> fitting(JWEHeader header) {
    return keys.stream()
        .filter(key -> key.fits(header.getAlgorithm(), header.getKeyID()))
        .limit(MAX_TRIES);
  }
}

package vn.eid.mock.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import vn.eid.mock.state.SecretHash;

/**
 * Hands a position to the client and takes it back. The cursor is encrypted and bound to one pull,
 * so nobody can read it, make one or use another's, and the server remembers nothing. The same
 * position has the same cursor each time, so a page that is asked for again is the same.
 */
final class Cursors {
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key = newKey();
  private final SecretHash ivs = new SecretHash();

  String seal(String position, String pull) {
    try {
      // A hash of all that is sealed: no two texts share one, and the same text may.
      byte[] hash = Base64.getUrlDecoder().decode(ivs.of(pull + "\n" + position));
      byte[] iv = Arrays.copyOf(hash, IV_BYTES);
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, iv, pull).doFinal(position.getBytes(StandardCharsets.UTF_8));
      byte[] cursor = ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-GCM.", e);
    }
  }

  /** The position; empty where the cursor is not one that was made for this pull. */
  Optional<String> open(String cursor, String pull) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      byte[] iv = new byte[IV_BYTES];
      if (bytes.remaining() < iv.length) {
        return Optional.empty();
      }
      bytes.get(iv);
      byte[] sealed = new byte[bytes.remaining()];
      bytes.get(sealed);
      byte[] position = cipher(Cipher.DECRYPT_MODE, iv, pull).doFinal(sealed);
      return Optional.of(new String(position, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] iv, String pull) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(pull.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey newKey() {
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(128);
      return generator.generateKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES.", e);
    }
  }
}

package vn.eid.internal.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/**
 * Encrypts and authenticates what the application stores for the SDK: compact JWE with a direct key
 * and AES-256-GCM (RFC 7516, RFC 7518). The first key seals; all of them open.
 */
public final class Seal {
  private static final int MAX_LENGTH = 1 << 17;

  private final List<OctetSequenceKey> keys;
  private final DirectEncrypter newest;

  /** By kind, of which there are few words: to write a header anew is nearly half of the work. */
  private final ConcurrentMap<String, JWEHeader> headers = new ConcurrentHashMap<>();

  private Seal(List<OctetSequenceKey> keys) {
    this.keys = keys;
    this.newest = encrypter(keys.get(0));
  }

  /** A seal of 256-bit keys, the newest first. */
  public static Seal of(List<byte[]> secrets) {
    return new Seal(secrets.stream().map(Seal::key).toList());
  }

  /**
   * Seals content.
   *
   * @param kind what it is; it opens as nothing else
   */
  public String close(String kind, Map<String, ?> content) {
    JWEHeader header = headers.computeIfAbsent(kind, this::header);
    JWEObject jwe = new JWEObject(header, new Payload(Json.bytes(content)));
    try {
      jwe.encrypt(newest);
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java runtime has no AES-GCM.", e);
    }
    return jwe.serialize();
  }

  /** The content; whatever this application did not seal itself is refused. */
  public Fields open(Operation operation, String kind, String text) {
    return Optional.of(text)
        .filter(jwe -> jwe.length() <= MAX_LENGTH)
        .flatMap(jwe -> opened(kind, jwe))
        .map(json -> Json.object(operation, "The sealed text", json))
        .orElseThrow(
            () ->
                operation.untrusted(
                    Check.DECRYPTION,
                    "The stored text was changed, or was sealed with a storage key that this client"
                        + " does not have."));
  }

  /** Whether a text was sealed with the newest key, and so needs no other one to open. */
  public boolean isByNewest(String text) {
    try {
      return keys.get(0).getKeyID().equals(JWEObject.parse(text).getHeader().getKeyID());
    } catch (ParseException | RuntimeException e) {
      return false;
    }
  }

  private Optional<byte[]> opened(String kind, String text) {
    try {
      JWEObject jwe = JWEObject.parse(text);
      JWEHeader header = jwe.getHeader();
      // The header is what we write ourselves, or the text is not ours: nothing of it is obeyed.
      if (!JWEAlgorithm.DIR.equals(header.getAlgorithm())
          || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
          || header.getCompressionAlgorithm() != null
          || !new JOSEObjectType(kind).equals(header.getType())) {
        return Optional.empty();
      }
      for (OctetSequenceKey key : keys) {
        if (key.getKeyID().equals(header.getKeyID())) {
          jwe.decrypt(new DirectDecrypter(key));
          return Optional.of(jwe.getPayload().toBytes());
        }
      }
      return Optional.empty();
    } catch (ParseException | JOSEException | RuntimeException e) {
      // Also RuntimeException: the library trips over some malformed headers.
      return Optional.empty();
    }
  }

  private JWEHeader header(String kind) {
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .keyID(keys.get(0).getKeyID())
            .type(new JOSEObjectType(kind))
            .build();
    try {
      // Read once, so that it remembers how it is written.
      return JWEHeader.parse(header.toBase64URL());
    } catch (ParseException e) {
      throw new IllegalStateException("The library does not read what it wrote.", e);
    }
  }

  private static DirectEncrypter encrypter(OctetSequenceKey key) {
    try {
      DirectEncrypter encrypter = new DirectEncrypter(key);
      encrypter.getJCAContext().setSecureRandom(new SecureRandom());
      return encrypter;
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java runtime has no AES-GCM.", e);
    }
  }

  private static OctetSequenceKey key(byte[] secret) {
    try {
      return new OctetSequenceKey.Builder(secret).keyIDFromThumbprint().build();
    } catch (JOSEException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java runtime.", e);
    }
  }
}

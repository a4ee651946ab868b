package vn.eid.mock.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jose4j.jwk.JsonWebKey;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.EncryptionKey;
import vn.eid.mock.state.JweRecipient;

/** Encrypted tokens that nobody should open. */
final class BrokenEnvelopes {
  private static final int TWENTY_MEGABYTES = 20 * 1024 * 1024;
  private static final int THOUSAND_MILLION = 1_000_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  // The holder makes it when the first one asks, and keeps 20 kB.
  private static final class Deflated {
    static final byte[] BOMB = deflated();
  }

  private BrokenEnvelopes() {}

  /** The claims alone, as if to be encrypted were to be signed. */
  static byte[] claims(String jws) {
    return Base64.getUrlDecoder().decode(claimsPart(jws));
  }

  /** The same claims under algorithm none. */
  static String unsigned(String jws) {
    return Tampering.part(Map.of("alg", "none")) + "." + claimsPart(jws) + ".";
  }

  private static String claimsPart(String jws) {
    return jws.split("\\.", -1)[1];
  }

  /**
   * Without the last four bytes of the tag. Java's own cipher takes what is left for a tag of 96
   * bits; STANDARD, RFC 7518, section 5.3: it has 128.
   */
  static String cut(String jwe) {
    int dot = jwe.lastIndexOf('.');
    byte[] tag = Base64.getUrlDecoder().decode(jwe.substring(dot + 1));
    return jwe.substring(0, dot + 1) + Tampering.base64url(Arrays.copyOf(tag, 12));
  }

  /** STANDARD: RFC 7516, section 4.1.3, and what RFC 8725, section 3.6, warns of. */
  static String bomb(JweRecipient recipient) {
    return recipient.seal(Deflated.BOMB, Map.of("cty", "JWT", "zip", "DEF"));
  }

  /**
   * STANDARD: RFC 7518, section 4.8. Whoever tries to open it is busy for minutes before finding
   * that there is nothing in it; the mock itself spends nothing on it.
   */
  static String passwordBased(JweRecipient recipient) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "PBES2-HS256+A128KW");
    header.put("enc", JweRecipient.METHOD);
    header.put("kid", recipient.key().getKeyId());
    header.put("cty", "JWT");
    header.put("p2s", Tampering.base64url(random(16)));
    header.put("p2c", THOUSAND_MILLION);
    return String.join(
        ".",
        Tampering.part(header),
        Tampering.base64url(random(40)),
        Tampering.base64url(random(12)),
        Tampering.base64url(random(600)),
        Tampering.base64url(random(16)));
  }

  /**
   * The client's own RSA key, or any if it has none, with the algorithm of Bleichenbacher's attack.
   */
  static JweRecipient ofOld(Client client) {
    JsonWebKey key =
        client.publicKeys().getJsonWebKeys().stream()
            .filter(own -> JweRecipient.fits(own, "RSA-OAEP-256"))
            .findFirst()
            .orElseGet(() -> EncryptionKey.generate("RSA-OAEP-256", "old").publicKey());
    return new JweRecipient("RSA1_5", key);
  }

  /** Somebody else under the same key id. */
  static JweRecipient another(JweRecipient recipient) {
    EncryptionKey other = EncryptionKey.generate(recipient.alg(), recipient.key().getKeyId());
    return new JweRecipient(recipient.alg(), other.publicKey());
  }

  private static byte[] deflated() {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    // STANDARD: RFC 7516, section 4.1.3: DEFLATE without the zlib wrapping.
    Deflater raw = new Deflater(Deflater.BEST_SPEED, true);
    try (DeflaterOutputStream large = new DeflaterOutputStream(small, raw)) {
      byte[] some = new byte[64 * 1024];
      for (int written = 0; written < TWENTY_MEGABYTES; written += some.length) {
        large.write(some);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      raw.end();
    }
    return small.toByteArray();
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}

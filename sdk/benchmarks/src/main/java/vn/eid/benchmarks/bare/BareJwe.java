package vn.eid.benchmarks.bare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens a compact JWE with ECDH-ES and A256GCM (RFC 7518, sections 4.6 and 5.3). */
public final class BareJwe {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEY_BITS = 256;
  private static final int TAG_BITS = 128;

  private final ECPrivateKey key;
  private final PrivateKey own;
  private final KeyFactory keys;
  private final KeyAgreement agreement;
  private final MessageDigest sha256;
  private final Cipher cipher;

  /** The objects are kept, and AES is the JDK's, which is the faster one. Not thread-safe. */
  public BareJwe(ECPrivateKey key, Optional<Provider> provider) throws GeneralSecurityException {
    this.key = key;
    this.keys =
        provider.isPresent()
            ? KeyFactory.getInstance("EC", provider.get())
            : KeyFactory.getInstance("EC");
    this.own = provider.isPresent() ? (PrivateKey) keys.translateKey(key) : key;
    this.agreement =
        provider.isPresent()
            ? KeyAgreement.getInstance("ECDH", provider.get())
            : KeyAgreement.getInstance("ECDH");
    this.sha256 = MessageDigest.getInstance("SHA-256");
    this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
  }

  /** What is within. */
  public String open(String compact) throws IOException, GeneralSecurityException {
    String[] parts = compact.split("\\.", -1);
    JsonNode header = JSON.readTree(decoded(parts[0]));
    byte[] secret = agreed(header.path("epk"));
    GCMParameterSpec iv = new GCMParameterSpec(TAG_BITS, decoded(parts[2]));
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(derived(secret), "AES"), iv);
    cipher.updateAAD(parts[0].getBytes(StandardCharsets.US_ASCII));
    byte[] text = decoded(parts[3]);
    byte[] tag = decoded(parts[4]);
    byte[] sealed = ByteBuffer.allocate(text.length + tag.length).put(text).put(tag).array();
    return new String(cipher.doFinal(sealed), StandardCharsets.UTF_8);
  }

  private byte[] agreed(JsonNode ephemeral) throws GeneralSecurityException {
    ECPoint point = new ECPoint(number(ephemeral, "x"), number(ephemeral, "y"));
    ECPublicKeySpec spec = new ECPublicKeySpec(point, key.getParams());
    PublicKey other = keys.generatePublic(spec);
    agreement.init(own);
    agreement.doPhase(other, true);
    return agreement.generateSecret();
  }

  /** The Concat KDF of one round, without party information (RFC 7518, section 4.6.2). */
  private byte[] derived(byte[] secret) {
    byte[] method = "A256GCM".getBytes(StandardCharsets.US_ASCII);
    sha256.update(number(1));
    sha256.update(secret);
    sha256.update(number(method.length));
    sha256.update(method);
    sha256.update(number(0));
    sha256.update(number(0));
    sha256.update(number(KEY_BITS));
    return sha256.digest();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  private static BigInteger number(JsonNode point, String name) {
    return new BigInteger(1, decoded(point.path(name).textValue()));
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }
}

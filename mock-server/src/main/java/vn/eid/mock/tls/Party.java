package vn.eid.mock.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** Somebody in a certificate: a name, and a key pair on P-256. */
record Party(String commonName, KeyPair keys) {
  // The object identifiers 2.5.4.3 and 1.2.840.10045.4.3.2.
  private static final byte[] COMMON_NAME = Der.encoded("0603550403");
  static final byte[] ECDSA_WITH_SHA256 = Der.encoded("300a06082a8648ce3d040302");

  static Party named(String commonName) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return new Party(commonName, generator.generateKeyPair());
  }

  /** RFC 5280, section 4.1.2.4. */
  byte[] name() {
    return Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text(commonName))));
  }

  /** RFC 5280, section 4.1.2.7: the key with its algorithm. */
  byte[] publicKey() {
    return keys.getPublic().getEncoded();
  }

  PrivateKey privateKey() {
    return keys.getPrivate();
  }

  /** A name of the key: any will do (RFC 5280, section 4.2.1.2). */
  byte[] keyId() throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-1").digest(publicKey());
  }

  byte[] sign(byte[] content) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(content);
    return signature.sign();
  }
}

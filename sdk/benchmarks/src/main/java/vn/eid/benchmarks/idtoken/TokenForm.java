package vn.eid.benchmarks.idtoken;

import com.nimbusds.jose.JWSAlgorithm;

/** How an id token is protected. */
public enum TokenForm {
  ES256("ES256", false),
  PS256("PS256", false),
  /** Signed with ES256, then encrypted. */
  ENCRYPTED("ES256 in ECDH-ES and A256GCM", true);

  private final String label;
  private final boolean encrypted;

  TokenForm(String label, boolean encrypted) {
    this.label = label;
    this.encrypted = encrypted;
  }

  boolean isEncrypted() {
    return encrypted;
  }

  JWSAlgorithm signature() {
    return this == PS256 ? JWSAlgorithm.PS256 : JWSAlgorithm.ES256;
  }

  @Override
  public String toString() {
    return label;
  }
}

package vn.eid.internal.http;

import org.jspecify.annotations.Nullable;
import vn.eid.internal.jose.SigningKey;

/**
 * What a request must prove: that its sender holds a key, and, where it carries a token, the key
 * that the token is bound to. A tag of the request, so that its secrets stand in no header before
 * the request leaves.
 */
record Proof(SigningKey key, @Nullable String accessToken) {

  @Override
  public String toString() {
    return "Proof[…]";
  }
}

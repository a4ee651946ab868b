package vn.eid.mock.endpoint;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;
import vn.eid.mock.state.MockState;

/** The checks of a DPoP proof, in the order of RFC 9449, section 4.3. */
final class DpopProofs {
  private static final String WHAT = "The DPoP proof";
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  private final MockState state;

  DpopProofs(MockState state) {
    this.state = state;
  }

  /** The thumbprint of the key that the request's proof was signed with. */
  String check(Exchange exchange) {
    return check(exchange, Optional.empty());
  }

  /**
   * The same, for a request that shows an access token.
   *
   * @throws Refusal 400 {@code invalid_dpop_proof} or {@code use_dpop_nonce}
   */
  String check(Exchange exchange, Optional<String> accessToken) {
    String compact =
        exchange
            .header("DPoP")
            .orElseThrow(
                () -> invalid("The DPoP header is missing; prove that you hold the token's key."));
    try {
      Jws proof = Jws.parse(WHAT, compact);
      JsonWebKey key = requireKey(proof);
      requireRequest(proof, exchange);
      requireTime(proof);
      if (accessToken.isPresent()) {
        requireHash(proof, accessToken.get());
      }
      requireNonce(proof);
      String thumbprint = Hashes.thumbprint(key);
      // Last, so that a refused proof does not use up the jti of a good one.
      if (!state.proofs().firstUse(thumbprint, proof.jti())) {
        throw new JwsException(WHAT + " was used before; sign a new one for each request.");
      }
      return thumbprint;
    } catch (JwsException e) {
      throw invalid(e.sentence());
    }
  }

  // Checks 4 to 7. The key comes with the proof: this is the one place where that is meant to be.
  private static JsonWebKey requireKey(Jws proof) throws JwsException {
    if (!proof.header("typ").filter("dpop+jwt"::equals).isPresent()) {
      throw new JwsException(WHAT + "'s typ must be dpop+jwt.");
    }
    JsonNode jwk = proof.headerNode("jwk");
    if (PRIVATE.stream().anyMatch(jwk::has)) {
      throw new JwsException(WHAT + " gives a private key away; put the public half into jwk.");
    }
    JsonWebKey key = key(jwk);
    proof.verify(key);
    return key;
  }

  private static JsonWebKey key(JsonNode jwk) throws JwsException {
    try {
      if (jwk.isObject()) {
        return JsonWebKey.Factory.newJwk(
            Json.mapper().convertValue(jwk, new TypeReference<Map<String, Object>>() {}));
      }
    } catch (JoseException e) {
      // The sentence below says it.
    }
    throw new JwsException(WHAT + " has no jwk in its header that is a public key.");
  }

  // Checks 8 and 9.
  private static void requireRequest(Jws proof, Exchange exchange) throws JwsException {
    String method = proof.requiredClaim("htm");
    if (!method.equals(exchange.method())) {
      throw new JwsException(
          WHAT
              + "'s htm is "
              + Quoted.of(method)
              + "; the request is a "
              + exchange.method()
              + ".");
    }
    String url = proof.requiredClaim("htu");
    if (!sameUrl(url, exchange.url())) {
      throw new JwsException(
          WHAT + "'s htu is " + Quoted.of(url) + "; the request goes to " + exchange.url() + ".");
    }
  }

  // STANDARD: section 4.2 defines htu without query and fragment, so one that has them is refused;
  // section 4.3 asks for syntax-based normalization: case of scheme and host, percent-encoding.
  private static boolean sameUrl(String claimed, String actual) {
    try {
      URI one = URI.create(claimed);
      URI other = URI.create(actual);
      return one.getRawQuery() == null
          && one.getRawFragment() == null
          && origin(one).equalsIgnoreCase(origin(other))
          && one.getPath() != null
          && one.getPath().equals(other.getPath());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  // Check 11.
  private void requireTime(Jws proof) throws JwsException {
    Duration age = Duration.between(proof.requiredTime("iat"), state.clock().instant());
    if (age.abs().compareTo(WINDOW) > 0) {
      throw new JwsException(WHAT + "'s iat is more than 60 seconds away from now.");
    }
  }

  // Check 12.
  private static void requireHash(Jws proof, String accessToken) throws JwsException {
    if (!proof.claim("ath").filter(Hashes.sha256(accessToken)::equals).isPresent()) {
      throw new JwsException(WHAT + "'s ath is not the hash of the access token.");
    }
  }

  // Check 10, after the others: a client that is wrong in two ways hears of its own mistake first.
  private void requireNonce(Jws proof) {
    if (!proof.claim("nonce").filter(state.nonces()::accepts).isPresent()) {
      throw Refusal.badRequest(
          "use_dpop_nonce",
          "The DPoP proof has no nonce of this server, or an old one; take DPoP-Nonce and try again.");
    }
  }

  private static Refusal invalid(String sentence) {
    return Refusal.badRequest("invalid_dpop_proof", sentence);
  }
}

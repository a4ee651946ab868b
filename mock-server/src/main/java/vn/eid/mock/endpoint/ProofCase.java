package vn.eid.mock.endpoint;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.state.MockState;

/** One DPoP proof on its way through the {@linkplain DpopProofs rules}. */
final class ProofCase {
  private static final String WHAT = "The DPoP proof";
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  private final MockState state;
  private final Exchange exchange;
  private final Optional<String> accessToken;
  private String compact = "";
  private String thumbprint = "";
  private @Nullable Jws proof;
  private @Nullable JsonWebKey key;

  ProofCase(MockState state, Exchange exchange, Optional<String> accessToken) {
    this.state = state;
    this.exchange = exchange;
    this.accessToken = accessToken;
  }

  Jws proof() {
    return Objects.requireNonNull(proof);
  }

  String thumbprint() {
    return thumbprint;
  }

  void requireHeader() {
    compact =
        exchange
            .header("DPoP")
            .orElseThrow(
                () -> invalid("The DPoP header is missing; prove that you hold the token's key."));
  }

  void requireProof() throws JwsException {
    proof = Jws.read(WHAT, compact);
  }

  void requireType() throws JwsException {
    String type = proof().header("typ").orElse("");
    if (!type.equals("dpop+jwt")) {
      throw new JwsException(WHAT + "'s typ must be dpop+jwt.").comparing("dpop+jwt", type);
    }
  }

  // The key comes with the proof: this is the one place where that is meant to be.
  void requireKey() throws JwsException {
    JsonNode jwk = proof().headerNode("jwk");
    if (PRIVATE.stream().anyMatch(jwk::has)) {
      throw new JwsException(WHAT + " gives a private key away; put the public half into jwk.");
    }
    key = key(jwk);
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

  void requireSignature() throws JwsException {
    proof().verify(Objects.requireNonNull(key));
  }

  void requireMethod() throws JwsException {
    String method = proof().requiredClaim("htm");
    if (!method.equals(exchange.method())) {
      throw new JwsException(
              "%s's htm is %s; the request is a %s."
                  .formatted(WHAT, Quoted.of(method), exchange.method()))
          .comparing(exchange.method(), method);
    }
  }

  void requireUrl() throws JwsException {
    String url = proof().requiredClaim("htu");
    if (!sameUrl(url, exchange.url())) {
      throw new JwsException(
              "%s's htu is %s; the request goes to %s."
                  .formatted(WHAT, Quoted.of(url), exchange.url()))
          .comparing(exchange.url(), url);
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

  void requireTime() throws JwsException {
    Instant issued = proof().requiredTime("iat");
    Instant now = state.clock().instant();
    if (Duration.between(issued, now).abs().compareTo(WINDOW) > 0) {
      throw new JwsException(
              WHAT + "'s iat is more than 60 seconds away from now." + state.clock().moved())
          .comparing("60 seconds around " + now, issued.toString());
    }
  }

  void requireHash() throws JwsException {
    if (!proof().claim("ath").equals(accessToken.map(Hashes::sha256))) {
      throw new JwsException(WHAT + "'s ath is not the hash of the access token.")
          .comparing(
              accessToken.map(Hashes::sha256).orElse(""), proof().claim("ath").orElse("none"));
    }
  }

  void requireNonce() {
    if (!proof().claim("nonce").filter(state.nonces()::accepts).isPresent()) {
      throw Refusal.badRequest(
              "use_dpop_nonce",
              "The DPoP proof has no nonce of this server, or an old one; take DPoP-Nonce and try again.")
          .comparing(state.nonces().current(), proof().claim("nonce").orElse("none"));
    }
  }

  void requireFirstUse() throws JwsException {
    thumbprint = Hashes.thumbprint(Objects.requireNonNull(key));
    if (!state.proofs().firstUse(thumbprint, proof().jti())) {
      throw new JwsException(WHAT + " was used before; sign a new one for each request.")
          .comparing("a jti that never came before", "one that came before");
    }
  }

  static Refusal invalid(String sentence) {
    return Refusal.badRequest("invalid_dpop_proof", sentence);
  }
}

package vn.eid.mock.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A JWS in compact form, taken apart by hand: jose4j sees it only after its header was found to
 * hold nothing that could choose the algorithm, the key or the way of checking.
 */
final class Jws {
  /** STANDARD: FAPI 2.0 Security Profile, section 5.4.1. */
  static final Set<String> ALGORITHMS = Set.of("ES256", "PS256");

  private static final int MOST_CHARACTERS = 16_384;
  // In the year 5138.
  private static final double LATEST = 1e11;

  private final String what;
  private final String compact;
  private final JsonNode header;
  private final JsonNode claims;

  private Jws(String what, String compact, JsonNode header, JsonNode claims) {
    this.what = what;
    this.compact = compact;
    this.header = header;
    this.claims = claims;
  }

  /**
   * Reads a token, and refuses a header that chooses what it must not choose.
   *
   * @param what how the sentences call it, such as {@code The client assertion}
   */
  static Jws parse(String what, String compact) throws JwsException {
    Jws jws = read(what, compact);
    jws.requireAlgorithm();
    jws.requireNoExtension();
    return jws;
  }

  /** Reads a token of which the header is still to be checked. */
  static Jws read(String what, String compact) throws JwsException {
    String[] parts = compact.split("\\.", -1);
    if (compact.length() > MOST_CHARACTERS || parts.length != 3) {
      throw new JwsException(what + " is not a JWS in compact form.")
          .comparing(
              "header.claims.signature, 16384 characters at most",
              parts.length + " parts, " + compact.length() + " characters");
    }
    return new Jws(what, compact, object(what, "header", parts[0]), object(what, "body", parts[1]));
  }

  void requireAlgorithm() throws JwsException {
    String alg = header.path("alg").asText("");
    if (!ALGORITHMS.contains(alg)) {
      throw new JwsException(
              what + " has the algorithm " + Quoted.of(alg) + "; sign it with ES256 or PS256.")
          .comparing("ES256 or PS256", alg);
    }
  }

  // STANDARD: RFC 7515, section 4.1.11: a critical extension that is not understood is a no.
  void requireNoExtension() throws JwsException {
    if (header.has("crit")) {
      throw new JwsException(what + " has a crit header; this server knows no extension.")
          .comparing("no crit", "crit: " + header.path("crit"));
    }
  }

  /** The member of the header, if it is there and a string. */
  Optional<String> header(String name) {
    return text(header.path(name));
  }

  JsonNode headerNode(String name) {
    return header.path(name);
  }

  /** The claim, if it is there and a string. */
  Optional<String> claim(String name) {
    return text(claims.path(name));
  }

  /** The claim as it stands there, whatever it is. */
  String claimText(String name) {
    return claims.has(name) ? claims.path(name).toString() : "none";
  }

  /** The claim that must be there and a string. */
  String requiredClaim(String name) throws JwsException {
    return claim(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new JwsException(what + " has no " + name + " that is a string."));
  }

  /** A jti is remembered, so it must not be long. */
  String jti() throws JwsException {
    String jti = requiredClaim("jti");
    if (jti.length() > 256) {
      throw new JwsException(what + " has a jti of more than 256 characters.");
    }
    return jti;
  }

  /** The time claim, if it is there; seconds since 1970 (RFC 7519, section 2). */
  Optional<Instant> time(String name) throws JwsException {
    JsonNode node = claims.path(name);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isNumber() || Math.abs(node.doubleValue()) > LATEST) {
      throw notSeconds(name, node);
    }
    return Optional.of(Instant.ofEpochMilli((long) (node.doubleValue() * 1000)));
  }

  private JwsException notSeconds(String name, JsonNode node) {
    boolean isMillis = node.isNumber() && Math.abs(node.doubleValue()) <= LATEST * 1000;
    String reason =
        isMillis ? " in milliseconds; give seconds." : " that is not a number of seconds.";
    return new JwsException(what + " has an " + name + reason)
        .comparing("seconds since 1970, 10 digits", isMillis ? "13 digits" : "something else");
  }

  Instant requiredTime(String name) throws JwsException {
    return time(name).orElseThrow(() -> new JwsException(what + " has no " + name + "."));
  }

  /** Checks the signature with a key that the caller has reason to trust. */
  void verify(JsonWebKey key) throws JwsException {
    String alg = header.path("alg").asText();
    if (!fits(alg, key) || !signedBy((PublicJsonWebKey) key, alg)) {
      throw new JwsException(what + " is not signed by that key with " + alg + ".")
          .comparing("a signature with " + alg + " of the key " + described(key), "another one");
    }
  }

  // The key decides the algorithm, not the token: an RSA key never meets ES256, nor P-384 P-256's.
  private static boolean fits(String alg, JsonWebKey key) {
    if (key instanceof EllipticCurveJsonWebKey ec) {
      return alg.equals("ES256") && "P-256".equals(ec.getCurveName());
    }
    return alg.equals("PS256") && key instanceof RsaJsonWebKey;
  }

  private static String described(JsonWebKey key) {
    return key.getKeyId() == null ? "in the header" : key.getKeyId();
  }

  private boolean signedBy(PublicJsonWebKey key, String alg) {
    try {
      JsonWebSignature jws = new JsonWebSignature();
      jws.setAlgorithmConstraints(
          new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, alg));
      jws.setCompactSerialization(compact);
      jws.setKey(key.getPublicKey());
      return jws.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  private static JsonNode object(String what, String part, String encoded) throws JwsException {
    try {
      JsonNode node = Json.mapper().readTree(Base64.getUrlDecoder().decode(encoded));
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (IOException | IllegalArgumentException e) {
      // The sentence below says it; the cause would quote the token.
    }
    throw new JwsException(what + " has a " + part + " that is not a JSON object in base64url.");
  }
}

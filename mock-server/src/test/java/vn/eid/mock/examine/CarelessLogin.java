package vn.eid.mock.examine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;

/** What a hand-written application sends to the provider; all of it is right. */
final class CarelessLogin {
  static final String CLIENT = "demo-client";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String issuer;
  private final String callback;
  private final PublicJsonWebKey key;
  private final EllipticCurveJsonWebKey proofKey;
  private volatile String dpopNonce = "";

  CarelessLogin(String issuer, String callback, PublicJsonWebKey key) throws Exception {
    this.issuer = issuer;
    this.callback = callback;
    this.key = key;
    this.proofKey = EcJwkGenerator.generateJwk(EllipticCurves.P256);
  }

  /** What this browser's login is known by. */
  record Begun(String state, String nonce, String verifier) {
    static Begun now() {
      return new Begun(random(), random(), random() + random());
    }
  }

  /** Where the browser goes to log in. */
  String pushed(Begun begun) throws Exception {
    requireIssuer();
    Map<String, String> form = authenticated();
    form.put("response_type", "code");
    form.put("redirect_uri", callback);
    form.put("scope", "openid");
    form.put("state", begun.state());
    form.put("nonce", begun.nonce());
    form.put("code_challenge", sha256(begun.verifier()));
    form.put("code_challenge_method", "S256");
    form.put("dpop_jkt", proofKey.calculateBase64urlEncodedThumbprint("SHA-256"));
    JsonNode answer = JSON.readTree(post("/par", form, "", 201));
    return issuer
        + "/authorize?client_id="
        + CLIENT
        + "&request_uri="
        + encoded(answer.required("request_uri").asText());
  }

  /** The id token of a code. */
  String idToken(String code, Begun begun) throws Exception {
    Map<String, String> form = authenticated();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", callback);
    form.put("code_verifier", begun.verifier());
    JsonNode answer = JSON.readTree(post("/token", form, proof("/token"), 200));
    if (!answer.path("token_type").asText().equalsIgnoreCase("DPoP")) {
      throw new IOException("The access token is bound to no key.");
    }
    return answer.required("id_token").asText();
  }

  String keys() throws Exception {
    return get("/jwks");
  }

  private void requireIssuer() throws Exception {
    JsonNode discovered = JSON.readTree(get("/.well-known/openid-configuration"));
    if (!discovered.path("issuer").asText().equals(issuer)) {
      throw new IOException("The document is another issuer's.");
    }
  }

  private Map<String, String> authenticated() throws Exception {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(CLIENT);
    claims.setSubject(CLIENT);
    claims.setAudience(issuer);
    claims.setExpirationTimeMinutesInTheFuture(1);
    claims.setIssuedAtToNow();
    claims.setGeneratedJwtId();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", CLIENT);
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_assertion", signed(key, claims, Map.of("kid", key.getKeyId())));
    return form;
  }

  private String proof(String path) throws Exception {
    JwtClaims claims = new JwtClaims();
    claims.setStringClaim("htm", "POST");
    claims.setStringClaim("htu", issuer + path);
    claims.setStringClaim("nonce", dpopNonce);
    claims.setIssuedAtToNow();
    claims.setGeneratedJwtId();
    Map<String, Object> jwk = proofKey.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    return signed(proofKey, claims, Map.of("typ", "dpop+jwt", "jwk", jwk));
  }

  private static String signed(PublicJsonWebKey key, JwtClaims claims, Map<String, ?> header)
      throws Exception {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue("ES256");
    header.forEach(jws::setHeader);
    jws.setKey(key.getPrivateKey());
    jws.setPayload(claims.toJson());
    return jws.getCompactSerialization();
  }

  private String get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(issuer + path)), 200);
  }

  private String post(String path, Map<String, String> form, String proof, int expected)
      throws Exception {
    String body =
        form.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(issuer + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(proof.isEmpty() ? request : request.header("DPoP", proof), expected);
  }

  private String send(HttpRequest.Builder request, int expected) throws Exception {
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    dpopNonce = answer.headers().firstValue("DPoP-Nonce").orElse(dpopNonce);
    if (answer.statusCode() != expected) {
      throw new IOException("The provider answers with " + answer.statusCode() + ".");
    }
    return answer.body();
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }

  private static String sha256(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

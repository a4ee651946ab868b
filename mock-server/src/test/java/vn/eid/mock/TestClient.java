package vn.eid.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import vn.eid.mock.state.Client;

/** A client that does everything right; each part can be taken out and broken by a test. */
final class TestClient {
  static final String CALLBACK = "https://app.example/callback";
  static final String VERIFIER = "a-code-verifier-of-at-least-forty-three-characters";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final EidMock mock;
  final EllipticCurveJsonWebKey proofKey = Draft.newKey();
  private final String id;

  private final PublicJsonWebKey clientKey;

  TestClient(EidMock mock) {
    this(mock, mock.clientId(), key(mock.clientKeyJwk()));
  }

  String id() {
    return id;
  }

  private TestClient(EidMock mock, String id, PublicJsonWebKey clientKey) {
    this.mock = mock;
    this.id = id;
    this.clientKey = clientKey;
    HeldToContract.watch(mock);
  }

  /** The demo client, after its owner took another key. */
  static TestClient signingWith(EidMock mock, PublicJsonWebKey clientKey) {
    return new TestClient(mock, mock.clientId(), clientKey);
  }

  /** Another client than the demo one, registered with this key. */
  static TestClient registered(EidMock mock, String id, PublicJsonWebKey clientKey) {
    clientKey.setKeyId("key-of-" + id);
    List<String> callbacks = List.of(CALLBACK);
    Client client = new Client(id, callbacks, new JsonWebKeySet(clientKey), id, id);
    mock.state().clients().register(client);
    return new TestClient(mock, id, clientKey);
  }

  private static PublicJsonWebKey key(String jwk) {
    try {
      return PublicJsonWebKey.Factory.newPublicJwk(jwk);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  // The good parts

  Draft assertion() {
    return new Draft(clientKey.getPrivateKey())
        .header("kid", clientKey.getKeyId())
        .claim("iss", id)
        .claim("sub", id)
        .claim("aud", mock.issuer().toString())
        .claim("jti", UUID.randomUUID().toString())
        .claim("iat", now())
        .claim("exp", now() + 60);
  }

  Draft proof(String method, String path) {
    return new Draft(proofKey.getPrivateKey())
        .header("typ", "dpop+jwt")
        .header("jwk", proofKey.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
        .claim("htm", method)
        .claim("htu", mock.issuer() + path)
        .claim("iat", now())
        .claim("jti", UUID.randomUUID().toString())
        .claim("nonce", mock.state().nonces().current());
  }

  Draft proof(String method, String path, String accessToken) {
    return proof(method, path).claim("ath", sha256(accessToken));
  }

  Map<String, String> loginForm() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("response_type", "code");
    form.put("redirect_uri", CALLBACK);
    form.put("scope", "openid");
    form.put("state", "the-state");
    form.put("nonce", "the-nonce");
    form.put("code_challenge", sha256(VERIFIER));
    form.put("code_challenge_method", "S256");
    form.put("dpop_jkt", proofKey.calculateBase64urlEncodedThumbprint("SHA-256"));
    return form;
  }

  Map<String, String> codeForm(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", CALLBACK);
    form.put("code_verifier", VERIFIER);
    return form;
  }

  // The steps

  Answer push(Map<String, String> form) {
    return push(form, assertion());
  }

  Answer push(Map<String, String> form, Draft assertion) {
    return post("/par", authenticated(form, assertion), Map.of());
  }

  Answer authorize(String requestUri) {
    return get("/authorize?" + encoded(authorizeQuery(requestUri)), Map.of());
  }

  Map<String, String> authorizeQuery(String requestUri) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", id);
    query.put("request_uri", requestUri);
    return query;
  }

  /** Pushes a good request, lets the citizen approve and returns the code. */
  String code() {
    return authorize(push(loginForm()).isOk().text("request_uri")).isOk().returned("code");
  }

  Answer token(Map<String, String> form) {
    return token(form, assertion(), proof("POST", "/token"));
  }

  Answer token(Map<String, String> form, Draft assertion, Draft proof) {
    return post("/token", authenticated(form, assertion), Map.of("DPoP", proof.sign()));
  }

  /** What a login gives whose form differs from the usual one in these parameters. */
  Answer logIn(Map<String, String> changes) {
    return token(codeForm(callback(changes).isOk().returned("code"))).isOk();
  }

  /** Where the browser comes back to from such a login. */
  Answer callback(Map<String, String> changes) {
    Map<String, String> form = loginForm();
    form.putAll(changes);
    return authorize(push(form).isOk().text("request_uri"));
  }

  /** What a login gives that may go on without the citizen. */
  Answer logInOffline() {
    return logIn(Map.of("scope", "openid offline_access sandbox", "prompt", "consent"));
  }

  Answer refresh(String refreshToken) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  Map<String, String> pushForm(String citizen) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("scope", "openid");
    form.put("login_hint", citizen);
    return form;
  }

  /** Has a citizen asked on the phone. */
  Answer askOnPhone(Map<String, String> form) {
    return post("/ciba", authenticated(form, assertion()), Map.of());
  }

  Answer poll(String authReqId) {
    return token(
        Map.of("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", authReqId));
  }

  Answer revoke(String token) {
    return post("/revocation", authenticated(Map.of("token", token), assertion()), Map.of());
  }

  /** Reads a resource; the target may have a query. */
  Answer resource(String target, String accessToken) {
    String path = target.split("\\?", 2)[0];
    String proof = proof("GET", path, accessToken).sign();
    return get(target, Map.of("Authorization", "DPoP " + accessToken, "DPoP", proof));
  }

  /** The access token of a good login. */
  String accessToken() {
    return token(codeForm(code())).isOk().text("access_token");
  }

  String scopeToken(String scope) {
    return token(Map.of("grant_type", "client_credentials", "scope", scope))
        .isOk()
        .text("access_token");
  }

  Answer userinfo(String accessToken) {
    return userinfo(accessToken, proof("GET", "/userinfo", accessToken));
  }

  Answer userinfo(String accessToken, Draft proof) {
    return get("/userinfo", Map.of("Authorization", "DPoP " + accessToken, "DPoP", proof.sign()));
  }

  Map<String, String> authenticated(Map<String, String> form, Draft assertion) {
    Map<String, String> all = new LinkedHashMap<>(form);
    all.putIfAbsent("client_id", id);
    all.putIfAbsent(
        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    all.putIfAbsent("client_assertion", assertion.sign());
    return all;
  }

  // HTTP

  Answer post(String path, Map<String, String> form, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(mock.issuer() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    return send(request, headers);
  }

  Answer get(String path, Map<String, String> headers) {
    return send(HttpRequest.newBuilder(URI.create(mock.issuer() + path)), headers);
  }

  static Answer send(HttpRequest.Builder request, Map<String, String> headers) {
    headers.forEach(request::header);
    try {
      HttpRequest sent = request.build();
      Answer answer = new Answer(HTTP.send(sent, HttpResponse.BodyHandlers.ofString()));
      HeldToContract.check(sent, answer.response());
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  long now() {
    return mock.clock().instant().getEpochSecond();
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}

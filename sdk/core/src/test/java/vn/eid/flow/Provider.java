package vn.eid.flow;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import vn.eid.Application;
import vn.eid.ChosenCrypto;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.consent.Notice;
import vn.eid.consent.Purpose;

/**
 * A provider that says whatever a test lets it say. It checks nothing: what it says is checked by
 * the SDK alone. By default it is an honest plain OpenID provider that knows nothing of Vietnam.
 */
final class Provider implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final MockWebServer server = new MockWebServer();
  private final ECKey key;
  private final String path;
  private volatile String nonce = "";
  private volatile String state = "";

  /** How often a push may be asked about, in seconds. */
  volatile int interval = 1;

  /** The number whose push is approved. */
  volatile String answered = "";

  /** Extra or changed members of each document, by path; "(none)" takes the member out. */
  final Map<String, Map<String, Object>> changes = new ConcurrentHashMap<>();

  /** Answers with this status instead, by path. */
  final Map<String, Integer> failures = new ConcurrentHashMap<>();

  /** Refuses with this error code instead (RFC 6749, section 5.2), by path. */
  final Map<String, String> refusals = new ConcurrentHashMap<>();

  final Map<String, Object> idTokenChanges = new HashMap<>();
  final Map<String, Object> receiptChanges = new HashMap<>();
  final Map<String, Object> endReceiptChanges = new HashMap<>();

  /** What other endpoints answer, by path. */
  final Map<String, Function<RecordedRequest, Map<String, Object>>> answers =
      new ConcurrentHashMap<>();

  /** The {@code typ} of the receipt of an end. */
  volatile String endReceiptType = "consent-end+jwt";

  /** What happens while the next answer about a consent is on its way. */
  final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  /** What becomes of a signed id token before it is sent. */
  volatile UnaryOperator<String> packing = UnaryOperator.identity();

  Provider(String path) {
    this.path = path;
    try {
      this.key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return answer(request);
            }
          });
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client of this provider, on the system's clock. */
  EidClient client() {
    return builder().build();
  }

  /** The same, for tests that change one thing about it. */
  EidClient.Builder builder() {
    try {
      String jwk = new ECKeyGenerator(Curve.P_256).keyID("c").generate().toJSONString();
      return ChosenCrypto.in(
          EidClient.builder(Environment.sandbox(issuer()), "app", ClientKey.fromJwk(jwk)));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getPort() + path);
  }

  Map<String, Object> publicKey() {
    return key.toPublicJWK().toJSONObject();
  }

  int requests() {
    return server.getRequestCount();
  }

  /** How a browser comes back from the last pushed request, whose state the provider knows. */
  URI callback() {
    return URI.create(Application.CALLBACK + "?code=c&state=" + state + "&iss=" + issuer());
  }

  String base() {
    return issuer().toString().replaceAll("/$", "");
  }

  void change(String endpoint, String member, Object value) {
    changes.computeIfAbsent(endpoint, unused -> new HashMap<>()).put(member, value);
  }

  private MockResponse answer(RecordedRequest request) {
    String endpoint = request.getUrl().encodedPath().substring(path.replaceAll("/$", "").length());
    Integer failure = failures.get(endpoint);
    if (failure != null) {
      return new MockResponse.Builder().code(failure).headersDelay(100, MILLISECONDS).build();
    }
    String refusal = refusals.get(endpoint);
    if (refusal != null) {
      return refused(refusal);
    }
    if (endpoint.startsWith("/fhir")) {
      return json("/fhir", Map.of("resourceType", "Bundle", "type", "searchset"));
    }
    if (endpoint.startsWith("/consent")) {
      MockResponse answer = aboutConsents(endpoint);
      meanwhile.getAndSet(() -> {}).run();
      return answer;
    }
    return switch (endpoint) {
      case "/.well-known/openid-configuration" -> json(endpoint, discovery());
      case "/par" -> {
        nonce = form(request, "nonce");
        state = form(request, "state");
        yield json(endpoint, Map.of("request_uri", "urn:x", "expires_in", 60));
      }
      case "/ciba" ->
          json(
              endpoint,
              Map.of(
                  "auth_req_id",
                  form(request, "login_hint"),
                  "expires_in",
                  600,
                  "interval",
                  interval));
      case "/token" -> tokenOrPending(request);
      case "/events" -> json(endpoint, Map.of());
      case "/userinfo" -> json(endpoint, Map.of("sub", "someone", "name", "Nguyễn Văn An"));
      case "/jwks" -> json(endpoint, Map.of("keys", List.of(key.toPublicJWK().toJSONObject())));
      default ->
          Optional.ofNullable(answers.get(endpoint))
              .map(answer -> json(endpoint, answer.apply(request)))
              .orElseGet(() -> new MockResponse.Builder().code(404).build());
    };
  }

  /** Nobody answers a push but whose number it is. */
  private MockResponse tokenOrPending(RecordedRequest request) {
    String push = form(request, "auth_req_id");
    if (!push.isEmpty() && !push.equals(answered)) {
      return refused("authorization_pending");
    }
    return json("/token", token(form(request, "grant_type")));
  }

  private static MockResponse refused(String error) {
    return new MockResponse.Builder()
        .code(400)
        .addHeader("Content-Type", "application/json")
        .body(text(Map.of("error", error)))
        .build();
  }

  /** A notice that someone has logged out, good but for the changes. */
  String logoutToken(Map<String, Object> changes) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer().toString());
    claims.put("aud", "app");
    claims.put("sub", "someone");
    claims.put("jti", "1");
    claims.put("iat", now);
    claims.put("exp", now + 3600);
    claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    return signed("logout+jwt", changed(claims, changes));
  }

  private Map<String, Object> discovery() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer().toString());
    document.put("authorization_endpoint", base() + "/authorize");
    document.put("pushed_authorization_request_endpoint", base() + "/par");
    document.put("token_endpoint", base() + "/token");
    document.put("backchannel_authentication_endpoint", base() + "/ciba");
    document.put("userinfo_endpoint", base() + "/userinfo");
    document.put("jwks_uri", base() + "/jwks");
    return document;
  }

  /** For tests of consents: the member to put into discovery. */
  Map<String, Object> nationalServices() {
    return Map.of(
        "consent_endpoint", base() + "/consent",
        "records_endpoint", base() + "/fhir",
        "citizen_data_endpoint", base() + "/citizen",
        "tax_endpoint", base() + "/tax",
        "population_endpoint", base() + "/population",
        "events_endpoint", base() + "/events",
        "registry_issuer", "registry",
        "registry_jwks_uri", base() + "/jwks");
  }

  private Map<String, Object> token(String grant) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", "token");
    answer.put("token_type", "DPoP");
    answer.put("expires_in", 300);
    if (!grant.equals("client_credentials")) {
      Map<String, Object> claims = new LinkedHashMap<>();
      long now = Instant.now().getEpochSecond();
      claims.put("iss", issuer().toString());
      claims.put("aud", "app");
      claims.put("sub", "someone");
      if (!grant.equals("urn:openid:params:grant-type:ciba")) {
        claims.put("nonce", nonce);
      }
      claims.put("iat", now);
      claims.put("exp", now + 60);
      answer.put("id_token", packing.apply(signed("JWT", changed(claims, idTokenChanges))));
    }
    return answer;
  }

  private MockResponse aboutConsents(String endpoint) {
    if (endpoint.equals("/consent/search")) {
      Map<String, Object> view = changed(consent("active"), changesOf("/consent"));
      return json(endpoint, Map.of("consents", List.of(view)));
    }
    return json("/consent", consent(endpoint.endsWith("/revocation") ? "ended" : "active"));
  }

  /** A consent with all that any of its states has. */
  private Map<String, Object> consent(String state) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("consent_id", "c1");
    view.put("subject", "citizen");
    view.put("state", state);
    view.put("asked", asked());
    view.put("approval_uri", "https://as.example/approve");
    view.put("decide_by", "2030-01-01T00:00:00Z");
    view.put("receipt", signed("consent-receipt+jwt", changed(granted(), receiptChanges)));
    view.put("cause", "revoked_by_recipient");
    view.put("ended_at", "2026-01-01T00:00:00Z");
    view.put("end_receipt", signed(endReceiptType, changed(end(), endReceiptChanges)));
    return view;
  }

  /** What {@link Application#TREATMENT} asks about immunisations. */
  static Map<String, Object> asked() {
    Map<String, Object> terms = terms();
    terms.put("valid_for", 86_400);
    return terms;
  }

  private static Map<String, Object> terms() {
    Purpose purpose = Application.TREATMENT;
    Notice notice = Notice.standard();
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put(
        "purpose",
        Map.of(
            "code", purpose.code(),
            "text", Map.of("vi", purpose.vietnamese(), "en", purpose.english())));
    terms.put("data_sets", List.of("immunizations"));
    terms.put("recipients", List.of());
    terms.put("cross_border", false);
    terms.put(
        "notice",
        Map.of(
            "version", notice.version(),
            "sha256", Map.of("vi", sha256(notice.vietnamese()), "en", sha256(notice.english()))));
    return terms;
  }

  private static Map<String, Object> granted() {
    Map<String, Object> claims = statement();
    long now = Instant.now().getEpochSecond();
    claims.put("granted_at", now);
    claims.put("exp", now + 86_400);
    claims.put("controller", "app");
    claims.put("method", "app");
    claims.put("asked", asked());
    claims.putAll(terms());
    return claims;
  }

  private static Map<String, Object> end() {
    Map<String, Object> claims = statement();
    claims.put("cause", "revoked_by_recipient");
    claims.put("ended_at", Instant.now().getEpochSecond());
    claims.put("channel", "recipient");
    return claims;
  }

  private static Map<String, Object> statement() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "registry");
    claims.put("aud", "app");
    claims.put("sub", "citizen");
    claims.put("consent_id", "c1");
    return claims;
  }

  private static String sha256(String text) {
    try {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> changesOf(String endpoint) {
    return changes.getOrDefault(endpoint, Map.of());
  }

  private MockResponse json(String endpoint, Map<String, ?> document) {
    Map<String, Object> changed = changed(document, changesOf(endpoint));
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(text(changed))
        .build();
  }

  static Map<String, Object> changed(Map<String, ?> document, Map<String, Object> changes) {
    Map<String, Object> result = new LinkedHashMap<>(document);
    result.putAll(changes);
    result.values().removeIf("(none)"::equals);
    return result;
  }

  /** Claims signed by the provider, which is the registry too. */
  String signed(String type, Map<String, Object> claims) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .keyID("k")
              .type(new JOSEObjectType(type))
              .build();
      JWSObject jws = new JWSObject(header, new Payload(text(claims)));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String form(RecordedRequest request, String name) {
    HttpUrl form = HttpUrl.get("http://form/?" + request.getBody().utf8());
    String value = form.queryParameter(name);
    return value == null ? "" : value;
  }

  private static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}

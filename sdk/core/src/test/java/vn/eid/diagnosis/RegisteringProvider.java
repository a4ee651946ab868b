package vn.eid.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * A provider that really checks how a client signs in, and that a test can put out of order: its
 * clock, its registrations, the audience that it wants, what its discovery document says.
 */
final class RegisteringProvider implements AutoCloseable {
  static final String CLIENT = "clinic";
  static final String CALLBACK = "https://app.example/callback";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String NONCE = "nonce-of-the-provider-0123456789";

  private final MockWebServer server = new MockWebServer();
  private final String scheme;
  private final ECKey key = newKey("provider-key");
  private final List<ECKey> registered = new ArrayList<>();

  /** Changes of the discovery document. */
  final List<Consumer<Map<String, Object>>> changes = new ArrayList<>();

  /** The paths that were asked for. */
  final List<String> asked = new ArrayList<>();

  Clock clock = Clock.systemUTC();
  String path = "";
  Predicate<String> audience = value -> value.equals(issuer().toString());
  Predicate<String> pushAudience = value -> audience.test(value);
  String refusesCodesWith = "invalid_grant";
  String refusesCallbacksWith = "The redirect_uri is not registered: s3cr3t words.";
  boolean tellsKeys = true;
  boolean tellsTime = true;
  boolean speaksDpop = true;
  boolean acceptsNonces = true;

  private RegisteringProvider(String scheme) {
    this.scheme = scheme;
  }

  static RegisteringProvider start() {
    return new RegisteringProvider("http").listening();
  }

  static RegisteringProvider start(SSLSocketFactory tls) {
    RegisteringProvider provider = new RegisteringProvider("https");
    provider.server.useHttps(tls);
    return provider.listening();
  }

  private RegisteringProvider listening() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  URI issuer() {
    return URI.create(base() + path);
  }

  String base() {
    return scheme + "://localhost:" + server.getPort();
  }

  void register(ECKey... keys) {
    registered.addAll(List.of(keys));
  }

  /** Changes a member of the discovery document; null takes it out. */
  void says(String member, Object value) {
    changes.add(document -> document.put(member, value));
  }

  void saysNothingOf(String member) {
    changes.add(document -> document.remove(member));
  }

  static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private MockResponse answer(RecordedRequest request) {
    String asks = request.getUrl().encodedPath();
    asked.add(asks);
    String directory = path.replaceAll("/$", "");
    if (asks.equals(directory + "/.well-known/openid-configuration")) {
      return json(200, discovery());
    }
    return switch (asks.startsWith(directory) ? asks.substring(directory.length()) : asks) {
      case "/jwks" -> json(200, Map.of("keys", List.of(key.toPublicJWK().toJSONObject())));
      case "/encryption-jwks" -> json(200, Map.of("keys", List.of(encryptionKey())));
      case "/clients/keys" -> registeredKeys(request.getUrl().queryParameter("client_id"));
      case "/token" -> oauth(() -> tokenError(request));
      case "/par" -> oauth(() -> pushError(request));
      default -> json(404, Map.of("code", "no_such_route"));
    };
  }

  private Map<String, Object> discovery() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer().toString());
    document.put("authorization_endpoint", base() + "/authorize");
    document.put("pushed_authorization_request_endpoint", base() + "/par");
    document.put("token_endpoint", base() + "/token");
    document.put("jwks_uri", base() + "/jwks");
    document.put("response_types_supported", List.of("code"));
    document.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
    document.put("token_endpoint_auth_signing_alg_values_supported", List.of("ES256"));
    document.put("id_token_signing_alg_values_supported", List.of("ES256"));
    document.put("code_challenge_methods_supported", List.of("S256"));
    document.put("dpop_signing_alg_values_supported", List.of("ES256"));
    document.put("authorization_response_iss_parameter_supported", true);
    if (tellsKeys) {
      document.put("vn_eid", national());
    }
    changes.forEach(change -> change.accept(document));
    return document;
  }

  private Map<String, Object> encryptionKey() {
    Map<String, Object> jwk = new LinkedHashMap<>(key.toPublicJWK().toJSONObject());
    jwk.put("use", "enc");
    return jwk;
  }

  private Map<String, Object> national() {
    return Map.of(
        "consent_endpoint", base() + "/consent",
        "records_endpoint", base() + "/records",
        "citizen_data_endpoint", base() + "/citizen",
        "tax_endpoint", base() + "/tax",
        "registry_issuer", "registry",
        "registry_jwks_uri", base() + "/jwks",
        "registered_keys_endpoint", base() + "/clients/keys");
  }

  private MockResponse registeredKeys(String client) {
    return CLIENT.equals(client)
        ? json(
            200,
            Map.of(
                "keys", registered.stream().map(JWK::toPublicJWK).map(JWK::toJSONObject).toList()))
        : json(404, Map.of("code", "client_not_found"));
  }

  /** A refusal: an error code and why. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** The code. */
    final String code;

    Refusal(String code, String why) {
      super(why);
      this.code = code;
    }
  }

  private interface Checks {
    void run() throws Refusal, ParseException, JOSEException;
  }

  private MockResponse oauth(Checks checks) {
    try {
      checks.run();
      return json(201, Map.of("request_uri", "urn:ietf:params:oauth:request_uri:abcdefgh"));
    } catch (Refusal refusal) {
      return json(
          refusal.code.equals("invalid_client") ? 401 : 400,
          Map.of("error", refusal.code, "error_description", refusal.getMessage()));
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tokenError(RecordedRequest request) throws Refusal, ParseException, JOSEException {
    checkAssertion(form(request), audience);
    if (speaksDpop) {
      checkProof(request);
    }
    require(refusesCodesWith.isEmpty(), refusesCodesWith, "no such code");
  }

  private void pushError(RecordedRequest request) throws Refusal, ParseException, JOSEException {
    HttpUrl form = form(request);
    checkAssertion(form, pushAudience);
    if (!CALLBACK.equals(form.queryParameter("redirect_uri"))) {
      throw new Refusal("invalid_request", refusesCallbacksWith);
    }
  }

  private void checkAssertion(HttpUrl form, Predicate<String> wanted)
      throws Refusal, ParseException, JOSEException {
    SignedJWT assertion = SignedJWT.parse(form.queryParameter("client_assertion"));
    JWTClaimsSet claims = assertion.getJWTClaimsSet();
    String id = assertion.getHeader().getKeyID();
    boolean signed = false;
    for (ECKey known : registered) {
      signed |= known.getKeyID().equals(id) && assertion.verify(new ECDSAVerifier(known));
    }
    require(signed, "invalid_client", "unknown key");
    require(CLIENT.equals(claims.getIssuer()), "invalid_client", "unknown client");
    require(CLIENT.equals(claims.getSubject()), "invalid_client", "unknown client");
    require(
        claims.getAudience().size() == 1 && wanted.test(claims.getAudience().get(0)),
        "invalid_client",
        "wrong audience");
    Instant now = clock.instant();
    require(claims.getExpirationTime().toInstant().isAfter(now), "invalid_client", "expired");
    require(
        claims.getIssueTime().toInstant().isBefore(now.plusSeconds(60)),
        "invalid_client",
        "from the future");
  }

  private void checkProof(RecordedRequest request) throws Refusal, ParseException, JOSEException {
    SignedJWT proof = SignedJWT.parse(request.getHeaders().get("DPoP"));
    ECKey holder = proof.getHeader().getJWK().toECKey();
    JWTClaimsSet claims = proof.getJWTClaimsSet();
    require(proof.verify(new ECDSAVerifier(holder)), "invalid_dpop_proof", "signature");
    require("POST".equals(claims.getStringClaim("htm")), "invalid_dpop_proof", "htm");
    require((base() + "/token").equals(claims.getStringClaim("htu")), "invalid_dpop_proof", "htu");
    Duration age = Duration.between(claims.getIssueTime().toInstant(), clock.instant());
    require(age.abs().toSeconds() <= 60, "invalid_dpop_proof", "iat");
    require(
        acceptsNonces && NONCE.equals(claims.getStringClaim("nonce")), "use_dpop_nonce", "nonce");
  }

  private static void require(boolean holds, String code, String why) throws Refusal {
    if (!holds) {
      throw new Refusal(code, why);
    }
  }

  private MockResponse json(int status, Map<String, ?> document) {
    try {
      MockResponse.Builder response =
          new MockResponse.Builder()
              .code(status)
              .addHeader("Content-Type", "application/json")
              .body(MAPPER.writeValueAsString(document));
      if (tellsTime) {
        response.addHeader(
            "Date",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
      }
      return (speaksDpop ? response.addHeader("DPoP-Nonce", NONCE) : response).build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpUrl form(RecordedRequest request) {
    return HttpUrl.get("http://form/?" + request.getBody().utf8());
  }

  @Override
  public void close() {
    server.close();
  }
}

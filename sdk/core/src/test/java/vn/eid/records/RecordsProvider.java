package vn.eid.records;

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
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.eid.Application;
import vn.eid.ChosenCrypto;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;

/**
 * A provider whose records service says whatever a test lets it say, byte for byte, and of any
 * length. All else about it is honest: one consent, {@code c1}, for immunisations.
 */
final class RecordsProvider implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ECKey registry = key("r");
  private final ECKey client = key("c");

  /** What was asked of the records service, in order. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** The authorization details of each token that was asked for. */
  final List<String> grants = new CopyOnWriteArrayList<>();

  /** The answers of the records service. */
  volatile HttpHandler records = exchange -> send(exchange, 200, "{}");

  /** A refusal of the token endpoint; empty for none. */
  volatile String refusal = "";

  /** What stands in the details of each token but the first, and what in its place; or nothing. */
  volatile String swapInRenewedTokens = "";

  /** How often each data set may be pulled; 0 for any number of times. */
  volatile int uses;

  RecordsProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  EidClient client() {
    return builder(ClientKey.fromJwk(client.toJSONString())).build();
  }

  /** A builder of a client of this provider, on the system's clock. */
  EidClient.Builder builder(ClientKey key) {
    return ChosenCrypto.in(EidClient.builder(Environment.sandbox(URI.create(base())), "app", key))
        .storageKey(Application.STORAGE_KEY);
  }

  ClientKey clientKey() {
    return ClientKey.fromJwk(client.toJSONString());
  }

  ECKey registryKey() {
    return registry;
  }

  Consent.Active consent(EidClient client) {
    return client.consents().requireActive(ConsentId.of("c1"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith("/fhir/") || path.startsWith("/citizen/")) {
        asked.add(exchange.getRequestURI().toString());
        records.handle(exchange);
        return;
      }
      switch (path) {
        case "/.well-known/openid-configuration" -> send(exchange, 200, text(discovery()));
        case "/jwks" -> send(exchange, 200, text(keys()));
        case "/consent/c1" -> send(exchange, 200, text(consent()));
        case "/token" -> token(exchange);
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  /** Sends a whole answer. */
  static void send(HttpExchange exchange, int status, String json) throws IOException {
    send(exchange, status, "application/fhir+json", json.getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /** Sends the beginning of a longer answer and hangs up. */
  static void breakOff(HttpExchange exchange, String begin) throws IOException {
    byte[] bytes = begin.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
    exchange.sendResponseHeaders(200, bytes.length + 100L);
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().flush();
  }

  private void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String details = field(form, "authorization_details");
    if (details.isEmpty()) {
      send(exchange, 200, "{\"access_token\":\"s\",\"token_type\":\"DPoP\",\"expires_in\":300}");
      return;
    }
    grants.add(details);
    if (!refusal.isEmpty()) {
      String error = "{\"error\":\"invalid_authorization_details\",\"code\":\"" + refusal + "\"}";
      send(exchange, 400, error);
      return;
    }
    String named =
        details.contains("\"pull\"") ? swapped(details) : details.replace("}", ",\"pull\":\"p1\"}");
    send(
        exchange,
        200,
        "{\"access_token\":\"t"
            + grants.size()
            + "\",\"token_type\":\"DPoP\",\"expires_in\":300,\"authorization_details\":"
            + named
            + "}");
  }

  private String swapped(String details) {
    String[] swap = swapInRenewedTokens.split("~", -1);
    return swap.length == 2 ? details.replace(swap[0], swap[1]) : details;
  }

  private static String field(String form, String name) {
    for (String pair : form.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private Map<String, Object> discovery() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", base());
    document.put("authorization_endpoint", base() + "/authorize");
    document.put("pushed_authorization_request_endpoint", base() + "/par");
    document.put("token_endpoint", base() + "/token");
    document.put("jwks_uri", base() + "/jwks");
    document.put(
        "vn_eid",
        Map.of(
            "consent_endpoint", base() + "/consent",
            "records_endpoint", base() + "/fhir",
            "citizen_data_endpoint", base() + "/citizen",
            "tax_endpoint", base() + "/tax",
            "registry_issuer", "registry",
            "registry_jwks_uri", base() + "/jwks"));
    return document;
  }

  private Map<String, Object> keys() {
    return Map.of("keys", List.of(registry.toPublicJWK().toJSONObject()));
  }

  private Map<String, Object> consent() {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("purpose", purpose());
    terms.put(
        "data_sets", List.of("immunizations", "patient_summary", "insurance_card", "household"));
    terms.put("recipients", List.of());
    terms.put("cross_border", false);
    terms.put(
        "notice",
        Map.of("version", "1", "sha256", Map.of("vi", "0".repeat(64), "en", "0".repeat(64))));
    if (uses > 0) {
      terms.put("uses", uses);
    }
    Map<String, Object> asked = new LinkedHashMap<>(terms);
    asked.put("valid_for", 3600);
    Map<String, Object> claims = new LinkedHashMap<>(terms);
    claims.put("iss", "registry");
    claims.put("aud", "app");
    claims.put("sub", "someone");
    claims.put("jti", "1");
    claims.put("iat", now);
    claims.put("exp", now + 3600);
    claims.put("consent_id", "c1");
    claims.put("granted_at", now);
    claims.put("controller", "app");
    claims.put("method", "app");
    claims.put("asked", asked);
    return Map.of(
        "consent_id", "c1",
        "subject", "someone",
        "state", "active",
        "asked", asked,
        "receipt",
            signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType("consent-receipt+jwt"))
                    .keyID("r")
                    .build(),
                text(claims),
                registry));
  }

  private static Map<String, Object> purpose() {
    return Map.of(
        "code", Application.TREATMENT.code(),
        "text",
            Map.of(
                "vi", Application.TREATMENT.vietnamese(), "en", Application.TREATMENT.english()));
  }

  static String signed(JWSHeader header, String payload, ECKey key) {
    try {
      JWSObject jws = new JWSObject(header, new Payload(payload));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
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
    server.stop(0);
    threads.shutdownNow();
  }
}

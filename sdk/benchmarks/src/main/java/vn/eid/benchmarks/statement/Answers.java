package vn.eid.benchmarks.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * A provider and its registry in place of the network, for one thread. A receipt is signed when a
 * check is first asked, so that what is measured is asking and checking.
 */
final class Answers implements Interceptor {
  static final String ISSUER = "https://id.example.vn";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType TYPE = MediaType.get("application/json");
  private static final String TOKEN =
      "{\"access_token\":\"token\",\"token_type\":\"DPoP\",\"expires_in\":3600}";

  private final Registry registry;
  private final Map<String, String> checks = new HashMap<>();

  Answers(Registry registry) {
    this.registry = registry;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .header("Content-Type", TYPE.toString())
        .body(ResponseBody.create(body(request), TYPE))
        .build();
  }

  private String body(Request request) throws IOException {
    return switch (request.url().encodedPath()) {
      case "/.well-known/openid-configuration" -> JSON.writeValueAsString(discovery());
      case "/jwks" -> new JWKSet(registry.publicKey()).toString();
      case "/token" -> TOKEN;
      default -> check(request);
    };
  }

  private static Map<String, Object> discovery() {
    Map<String, Object> discovery = new HashMap<>();
    discovery.put("issuer", ISSUER);
    for (String name : List.of("authorization", "pushed_authorization_request", "token")) {
      discovery.put(name + "_endpoint", ISSUER + "/" + name);
    }
    discovery.put("jwks_uri", ISSUER + "/jwks");
    Map<String, Object> national = new HashMap<>();
    for (String name : List.of("consent", "records", "citizen_data", "tax", "population")) {
      national.put(name + "_endpoint", ISSUER + "/" + name);
    }
    national.put("registry_issuer", Registry.NAME);
    national.put("registry_jwks_uri", ISSUER + "/jwks");
    discovery.put("vn_eid", national);
    return discovery;
  }

  private String check(Request request) throws IOException {
    String hash = String.valueOf(request.header("Idempotency-Key"));
    String known = checks.get(hash);
    if (known != null) {
      return known;
    }
    String answer = answered(request, hash);
    checks.put(hash, answer);
    return answer;
  }

  private String answered(Request request, String hash) throws IOException {
    Buffer body = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(body);
    }
    JsonNode asked = JSON.readTree(body.readByteArray());
    Object statements = JSON.treeToValue(asked.path("statements"), List.class);
    Object audit = JSON.treeToValue(asked.path("audit"), Map.class);
    try {
      return JSON.writeValueAsString(
          Map.of("answer", "matched", "receipt", registry.receipt(hash, statements, audit)));
    } catch (JOSEException e) {
      throw new IOException(e);
    }
  }
}

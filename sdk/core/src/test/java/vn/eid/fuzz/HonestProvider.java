package vn.eid.fuzz;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import vn.eid.Environment;
import vn.eid.internal.Connection;
import vn.eid.internal.EndedSessions;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.MemoryStore;
import vn.eid.internal.Pings;
import vn.eid.internal.SharedState;
import vn.eid.internal.Timer;
import vn.eid.internal.http.ClientAssertions;
import vn.eid.internal.http.Wire;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.DecryptionKeys;
import vn.eid.internal.jose.Keys;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.oauth.AccessTokens;
import vn.eid.internal.oauth.Provider;
import vn.eid.internal.oauth.Resources;

/**
 * A provider without a network and with a clock that stands, which is honest in all but what a
 * target has it say. It is provider and registry in one, and its key is one that everybody has: so
 * a seed that was signed once stays good.
 */
public final class HonestProvider {
  public static final String ISSUER = "https://id.example";
  public static final String CLIENT = "app";
  public static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** RFC 7515, appendix A.3.1. */
  private static final ECKey KEY =
      key(
          "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"k\","
              + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
              + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\","
              + "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"}");

  private static final String DISCOVERY =
      "{\"issuer\":\"~\",\"authorization_endpoint\":\"~/authorize\","
          + "\"pushed_authorization_request_endpoint\":\"~/par\",\"token_endpoint\":\"~/token\","
          + "\"userinfo_endpoint\":\"~/userinfo\",\"jwks_uri\":\"~/jwks\",\"vn_eid\":{"
          + "\"consent_endpoint\":\"~/consent\",\"records_endpoint\":\"~/fhir\","
          + "\"citizen_data_endpoint\":\"~/citizen\",\"tax_endpoint\":\"~/tax\","
          + "\"population_endpoint\":\"~/population\",\"events_endpoint\":\"~/events\","
          + "\"registry_issuer\":\"registry\",\"registry_jwks_uri\":\"~/jwks\"}}";

  private static final MediaType JSON = MediaType.get("application/json");

  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private final SigningKey clientKey = Keys.signing(KEY.toJSONString());
  private final Wire wire = wire();
  private final Provider provider =
      new Provider(Environment.sandbox(URI.create(ISSUER)), wire, CLOCK, Crypto.JDK);

  public HonestProvider() {
    says("/.well-known/openid-configuration", DISCOVERY.replace("~", ISSUER));
    says("/jwks", publicKeys());
    says("/token", "{\"access_token\":\"t\",\"token_type\":\"DPoP\",\"expires_in\":300}");
    says("/par", "{\"request_uri\":\"urn:x\",\"expires_in\":60}");
  }

  /** Has it answer so from now on. */
  public void says(String path, String json) {
    answers.put(path, json.getBytes(StandardCharsets.UTF_8));
  }

  /** The key set that it publishes. */
  public static String publicKeys() {
    return "{\"keys\":[" + KEY.toPublicJWK().toJSONString() + "]}";
  }

  /** A text signed by it (compact JWS). */
  public static String signed(String type, String payload) {
    try {
      JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k");
      JWSObject jws =
          new JWSObject(header.type(new JOSEObjectType(type)).build(), new Payload(payload));
      jws.sign(new ECDSASigner(KEY));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** A text signed by it under whatever header, be it one at all. */
  public static String signedUnder(String header, String payload) {
    String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
    try {
      byte[] bytes = input.getBytes(StandardCharsets.US_ASCII);
      return input + "." + new ECDSASigner(KEY).sign(new JWSHeader(JWSAlgorithm.ES256), bytes);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** A client's connection to it, with a memory of its own. */
  public Connection connection() {
    Seal seal = Seal.of(List.of(new byte[32]));
    SharedState state = new SharedState(new MemoryStore(CLOCK), seal, "fuzz");
    SigningKey possession = PossessionKey.fresh(Crypto.JDK).signing();
    return new Connection(
        Environment.sandbox(URI.create(ISSUER)),
        CLIENT,
        provider,
        new Resources(wire, new AccessTokens(provider, possession, CLOCK)),
        wire,
        CLOCK,
        time -> {},
        new Timer(),
        new Pings(state),
        new KnownConsents(),
        state,
        new EndedSessions(state),
        Optional.of(seal),
        Duration.ofSeconds(30),
        new DecryptionKeys(List.of()),
        Crypto.JDK,
        false);
  }

  private Wire wire() {
    OkHttpClient here =
        new OkHttpClient.Builder().addInterceptor(chain -> answer(chain.request())).build();
    return new Wire(
        here,
        Duration.ofSeconds(10),
        new ClientAssertions(CLIENT, ISSUER, clientKey, CLOCK),
        CLOCK,
        time -> {},
        List.of());
  }

  private Response answer(Request request) {
    byte[] body = answers.get(request.url().encodedPath());
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(body == null ? 404 : 200)
        .message("")
        .header("Content-Type", "application/json")
        .body(ResponseBody.create(body == null ? new byte[0] : body, JSON))
        .build();
  }

  private static ECKey key(String json) {
    try {
      return ECKey.parse(json);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}

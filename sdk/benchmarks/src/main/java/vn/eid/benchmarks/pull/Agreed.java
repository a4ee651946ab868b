package vn.eid.benchmarks.pull;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a provider says about itself and about the one consent that it knows. */
final class Agreed {
  static final String CONSENT = "c1";
  static final String CLIENT = "app";
  static final String PURPOSE = "TREATMENT";
  static final String VIETNAMESE = "Khám và điều trị";
  static final String ENGLISH = "Medical treatment";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long AN_HOUR = 3600;

  private final String base;
  private final ECKey registry = key();

  Agreed(String base) {
    this.base = base;
  }

  String discovery() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", base);
    document.put("authorization_endpoint", base + "/authorize");
    document.put("pushed_authorization_request_endpoint", base + "/par");
    document.put("token_endpoint", base + "/token");
    document.put("jwks_uri", base + "/jwks");
    document.put(
        "vn_eid",
        Map.of(
            "consent_endpoint", base + "/consent",
            "records_endpoint", base + "/fhir",
            "citizen_data_endpoint", base + "/citizen",
            "tax_endpoint", base + "/tax",
            "registry_issuer", "registry",
            "registry_jwks_uri", base + "/jwks"));
    return text(document);
  }

  String keys() {
    return text(Map.of("keys", List.of(registry.toPublicJWK().toJSONObject())));
  }

  /** Each token is good for a minute more than the longest measuring. */
  static String token(String details) {
    String named =
        details.contains("\"pull\"") ? details : details.replace("}", ",\"pull\":\"p1\"}");
    String granted = details.isEmpty() ? "" : ",\"authorization_details\":" + named;
    return "{\"access_token\":\"t\",\"token_type\":\"DPoP\",\"expires_in\":900" + granted + "}";
  }

  String consent() {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> asked = new LinkedHashMap<>(terms());
    asked.put("valid_for", AN_HOUR);
    Map<String, Object> receipt = new LinkedHashMap<>(terms());
    receipt.putAll(Map.of("iss", "registry", "aud", CLIENT, "sub", "someone", "jti", "1"));
    receipt.putAll(Map.of("iat", now, "exp", now + AN_HOUR, "granted_at", now));
    receipt.putAll(Map.of("consent_id", CONSENT, "controller", CLIENT, "method", "app"));
    receipt.put("asked", asked);
    return text(
        Map.of(
            "consent_id",
            CONSENT,
            "subject",
            "someone",
            "state",
            "active",
            "asked",
            asked,
            "receipt",
            signed(text(receipt))));
  }

  private static Map<String, Object> terms() {
    Map<String, String> words = Map.of("vi", VIETNAMESE, "en", ENGLISH);
    Map<String, String> notices = Map.of("vi", "0".repeat(64), "en", "0".repeat(64));
    return Map.of(
        "purpose", Map.of("code", PURPOSE, "text", words),
        "data_sets", List.of("laboratory_results"),
        "recipients", List.of(),
        "cross_border", false,
        "notice", Map.of("version", "1", "sha256", notices));
  }

  private String signed(String payload) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("consent-receipt+jwt"))
            .keyID(registry.getKeyID())
            .build();
    try {
      JWSObject jws = new JWSObject(header, new Payload(payload));
      jws.sign(new ECDSASigner(registry));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import vn.eid.mock.endpoint.Json;

/** Reads the signed tokens of the mock as an application would. */
final class Tokens {
  private Tokens() {}

  /** The claims of a token that must be signed by the login provider. */
  static JsonNode verified(TestClient client, String jws) {
    assertThat(isSigned(client, jws)).as(jws).isTrue();
    return claims(jws);
  }

  static boolean isSigned(TestClient client, String compact) {
    try {
      JsonWebKeySet keys = new JsonWebKeySet(client.get("/jwks", Map.of()).body());
      JsonWebSignature jws = new JsonWebSignature();
      jws.setCompactSerialization(compact);
      jws.setKey(keys.findJsonWebKey(jws.getKeyIdHeaderValue(), "EC", "sig", "ES256").getKey());
      return jws.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }

  static JsonNode header(String jws) {
    return part(jws, 0);
  }

  static JsonNode claims(String jws) {
    return part(jws, 1);
  }

  private static JsonNode part(String jws, int index) {
    try {
      return Json.mapper().readTree(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[index]));
    } catch (IOException e) {
      throw new AssertionError("not a JWS: " + jws, e);
    }
  }
}

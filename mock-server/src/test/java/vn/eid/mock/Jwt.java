package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A signed token as its receiver takes it apart. */
record Jwt(String text) {

  JsonNode header() {
    return Tokens.header(text);
  }

  JsonNode claims() {
    return Tokens.claims(text);
  }

  /** Whether a key of the key set that the mock serves there has signed it. */
  boolean isSignedBy(EidMock mock, String keys) {
    try {
      JsonWebSignature jws = new JsonWebSignature();
      jws.setCompactSerialization(text);
      String set = new TestClient(mock).get(keys, Map.of()).isOk().body();
      jws.setKey(
          new JsonWebKeySet(set)
              .getJsonWebKeys().stream()
                  .filter(key -> jws.getKeyIdHeaderValue().equals(key.getKeyId()))
                  .findFirst()
                  .orElseThrow()
                  .getKey());
      return jws.verifySignature();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  void hasType(String typ) {
    assertThat(header().path("typ").asText()).isEqualTo(typ);
    assertThat(header().path("alg").asText()).isEqualTo("ES256");
  }
}

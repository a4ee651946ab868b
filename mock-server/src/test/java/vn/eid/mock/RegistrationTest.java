package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner compares when the authority refuses a client: keys, audience, clock. */
@EidMockTest
class RegistrationTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private Answer registered(String clientId) {
    return client.get("/clients/keys?client_id=" + clientId, Map.of());
  }

  private List<JsonWebKey> keys() throws Exception {
    String keySet = registered(client.mock.clientId()).isOk().body();
    return new JsonWebKeySet(keySet).getJsonWebKeys();
  }

  @Test
  void showsThePublicKeysOfAClientAsTheyAreNow(EidMock mock) throws Exception {
    assertThat(keys()).extracting(JsonWebKey::getUse).containsExactly("sig", "enc", "enc");
    assertThat(mock.clientKeyJwk()).contains("\"" + keys().get(0).getKeyId() + "\"");
    EllipticCurveJsonWebKey other = Draft.newKey();
    other.setKeyId("other");
    mock.registerClientKeys(
        new JsonWebKeySet(other).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    assertThat(keys()).extracting(JsonWebKey::getKeyId).containsExactly("other");
    mock.reset();
    assertThat(keys()).hasSize(3);
  }

  @Test
  void showsNoPrivateKey(EidMock mock) {
    TestClient.registered(mock, "whole-pair", Draft.newKey());
    assertThat(registered(mock.clientId()).body()).contains("\"n\"").doesNotContain("\"d\"");
    assertThat(registered("whole-pair").isOk().body()).contains("\"x\"").doesNotContain("\"d\"");
  }

  @Test
  void knowsNoOtherClient() {
    registered("nobody").isProblem(404, "client_not_found", "'nobody' is not registered");
    client.get("/clients/keys", Map.of()).isProblem(400, "invalid_request", "client_id");
  }

  @Test
  void discoverySaysWhereTheKeysAreShown(EidMock mock) {
    Answer discovery = client.get("/.well-known/openid-configuration", Map.of());
    assertThat(discovery.json().path("vn_eid").path("registered_keys_endpoint").asText())
        .isEqualTo(mock.issuer() + "/clients/keys");
  }

  @Test
  void theClientIsRegisteredWithSomebodyElsesKey(EidMock mock) throws Exception {
    mock.inject(Fault.CLIENT_KEY_UNREGISTERED);
    client.push(client.loginForm()).isRefused(401, "invalid_client", "is not registered");
    assertThat(keys()).hasSize(1);
    assertThat(mock.clientKeyJwk()).doesNotContain("\"" + keys().get(0).getKeyId() + "\"");
  }

  @Test
  void theTokenEndpointIsTheAudience(EidMock mock) {
    mock.inject(Fault.CLIENT_AUDIENCE_TOKEN_ENDPOINT);
    String endpoint = mock.issuer() + "/token";
    client
        .push(client.loginForm())
        .isRefused(401, "invalid_client", "it must be the token endpoint " + endpoint + ".");
    client.push(client.loginForm(), client.assertion().claim("aud", endpoint)).isOk();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/jwks", "/clients/keys", "/authorize", "/userinfo", "/__admin/eid/client"})
  void everyAnswerTellsTheTimeOfTheMocksClockOnce(String path) {
    client.mock.advance(Duration.ofDays(3));
    Answer answer = client.get(path, Map.of());
    List<String> dates = answer.response().headers().allValues("Date");
    assertThat(dates).hasSize(1);
    Instant told =
        ZonedDateTime.parse(dates.get(0), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    assertThat(Duration.between(told, client.mock.clock().instant()).abs())
        .isLessThan(Duration.ofMinutes(1));
    assertThat(dates.get(0)).hasSize(29).endsWith(" GMT");
  }
}

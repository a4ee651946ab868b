package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the FAPI 2.0 Security Profile (Final) demands of a provider and no other test asks, in the
 * order of its section 5.3.2. The rest stands in the tests of the endpoints.
 */
@EidMockTest
class Fapi2ProviderTest {
  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  @Test
  void theMetadataTellsEverythingThatAClientHasToKnow(EidMock mock) {
    JsonNode metadata = client.get("/.well-known/openid-configuration", Map.of()).isOk().json();
    assertThat(metadata.path("issuer").asText()).isEqualTo(mock.issuer().toString());
    for (String endpoint :
        List.of(
            "authorization_endpoint",
            "token_endpoint",
            "userinfo_endpoint",
            "jwks_uri",
            "pushed_authorization_request_endpoint",
            "revocation_endpoint",
            "end_session_endpoint",
            "backchannel_authentication_endpoint")) {
      assertThat(metadata.path(endpoint).asText()).as(endpoint).startsWith(mock.issuer() + "/");
    }
    assertThat(metadata.path("require_pushed_authorization_requests").asBoolean()).isTrue();
    assertThat(metadata.path("authorization_response_iss_parameter_supported").asBoolean())
        .isTrue();
    assertThat(texts(metadata, "response_types_supported")).containsExactly("code");
    assertThat(texts(metadata, "code_challenge_methods_supported")).containsExactly("S256");
    assertThat(texts(metadata, "token_endpoint_auth_methods_supported"))
        .containsExactly("private_key_jwt");
    assertThat(texts(metadata, "revocation_endpoint_auth_methods_supported"))
        .containsExactly("private_key_jwt");
    for (String algorithms :
        List.of(
            "token_endpoint_auth_signing_alg_values_supported",
            "revocation_endpoint_auth_signing_alg_values_supported",
            "dpop_signing_alg_values_supported")) {
      assertThat(texts(metadata, algorithms)).as(algorithms).containsExactly("ES256", "PS256");
    }
  }

  private static List<String> texts(JsonNode metadata, String name) {
    return metadata.path(name).valueStream().map(JsonNode::asText).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "implicit", "urn:ietf:params:oauth:grant-type:jwt-bearer"})
  void noGrantButThoseOfTheProfileIsTaken(String grant) {
    client.token(Map.of("grant_type", grant)).isRefused(400, "unsupported_grant_type", grant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "id_token", "code id_token", "code token", "none"})
  void noResponseTypeButCodeIsTaken(String type) {
    Map<String, String> form = client.loginForm();
    form.put("response_type", type);
    client.push(form).isRefused(400, "unsupported_response_type", "'" + type + "'");
  }

  @Test
  void aRequestUriWaitsForItsOwnClient(EidMock mock) {
    String requestUri = client.push(client.loginForm()).isOk().text("request_uri");
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    other.authorize(requestUri).isErrorPage("another client");
    assertThat(client.authorize(requestUri).returned("code")).isNotEmpty();
  }

  @Test
  void requestUrisAndCodesCannotBeGuessed() {
    String one = client.push(client.loginForm()).isOk().text("request_uri");
    String other = client.push(client.loginForm()).isOk().text("request_uri");
    assertThat(one).isNotEqualTo(other).hasSizeGreaterThan("urn:".length() + 40);
    assertThat(client.authorize(one).returned("code")).hasSizeGreaterThan(40);
  }

  @Test
  void aCodeIsGoodForSixtySecondsAndNoLonger(EidMock mock) {
    String code = client.code();
    mock.advance(Duration.ofSeconds(59));
    assertThat(client.token(client.codeForm(code)).status()).isEqualTo(200);
    String later = client.code();
    mock.advance(Duration.ofSeconds(60));
    client.token(client.codeForm(later)).isRefused(400, "invalid_grant", "60 seconds");
  }

  @Test
  void theBrowserIsSentBackWith303AndNever307() {
    Answer back = client.callback(Map.of());
    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Cache-Control")).contains("no-store");
  }

  @Test
  void aClientThatIsNotAuthenticatedGetsNothingAnywhere() {
    for (String path : List.of("/par", "/token", "/ciba", "/revocation")) {
      Map<String, String> form = Map.of("client_id", client.id(), "client_secret", "secret");
      client.post(path, form, Map.of()).isRefused(401, "invalid_client", "");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/token", "/par", "/.well-known/openid-configuration"})
  void nothingButTheIssuerIsTheAudienceOfAnAssertion(String ending) {
    Draft astray = client.assertion().claim("aud", client.mock.issuer() + ending);
    client.push(client.loginForm(), astray).isRefused(401, "invalid_client", "audience");
  }

  @Test
  void aProofSignedWithRs256IsRefused() throws Exception {
    RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
    Draft proof =
        client
            .proof("POST", "/token")
            .header("alg", "RS256")
            .header("jwk", key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
            .key(key.getPrivateKey());
    client
        .token(client.codeForm(client.code()), client.assertion(), proof)
        .isRefused(400, "invalid_dpop_proof", "RS256");
  }

  @Test
  void aProofForAResourceIsBoundToItsToken() {
    String token = client.accessToken();
    client
        .userinfo(token, client.proof("GET", "/userinfo"))
        .isUnauthorized("invalid_dpop_proof", "ath");
  }

  @Test
  void aProofIsUsedOnceEvenWhereTheRequestWasGood() {
    String token = client.accessToken();
    Draft proof = client.proof("GET", "/userinfo", token);
    assertThat(client.userinfo(token, proof).status()).isEqualTo(200);
    client.userinfo(token, proof).isUnauthorized("invalid_dpop_proof", "used before");
  }

  @Test
  void anAccessTokenIsNotTakenFromTheAddressOrAForm() {
    String token = client.accessToken();
    Map<String, String> proof = Map.of("DPoP", client.proof("GET", "/userinfo", token).sign());
    Answer answer = client.get("/userinfo?access_token=" + token, proof);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("DPoP ");
  }

  @Test
  void anAccessTokenLivesForMinutes(EidMock mock) {
    String token = client.accessToken();
    mock.advance(Duration.ofMinutes(5));
    client.userinfo(token).isUnauthorized("invalid_token", "expired");
  }

  @Test
  void aRefreshTokenIsNotRotatedAndIsOfItsClientAndKey(EidMock mock) {
    String refresh = client.logInOffline().text("refresh_token");
    Answer renewed = client.refresh(refresh).isOk();
    assertThat(renewed.text("refresh_token")).isIn("", refresh);
    TestClient thief = new TestClient(mock);
    thief.refresh(refresh).isRefused(400, "invalid_grant", "key");
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    other.refresh(refresh).isRefused(400, "invalid_grant", "another client");
  }

  @Test
  void answersWithTokensAreNotKept() {
    Answer answer = client.token(client.codeForm(client.code())).isOk();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
  }
}

package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.eid.mock.EidMock;

/** The mock server and an application of others: openid-client on Node, as it comes from npm. */
class OpenidClientTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode result;

  @BeforeAll
  static void runTheApplication() throws IOException {
    NodeModules node = NodeModules.installed();
    Path settings = Files.createTempFile(node.directory(), "openid-client", ".json");
    Path told = Files.createTempFile(node.directory(), "openid-client-result", ".json");
    try (EidMock mock = EidMock.start()) {
      JSON.writeValue(settings.toFile(), settings(mock));
      ServerProcess.run(
          node.directory(),
          Path.of("target/openid-client.log"),
          List.of(
              node.executable(), "openid-client-login.mjs", settings.toString(), told.toString()));
      result = JSON.readTree(told.toFile());
    }
  }

  @AfterAll
  static void forget() {
    result = JSON.nullNode();
  }

  private static Map<String, Object> settings(EidMock mock) throws IOException {
    return Map.of(
        "issuer", mock.issuer().toString(),
        "clientId", mock.clientId(),
        "key", JSON.readTree(mock.clientKeyJwk()),
        "callback", TestedProvider.CALLBACK.toString(),
        "otherCallback", "http://localhost:8080/callback",
        "signedOut", "https://app.example/signed-out",
        "citizen", Person.ORDINARY.number());
  }

  @Test
  void completesEveryFlow() {
    assertThat(result.path("failed").asText()).isEmpty();
  }

  @Test
  void logsInRenewsAndLogsOut() {
    assertThat(result.path("subject").asText()).isNotEmpty();
    assertThat(result.path("tokenType").asText()).isEqualToIgnoringCase("DPoP");
    assertThat(result.path("userinfo")).isEqualTo(result.path("subject"));
    assertThat(result.path("renewed").asBoolean()).isTrue();
    assertThat(result.path("signedOut").asText())
        .isEqualTo("https://app.example/signed-out?state=bye");
  }

  @Test
  void logsInOnThePhoneAsTheSamePerson() {
    assertThat(result.path("pushSubject")).isEqualTo(result.path("subject"));
  }

  @Test
  void getsATokenOfItsOwn() {
    assertThat(result.path("serviceScope").asText()).isEqualTo("consent");
  }

  @ParameterizedTest
  @CsvSource({
    "code used twice, invalid_grant",
    "request_uri used twice, page 400",
    "refresh after logout, invalid_grant",
    "push used twice, invalid_grant",
    "redirect uri with a slash more, invalid_request",
    "plain challenge, invalid_request",
    "expired assertion, invalid_client",
    "token endpoint as audience, invalid_client",
    "another verifier, invalid_grant",
    "no proof, invalid_dpop_proof",
    "another redirect uri, invalid_grant",
    "another key, invalid_grant"
  })
  void isRefusedWithTheRightError(String mistake, String error) {
    assertThat(result.path("refused").path(mistake).asText()).isEqualTo(error);
  }
}

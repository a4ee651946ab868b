package vn.eid.mock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private static EidMock mock;

  private TestClient client;

  @BeforeAll
  static void startServer() {
    mock = EidMock.start();
  }

  @AfterAll
  static void stopServer() {
    mock.close();
  }

  @BeforeEach
  void start() {
    mock.reset();
    client = new TestClient(mock);
  }

  @Test
  void aTestAsksForTheRequestThatItMeans() {
    client.accessToken();
    client.get("/jwks?v=1", Map.of("X-Request-Id", "trace-1"));
    SeenRequests exchange =
        SeenRequests.to("POST", "/token").withForm("grant_type", "authorization_code");
    assertThat(mock.requests(exchange)).hasToString("[POST /token 200]");
    assertThat(mock.request(exchange.answered(200)).form("redirect_uri"))
        .contains(TestClient.CALLBACK);
    assertThat(mock.requests(exchange.answered(400))).isEmpty();
    assertThat(
            mock.requests(
                SeenRequests.to("GET", "/jwks")
                    .withQuery("v", "1")
                    .withHeader("x-request-ID", "trace-1")))
        .hasSize(1);
    new Recipient(mock).request(Recipient.terms("099085000011", "identity"));
    assertThat(
            mock.requests(
                SeenRequests.to("POST", "/consent/v1/consents")
                    .withJson("/purpose/code", "TREATMENT")
                    .withJson("/valid_for", "86400")))
        .hasSize(1);
  }

  @Test
  void whatIsMissingIsSaidBesideWhatWasSentAndNoSecretIs() {
    String token = client.accessToken();
    client.refresh(token);
    assertThatThrownBy(
            () ->
                mock.request(
                    SeenRequests.to("POST", "/token")
                        .withForm("grant_type", "client_credentials")
                        .withForm("code", token)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("No request of which the method is POST and the path is /token")
        .hasMessageContaining("POST /par 201\n")
        .hasMessageContaining("POST /token 200: the form's grant_type is authorization_code")
        .hasMessageContaining("POST /token 400: the form's grant_type is refresh_token")
        .hasMessageContaining("the form's code is absent")
        .hasMessageNotContaining(token);
  }

  @Test
  void twoThatFitAreNotOne() {
    client.get("/jwks", Map.of());
    client.get("/jwks", Map.of());
    assertThatThrownBy(() -> mock.request(SeenRequests.to("GET", "/jwks")))
        .hasMessageContaining("2 requests, not one");
    assertThatThrownBy(() -> SeenRequests.to("GET", "/jwks").withJson("no pointer", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anApplicationsOwnStubsStandBesideTheRoutes() {
    WireMockServer wireMock = mock.wireMock();
    wireMock.stubFor(get("/vendor/x").willReturn(okJson("{\"vendor\":true}")));
    assertThat(client.get("/vendor/x", Map.of()).body()).isEqualTo("{\"vendor\":true}");
    client.accessToken();
    client.get("/vendor/y", Map.of()).isProblem(404, "no_such_route", "page at /");
    wireMock.verify(1, getRequestedFor(urlEqualTo("/vendor/x")));
    assertThat(wireMock.getAllServeEvents()).hasSize(1);
  }

  @Test
  void theRoutesOutliveWhateverIsDoneToTheStubs() {
    WireMockServer wireMock = mock.wireMock();
    wireMock.stubFor(get("/vendor/x").willReturn(okJson("{}")));
    wireMock.resetMappings();
    client.accessToken();
    wireMock.resetAll();
    client.accessToken();
    wireMock.getStubMappings().forEach(wireMock::removeStub);
    client.accessToken();
    wireMock.stubFor(get("/vendor/x").willReturn(okJson("{}")));
    mock.reset();
    assertThat(client.get("/vendor/x", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void theJournalOfStubsIsBoundedAndKnowsNothingOfRoutes() {
    mock.wireMock().stubFor(get("/vendor/x").willReturn(okJson("{}")));
    for (int i = 0; i < 1010; i++) {
      client.get("/vendor/x", Map.of());
    }
    client.get("/jwks", Map.of());
    assertThat(mock.wireMock().getAllServeEvents()).hasSize(1000);
  }

  @Test
  void theAdminApiOfStubsStaysClosed() {
    assertThat(client.get("/__admin/mappings", Map.of()).status()).isEqualTo(404);
    assertThat(client.post("/__admin/mappings", Map.of(), Map.of()).status()).isEqualTo(404);
  }
}

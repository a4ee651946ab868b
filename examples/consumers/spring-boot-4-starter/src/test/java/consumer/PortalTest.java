package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import vn.eid.mock.EidMock;
import vn.eid.spring.test.EidSpringTest;

@EidSpringTest(properties = "eid.login.asking=NAME")
class PortalTest {
  private static final String AN = "099085000011";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();

  @Value("${local.server.port}")
  private int port;

  @Autowired private EidMock mock;

  @Autowired private HealthIndicator eidHealthIndicator;

  @Test
  void aCitizenLogsInStepsUpAndIsOutWhenTheyLogOutElsewhere() throws Exception {
    assertThat(SpringBootVersion.getVersion()).startsWith("4.");
    mock.deliverLogoutTo(URI.create(address("/eid/webhook")));
    assertThat(get("/").body()).isEqualTo("Xin chào Nguyễn Văn An");
    String before = cookies.getCookieStore().getCookies().toString();
    assertThat(get("/vault").body()).isEqualTo("vault");
    assertThat(cookies.getCookieStore().getCookies().toString()).isNotEqualTo(before);
    mock.endSessionsOf(mock.citizen(AN));
    mock.awaitDeliveries();
    mock.citizen(AN).declinesNext();
    assertThat(get("/").uri()).hasPath("/eid/failed").hasQuery("eid=declined&reason=refused");
  }

  @Test
  void whatTheWebhookDoesNotTrustIsRefusedWithoutALogin() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address("/eid/webhook")))
            .header("Content-Type", "application/secevent+jwt")
            .POST(BodyPublishers.ofString(mock.securityEvent() + "A"))
            .build();
    HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"err\":\"invalid_request\"}");
  }

  @Test
  void theHealthIndicatorIsThere() {
    assertThat(eidHealthIndicator.health().getStatus()).isEqualTo(Status.UP);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create(address(path))).build(), BodyHandlers.ofString());
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}

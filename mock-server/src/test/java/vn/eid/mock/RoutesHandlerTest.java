package vn.eid.mock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesHandlerTest {
  @Test
  void aRouteAnswersTheSameByEitherWay() {
    try (EidMock mock = EidMock.start()) {
      TestClient client = new TestClient(mock);
      Map<String, String> headers = Map.of("X-Request-Id", "trace-1", "Accept-Language", "en");
      for (String path : List.of("/jwks?v=1", "/x%2Fy", "/par", "/inspector", "/healthz")) {
        Answer straight = client.get(path, headers);
        assertThat(byWireMock(straight)).as(path).isFalse();
        assertThat(straight.header("Content-Length")).as(path).isNotEmpty();
      }
      Answer straight = client.get("/jwks?v=1", headers);
      assertThat(mock.wireMock().isRunning()).isTrue();
      Answer roundabout = client.get("/jwks?v=1", headers);
      assertThat(byWireMock(roundabout)).isTrue();
      assertThat(roundabout.status()).isEqualTo(straight.status());
      assertThat(roundabout.body()).isEqualTo(straight.body());
      for (String name : List.of("Content-Type", "Cache-Control", "X-Request-Id", "DPoP-Nonce")) {
        assertThat(roundabout.header(name)).as(name).isEqualTo(straight.header(name));
      }
      assertThat(mock.requests(SeenRequests.to("GET", "/jwks").withQuery("v", "1"))).hasSize(3);
    }
  }

  @Test
  void aStubTakesTheRouteOfAServerThatHasAnswered() {
    try (EidMock mock = EidMock.start()) {
      TestClient client = new TestClient(mock);
      assertThat(client.get("/jwks", Map.of()).body()).contains("keys");
      mock.wireMock().stubFor(get("/jwks").willReturn(okJson("{}")));
      assertThat(client.get("/jwks", Map.of()).body()).isEqualTo("{}");
      mock.reset();
      assertThat(client.get("/jwks", Map.of()).body()).contains("keys");
    }
  }

  @Test
  void whatAFaultHasTravelOtherwiseIsDoneOnce() {
    try (EidMock mock = EidMock.start()) {
      TestClient client = new TestClient(mock);
      mock.inject(Injection.of(Fault.TRANSPORT_DELAY).lasting(Duration.ofMillis(20)));
      assertThat(byWireMock(client.get("/jwks", Map.of()))).isTrue();
      assertThat(mock.requests()).hasToString("[GET /jwks 200]");
      mock.clearFaults();
      assertThat(byWireMock(client.get("/jwks", Map.of()))).isFalse();
    }
  }

  // It names its stub in each answer.
  private static boolean byWireMock(Answer answer) {
    return !answer.header("Matched-Stub-Id").isEmpty();
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@EidMockTest
class HealthTest {
  @Test
  void saysThatTheServerIsUp(EidMock mock) {
    Answer answer = new TestClient(mock).get("/healthz", Map.of());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
  }

  @Test
  void aProbePushesNothingOutOfTheRecord(EidMock mock) {
    TestClient client = new TestClient(mock);
    client.get("/jwks", Map.of());
    client.get("/healthz", Map.of());
    assertThat(mock.requests()).hasToString("[GET /jwks 200]");
  }

  @Test
  void isNothingButThat() {
    try (EidMock own = EidMock.start()) {
      TestClient client = new TestClient(own);
      assertThat(client.post("/healthz", Map.of(), Map.of()).status()).isEqualTo(404);
      assertThat(client.get("/healthz/x", Map.of()).status()).isEqualTo(404);
    }
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@EidMockTest
class EidMockExtensionTest {

  @AfterEach
  void afterEachMethodsMayAskForTheServerToo(EidMock mock) {
    assertThat(mock.issuer().getHost()).isEqualTo("127.0.0.1");
  }

  @RepeatedTest(2)
  void eachTestFindsTheServerAsItStarted(EidMock mock) {
    assertThat(mock.requests()).isEmpty();
    assertThat(mock.clock().instant()).isBefore(Instant.now().plusSeconds(60));
    new TestClient(mock).get("/jwks", Map.of());
    mock.advance(Duration.ofDays(1));
    mock.inject(Fault.DISCOVERY_WRONG_ISSUER);
  }

  @Test
  void aTestThatAsksForAnUnknownPathFailsAndIsToldTheNearestOne(EidMock mock) {
    new TestClient(mock).get("/user-info", Map.of());
    assertThatThrownBy(() -> EidMockExtension.failOnUnmatched(mock))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "The mock server has no route for these requests: "
                + "GET /user-info (the nearest route is GET /userinfo)");
    mock.reset();
  }

  @Test
  void aTestThatIsRefusedDoesNotFail(EidMock mock) {
    new TestClient(mock).get("/userinfo", Map.of());
    assertThatCode(() -> EidMockExtension.failOnUnmatched(mock)).doesNotThrowAnyException();
  }
}

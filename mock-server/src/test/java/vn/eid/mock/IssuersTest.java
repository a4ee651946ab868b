package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuersTest {
  private static final String AN = "099085000011";

  private final List<EidMock> mocks = Issuers.start(MockOptions.defaults(), 2, EidMock::start);
  private final EidMock one = mocks.get(0);
  private final EidMock other = mocks.get(1);

  @AfterEach
  void stop() {
    mocks.forEach(EidMock::close);
  }

  private static String body(EidMock mock, String path) {
    return new TestClient(mock).get(path, Map.of()).body();
  }

  @Test
  void eachHasKeysOfItsOwn() {
    assertThat(one.issuer()).isNotEqualTo(other.issuer());
    assertThat(one.clientKeyJwk()).isNotEqualTo(other.clientKeyJwk());
    for (String path : List.of("/jwks", "/registry/jwks", "/clients/keys?client_id=demo-client")) {
      assertThat(body(one, path)).as(path).isNotEqualTo(body(other, path));
    }
    String before = body(other, "/jwks");
    one.rotateKeys(KeyRotation.EMERGENCY);
    assertThat(body(other, "/jwks")).isEqualTo(before);
  }

  @Test
  void whatACitizenDoesAtOneDoesNotHappenAtTheOther() {
    one.citizen(AN).declinesNext();
    one.signsIn("099082000101");
    assertThat(new TestClient(other).code()).isNotEmpty();
  }

  @Test
  void aTokenOfOneIsWorthNothingAtTheOther() {
    String token = new TestClient(one).accessToken();
    new TestClient(other).userinfo(token).isUnauthorized("invalid_token", "not known");
  }

  @Test
  void faultsClockAndRecordsAreOfOneAlone() {
    one.inject(Fault.CLIENT_KEY_UNREGISTERED);
    one.advance(Duration.ofDays(400));
    body(one, "/jwks");
    assertThat(other.clock().instant()).isBefore(one.clock().instant().minusSeconds(86_400));
    assertThat(other.requests()).isEmpty();
    assertThat(new TestClient(other).code()).isNotEmpty();
    one.reset();
    assertThat(other.requests()).isNotEmpty();
  }

  @Test
  void theyListenOnPortsThatFollowOneAnother() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    List<EidMock> three = Issuers.start(MockOptions.defaults().port(free), 3, EidMock::start);
    assertThat(three)
        .extracting(mock -> mock.issuer().getPort())
        .containsExactly(free, free + 1, free + 2);
    three.forEach(EidMock::close);
  }

  @Test
  void whereOnePortIsTakenNoneStarts() throws Exception {
    int port = one.issuer().getPort();
    MockOptions before = MockOptions.defaults().port(port - 1);
    assertThatThrownBy(() -> Issuers.start(before, 2, EidMock::start))
        .isInstanceOf(MockStartException.class);
    EidMock.start(before).close();
  }

  @Test
  void thereAreFromOneToAHundred() {
    Stream.of(0, -1, 101)
        .forEach(
            count ->
                assertThatThrownBy(
                        () -> Issuers.start(MockOptions.defaults(), count, EidMock::start))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("between 1 and 100"));
  }
}

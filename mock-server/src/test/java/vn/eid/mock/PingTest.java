package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EidMockTest
class PingTest {
  private static final String AN = "099085000011";
  private static final String TOKEN = "a-token.of~the+client/1==";

  private TestClient client;
  private Receiver application;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
    application = new Receiver();
    mock.notifyPushesAt(application.at("/pings"));
  }

  @AfterEach
  void stop() {
    application.close();
  }

  private Answer ask(String token) {
    Map<String, String> form = client.pushForm(AN);
    form.put("client_notification_token", token);
    return client.askOnPhone(form);
  }

  private String waiting() {
    client.mock.citizen(AN).ignoresNext();
    return ask(TOKEN).isOk().text("auth_req_id");
  }

  @Test
  void pingsWhenTheCitizenHasApproved(EidMock mock) {
    String request = waiting();
    mock.awaitDeliveries();
    assertThat(application.posts()).isEmpty();
    mock.citizen(AN).approvePush(request);
    mock.awaitDeliveries();
    Receiver.Post ping = application.only();
    assertThat(ping.path()).isEqualTo("POST /pings");
    assertThat(ping.type()).isEqualTo("application/json");
    assertThat(ping.authorization()).isEqualTo("Bearer " + TOKEN);
    assertThat(ping.body()).isEqualTo("{\"auth_req_id\":\"" + request + "\"}");
    client.poll(request).isOk();
  }

  @Test
  void pingsAlsoWhenTheCitizenHasDeclined(EidMock mock) {
    String request = waiting();
    mock.citizen(AN).declinePush(request);
    mock.awaitDeliveries();
    assertThat(application.only().body()).contains(request);
    client.poll(request).isRefused(400, "access_denied", "declined");
  }

  @Test
  void pingsForACitizenWhoDecidesByThemself(EidMock mock) {
    String request = ask(TOKEN).isOk().text("auth_req_id");
    mock.awaitDeliveries();
    assertThat(application.only().body()).contains(request);
  }

  @Test
  void aClientThatIsPingedMayPollAsWell(EidMock mock) {
    String request = waiting();
    client.poll(request).isRefused(400, "authorization_pending", "go on polling");
    mock.citizen(AN).approvePush(request);
    client.poll(request).isOk();
  }

  @Test
  void needsATokenToPingWith() {
    client
        .askOnPhone(client.pushForm(AN))
        .isRefused(400, "invalid_request", "client_notification_token is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "line\r\nbreak", "ütf", "a=b"})
  void refusesATokenThatIsNoBearerToken(String token) {
    ask(token).isRefused(400, "invalid_request", "client_notification_token");
  }

  @Test
  void aTokenHasAtMostAThousandTwentyFourCharacters() {
    assertThat(ask("x".repeat(1024)).status()).isEqualTo(200);
    ask("x".repeat(1025)).isRefused(400, "invalid_request", "client_notification_token");
  }

  @Test
  void triesThreeTimesWhereTheApplicationIsOutOfOrder(EidMock mock) {
    application.answers(500, 503, 500, 500);
    mock.citizen(AN).approvePush(waiting());
    mock.awaitDeliveries();
    assertThat(application.posts()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 302, 400, 404})
  void takesEveryOtherAnswerForTheLastWord(int status, EidMock mock) {
    application.answers(status);
    mock.citizen(AN).approvePush(waiting());
    mock.awaitDeliveries();
    assertThat(application.only().path()).isEqualTo("POST /pings");
  }

  @Test
  void anApplicationThatIsGoneHurtsNobody(EidMock mock) {
    String request = waiting();
    application.close();
    mock.citizen(AN).approvePush(request);
    mock.awaitDeliveries();
    client.poll(request).isOk();
  }

  @Test
  void aLostAnswerOfTheCitizenIsNotPinged(EidMock mock) {
    mock.inject(Fault.PUSH_NEVER_ANSWERED);
    mock.citizen(AN).approvePush(waiting());
    mock.awaitDeliveries();
    assertThat(application.posts()).isEmpty();
  }

  @Test
  void aResetMakesTheClientPollAgainAndDropsWhatIsDue(EidMock mock) {
    ask(TOKEN).isOk();
    mock.reset();
    mock.awaitDeliveries();
    assertThat(application.posts()).isEmpty();
    client.askOnPhone(client.pushForm(AN)).isOk();
  }

  @Test
  void anotherClientIsNotPinged(EidMock mock) {
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    other.askOnPhone(other.pushForm(AN)).isOk();
    mock.awaitDeliveries();
    assertThat(application.posts()).isEmpty();
  }

  @Test
  void theAddressMayBeRegisteredAtTheStart() {
    MockOptions options = MockOptions.defaults().notifyPushesAt(application.at("/start"));
    try (EidMock own = EidMock.start(options)) {
      own.reset();
      client = new TestClient(own);
      ask(TOKEN).isOk();
      own.awaitDeliveries();
      assertThat(application.only().path()).isEqualTo("POST /start");
    }
  }

  @Test
  void refusesAnAddressThatNobodyCanPostTo(EidMock mock) {
    for (String uri : new String[] {"/pings", "ftp://app.example/", "https://app.example/#x"}) {
      assertThatThrownBy(() -> mock.notifyPushesAt(URI.create(uri)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("absolute http or https address");
      assertThatThrownBy(() -> MockOptions.defaults().deliverLogoutTo(URI.create(uri)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}

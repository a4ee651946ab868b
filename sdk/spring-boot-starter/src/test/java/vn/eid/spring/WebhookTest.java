package vn.eid.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.eid.mock.EidMock;
import vn.eid.webhook.WebhookEvent;

@ClinicTest
class WebhookTest {
  private static final HttpClient SENDER = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private EidMock mock;
  @Autowired private Clinic clinic;
  @Autowired private Shelf shelf;

  @BeforeEach
  void forget() {
    clinic.heard.clear();
    clinic.listenerFails = false;
  }

  @Test
  void anEventIsPublishedBeforeItIsAnsweredFor() throws Exception {
    HttpResponse<String> answer = send(mock.securityEvent());
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(clinic.heard).hasSize(1).first().isInstanceOf(WebhookEvent.TaxCaseDecided.class);
  }

  @Test
  void anEventThatTheListenerCouldNotNoteComesAgainAndIsHeard() throws Exception {
    String event = mock.securityEvent();
    clinic.listenerFails = true;
    assertThat(send(event).statusCode()).isEqualTo(503);
    clinic.listenerFails = false;
    assertThat(send(event).statusCode()).isEqualTo(202);
    assertThat(clinic.heard).hasSize(1).first().isInstanceOf(WebhookEvent.TaxCaseDecided.class);
  }

  @Test
  void anAlteredEventIsRefusedInTheWordsOfTheStandard() throws Exception {
    String event = mock.securityEvent();
    int dot = event.lastIndexOf('.');
    HttpResponse<String> answer =
        send(event.substring(0, dot + 1) + "A" + event.substring(dot + 1));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"err\":\"invalid_request\"}");
    assertThat(clinic.heard).isEmpty();
  }

  @Test
  void aMegabyteIsRefusedUnread() throws Exception {
    assertThat(send("A".repeat(1 << 20)).statusCode()).isEqualTo(400);
    assertThat(clinic.heard).isEmpty();
  }

  @Test
  void anEventComesAgainWhereTheStoreIsDown() throws Exception {
    String event = mock.securityEvent();
    shelf.down = true;
    try {
      assertThat(send(event).statusCode()).isEqualTo(503);
    } finally {
      shelf.down = false;
    }
    assertThat(send(event).statusCode()).isEqualTo(202);
    assertThat(clinic.heard).hasSize(1);
  }

  @Test
  void onlyWhatIsPostedIsTaken() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address()).build();
    assertThat(SENDER.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> send(String event) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address())
            .header("Content-Type", "application/secevent+jwt")
            .POST(BodyPublishers.ofString(event))
            .build();
    return SENDER.send(request, BodyHandlers.ofString());
  }

  private URI address() {
    return URI.create("http://localhost:" + port + "/eid/webhook");
  }
}

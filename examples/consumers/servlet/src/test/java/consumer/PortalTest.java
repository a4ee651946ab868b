package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.StorageKey;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

class PortalTest {
  private static final String AN = "099085000011";

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();

  private URI address;
  private EidMock mock;
  private Portal portal;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      address = URI.create("http://localhost:" + free.getLocalPort());
    }
    mock =
        EidMock.start(MockOptions.defaults().redirectUri(address.resolve("/callback").toString()));
    byte[] key = "a storage key of just 32 bytes..".getBytes(StandardCharsets.US_ASCII);
    ClientKey clientKey = ClientKey.fromJwk(mock.clientKeyJwk());
    EidClient eid =
        EidClient.builder(Environment.sandbox(mock.issuer()), mock.clientId(), clientKey)
            .storageKey(StorageKey.of(key))
            .build();
    portal = new Portal(eid, address, folder);
  }

  @AfterEach
  void stop() throws Exception {
    portal.close();
    mock.close();
  }

  @Test
  void aCitizenLogsInIsToldOfAndLogsOutElsewhere() throws Exception {
    assertEquals("Xin chào nobody, 0 events", get("/"));
    assertEquals("Xin chào Nguyễn Văn An, 0 events", get("/eid/login"));
    assertEquals(202, deliver(mock.securityEvent()));
    assertEquals(400, deliver(mock.securityEvent() + "A"));
    assertEquals("Xin chào Nguyễn Văn An, 1 events", get("/"));
    mock.deliverLogoutTo(address.resolve("/webhook"));
    mock.endSessionsOf(mock.citizen(AN));
    mock.awaitDeliveries();
    assertEquals("Xin chào nobody, 2 events", get("/"));
  }

  private String get(String path) throws Exception {
    return browser
        .send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  private int deliver(String event) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/webhook"))
            .header("Content-Type", "application/secevent+jwt")
            .POST(BodyPublishers.ofString(event))
            .build();
    HttpResponse<Void> answer = browser.send(request, BodyHandlers.discarding());
    return answer.statusCode();
  }
}

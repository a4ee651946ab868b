package vn.eid.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.StorageKey;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;

@ClinicTest
class EidLoginTest {
  private static final String AN = "099085000011";

  @LocalServerPort private int port;
  @Autowired private EidMock mock;
  @Autowired private Shelf shelf;

  @Value("${eid.storage-key.value}")
  private String storageKey;

  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @AfterEach
  void storeUp() {
    shelf.down = false;
  }

  @Test
  void aCitizenLogsInAndComesBackToThePageTheyWanted() throws Exception {
    HttpResponse<String> page = browser.get("/me");
    assertThat(page.uri().getPath()).isEqualTo("/me");
    assertThat(page.body())
        .startsWith("Nguyễn Văn An")
        .contains("EID_ACCOUNT_1", "EID_ACCOUNT_2", "EID_LEVEL_1", "ROLE_DOCTOR");
    assertThat(browser.get("/ward").body()).isEqualTo("ward");
  }

  @Test
  void theSessionsIdChangesAtLogin() throws Exception {
    browser.redirectOf("/eid/login");
    String before = browser.session();
    browser.get("/me");
    assertThat(before).isNotEqualTo("none").isNotEqualTo(browser.session());
    // Whoever slipped the citizen a session has nothing of it.
    Browser slipping = new Browser(port);
    slipping.takeSession(before);
    assertThat(slipping.redirectOf("/me")).hasPath("/eid/login");
  }

  @Test
  void aCallbackInAnotherBrowserLogsNobodyIn() throws Exception {
    URI callback = comingBack();
    Browser other = new Browser(port);
    HttpResponse<String> page = other.get(callback.toString());
    assertThat(page.uri()).hasPath("/eid/failed").hasQuery("eid=failed");
    assertThat(other.redirectOf("/me").getPath()).isEqualTo("/eid/login");
    other.redirectOf("/eid/login");
    assertThat(other.get(callback.toString()).uri()).hasPath("/eid/failed");
  }

  @Test
  void aCallbackThatIsLoadedAgainLogsNobodyIn() throws Exception {
    URI callback = comingBack();
    browser.get(callback.toString());
    assertThat(browser.redirectOf(callback.toString())).hasPath("/eid/failed");
  }

  @Test
  void aLoginBegunInOneTabEndsAlthoughAnotherTabLoggedInMeanwhile() throws Exception {
    URI callback = comingBack();
    browser.get("/me");
    assertThat(browser.redirectOf(callback.toString())).hasPath("/");
  }

  @Test
  void aDeclinedLoginLeadsToAPageThatIsToldWhy() throws Exception {
    mock.citizen(AN).declinesNext();
    HttpResponse<String> page = browser.get("/me");
    assertThat(page.uri()).hasPath("/eid/failed").hasQuery("eid=declined&reason=refused");
    assertThat(page.body()).contains("Bạn chưa đăng nhập", "/eid/login");
  }

  @Test
  void aForgedLoginLeadsToAPageThatSaysNothingMore() throws Exception {
    mock.inject(Fault.ID_TOKEN_WRONG_AUDIENCE);
    HttpResponse<String> page = browser.get("/me");
    assertThat(page.uri()).hasPath("/eid/failed").hasQuery("eid=failed");
    assertThat(page.body()).doesNotContain("audience", "AUDIENCE", "token");
  }

  @Test
  void whatAFailurePageIsToldIsNotRepeated() throws Exception {
    assertThat(browser.get("/eid/failed?eid=%3Cscript%3E").body())
        .doesNotContain("<script>")
        .contains("không thành công");
  }

  @Test
  void aScriptIsToldThatNobodyIsLoggedIn() throws Exception {
    assertThat(browser.script("/me").statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyIsLoggedInWithoutTheStoreAndNobodyGoesOnWithoutIt() throws Exception {
    browser.get("/me");
    shelf.down = true;
    assertThat(browser.get("/me").statusCode()).isEqualTo(503);
    HttpResponse<String> page = new Browser(port).get("/me");
    assertThat(page.uri()).hasQuery("eid=unavailable");
    shelf.down = false;
    assertThat(browser.get("/me").statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverLogsOutWhileTheStoreIsDownIsOut() throws Exception {
    browser.get("/me");
    String token = browser.get("/csrf").body();
    shelf.down = true;
    assertThat(browser.post("/logout", Map.of("_csrf", token)).body()).isEqualTo("home");
    shelf.down = false;
    assertThat(browser.redirectOf("/me").getPath()).isEqualTo("/eid/login");
  }

  @Test
  void anImageOfSomeOtherPageStartsNoLogin() throws Exception {
    assertThat(browser.image("/eid/login").statusCode()).isEqualTo(403);
    assertThat(browser.submit("/eid/login", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void aSessionThatWasStoredGoesOn() throws Exception {
    browser.get("/me");
    assertThat(browser.get("/passivate").body()).isEqualTo("passivated");
    assertThat(browser.get("/me").body()).startsWith("Nguyễn Văn An");
  }

  @Test
  void aCitizenWhoLogsOutElsewhereIsOutHere() throws Exception {
    mock.deliverLogoutTo(URI.create("http://localhost:" + port + "/eid/webhook"));
    browser.get("/me");
    mock.endSessionsOf(mock.citizen(AN));
    mock.awaitDeliveries();
    assertThat(browser.redirectOf("/me").getPath()).isEqualTo("/eid/login");
  }

  @Test
  void aLogoutThatAnotherNodeWasToldOfEndsTheSessionHere() throws Exception {
    browser.get("/me");
    byte[] notice =
        ("logout_token=" + mock.logoutToken(mock.citizen(AN))).getBytes(StandardCharsets.US_ASCII);
    try (EidClient otherNode = otherNode()) {
      otherNode
          .webhooks()
          .accept(Map.of("Content-Type", List.of("application/x-www-form-urlencoded")), notice);
    }
    assertThat(browser.redirectOf("/me").getPath()).isEqualTo("/eid/login");
  }

  /** It has nothing in common with this one but the store and its key. */
  private EidClient otherNode() {
    return EidClient.builder(
            Environment.sandbox(mock.issuer()),
            mock.clientId(),
            ClientKey.fromJwk(mock.clientKeyJwk()))
        .sharedStore(shelf, StorageKey.of(Base64.getDecoder().decode(storageKey)))
        .build();
  }

  @Test
  void aLogoutEndsTheSessionHere() throws Exception {
    browser.get("/me");
    HttpResponse<String> page = browser.submit("/logout", Map.of());
    assertThat(page.body()).isEqualTo("home");
    assertThat(browser.redirectOf("/me").getPath()).isEqualTo("/eid/login");
  }

  @Test
  void aLogoutNeedsTheTokenOfAPage() throws Exception {
    browser.get("/me");
    assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void aLoginByPushEndsInTheSameSession() throws Exception {
    String before = browser.session();
    assertThat(browser.get("/push").statusCode()).isEqualTo(200);
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.get("/ward").body()).isEqualTo("ward");
  }

  /** The address with which the browser would come back from the provider. */
  private URI comingBack() throws Exception {
    return browser.redirectOf(browser.redirectOf("/eid/login").toString());
  }
}

package vn.eid.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.mock.Fault;

class PortalTest {
  private static final String AN = "099085000011";
  private static Portal portal;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient following = browser(HttpClient.Redirect.ALWAYS, cookies);
  private final HttpClient staying = browser(HttpClient.Redirect.NEVER, cookies);

  @BeforeAll
  static void start(@TempDir File folder) throws Exception {
    portal = new Portal(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    portal.close();
  }

  @BeforeEach
  void reset() {
    portal.mock.reset();
    portal.heard.clear();
  }

  @Test
  void aCitizenLogsInAndComesBackToThePageTheyWanted() throws Exception {
    assertThat(get("/my/page").body()).isEqualTo("/my/page nobody");
    assertThat(get("/eid/login?to=/my/page").body()).isEqualTo("/my/page Nguyễn Văn An");
    assertThat(get("/").body()).isEqualTo("/ Nguyễn Văn An");
  }

  @Test
  void nobodyIsSentToAStrangersPage() throws Exception {
    for (String to : new String[] {"//evil.example", "https://evil.example", "/%5Cevil.example"}) {
      assertThat(get("/eid/login?to=" + to).uri().getHost()).isEqualTo("localhost");
    }
  }

  @Test
  void theSessionsIdChangesAtLogin() throws Exception {
    redirectOf("/eid/login");
    String before = cookies.getCookieStore().getCookies().toString();
    get("/eid/login");
    assertThat(cookies.getCookieStore().getCookies().toString()).isNotEqualTo(before);
  }

  @Test
  void aCallbackInAnotherBrowserOrASecondTimeLogsNobodyIn() throws Exception {
    URI callback = redirectOf(redirectOf("/eid/login").toString());
    HttpClient other = browser(HttpClient.Redirect.ALWAYS, new CookieManager());
    HttpResponse<String> page =
        other.send(HttpRequest.newBuilder(callback).build(), BodyHandlers.ofString());
    assertThat(page.uri()).hasPath("/sorry").hasQuery("eid=failed");
    assertThat(page.body()).isEqualTo("/sorry nobody");
    assertThat(get(callback.toString()).body()).isEqualTo("/ Nguyễn Văn An");
    assertThat(redirectOf(callback.toString())).hasPath("/sorry");
  }

  @Test
  void aLoginThatFailsLeadsToAPageThatIsToldHow() throws Exception {
    portal.mock.citizen(AN).declinesNext();
    assertThat(get("/eid/login").uri()).hasQuery("eid=declined&reason=refused");
    portal.mock.inject(Fault.ID_TOKEN_WRONG_AUDIENCE);
    assertThat(get("/eid/login").uri()).hasQuery("eid=failed");
  }

  @Test
  void aCitizenWhoLogsOutElsewhereIsOutHere() throws Exception {
    portal.mock.deliverLogoutTo(portal.address.resolve("/hook"));
    get("/eid/login");
    portal.mock.endSessionsOf(portal.mock.citizen(AN));
    portal.mock.awaitDeliveries();
    assertThat(get("/").body()).isEqualTo("/ nobody");
  }

  @Test
  void whoeverLogsInWhereSomebodyElseIsBeginsAnew() throws Exception {
    get("/eid/login");
    URI provider = redirectOf("/eid/login?to=/my/page");
    portal.mock.signsIn("099192000022");
    HttpResponse<String> page =
        following.send(HttpRequest.newBuilder(provider).build(), BodyHandlers.ofString());
    assertThat(page.body()).isEqualTo("/ Trần Thị Bình");
  }

  @Test
  void anImageOfSomeOtherPageStartsNoLogin() throws Exception {
    HttpRequest image =
        HttpRequest.newBuilder(uri("/eid/login")).header("Sec-Fetch-Dest", "image").build();
    assertThat(staying.send(image, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  @Test
  void aLogoutGoesByTheProviderAndEndsHere() throws Exception {
    get("/eid/login");
    HttpResponse<String> page = post("/eid/logout", "application/x-www-form-urlencoded", "");
    assertThat(page.uri()).hasPath("/out");
    assertThat(page.body()).isEqualTo("/out nobody");
  }

  @Test
  void aWebhookIsAnsweredAsTheStandardsSay() throws Exception {
    String event = portal.mock.securityEvent();
    assertThat(post("/hook", "application/secevent+jwt", event).statusCode()).isEqualTo(202);
    assertThat(portal.heard).hasSize(1);
    assertThat(post("/hook", "application/secevent+jwt", event + "A").body())
        .isEqualTo("{\"err\":\"invalid_request\"}");
    assertThat(post("/hook", "application/secevent+jwt", "A".repeat(1 << 20)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aWebhookWhoseBodyAFilterHasReadIsNotLost() throws Exception {
    HttpResponse<String> answer =
        post("/nosy/hook", "application/x-www-form-urlencoded", "logout_token=a.b.c");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(portal.heard).isEmpty();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return following.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return following.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private URI redirectOf(String path) throws Exception {
    return URI.create(
        staying
            .send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString())
            .headers()
            .firstValue("Location")
            .orElseThrow());
  }

  private static URI uri(String path) {
    return path.startsWith("/") ? URI.create(portal.address + path) : URI.create(path);
  }

  private static HttpClient browser(HttpClient.Redirect redirects, CookieManager cookies) {
    return HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirects).build();
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
  private static EidMock mock;

  private TestClient client;

  @BeforeAll
  static void startServer() {
    mock = EidMock.start();
  }

  @AfterAll
  static void stopServer() {
    mock.close();
  }

  @BeforeEach
  void start() {
    mock.reset();
    client = new TestClient(mock);
  }

  /** Sends a request line as it is: java.net.http would tidy it up. */
  private static String raw(String requestLine, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mock.issuer().getPort())) {
      String request = requestLine + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("");
    }
  }

  @Test
  void discoveryNamesEveryEndpointBelowTheIssuer() {
    Answer answer = client.get("/.well-known/openid-configuration", Map.of());
    assertThat(answer.text("issuer")).isEqualTo(mock.issuer().toString());
    answer
        .json()
        .properties()
        .forEach(
            member -> {
              if (member.getKey().endsWith("_endpoint") || member.getKey().equals("jwks_uri")) {
                assertThat(member.getValue().asText()).startsWith(mock.issuer() + "/");
              }
            });
    assertThat(answer.json().path("vn_eid").path("version").asText()).isEqualTo("1");
    assertThat(answer.json().path("grant_types_supported").toString())
        .contains("refresh_token", "urn:openid:params:grant-type:ciba");
    assertThat(answer.json().path("scopes_supported").toString())
        .contains("offline_access", "sandbox", "tax_link", "population_check");
    assertThat(answer.json().at("/vn_eid/population_endpoint").asText())
        .isEqualTo(mock.issuer() + "/population/v1");
    assertThat(answer.json().path("backchannel_token_delivery_modes_supported"))
        .hasToString("[\"poll\",\"ping\"]");
    assertThat(answer.json().path("backchannel_logout_session_supported").asBoolean()).isTrue();
    for (String endpoint :
        List.of(
            "backchannel_authentication_endpoint", "revocation_endpoint", "end_session_endpoint")) {
      assertThat(answer.json().has(endpoint)).as(endpoint).isTrue();
    }
    assertThat(answer.json().path("require_pushed_authorization_requests").asBoolean()).isTrue();
  }

  @Test
  void theRegistryHasAKeyOfItsOwn() {
    assertThat(client.get("/registry/jwks", Map.of()).body())
        .contains("registry-")
        .doesNotContain("\"d\"")
        .isNotEqualTo(client.get("/jwks", Map.of()).body());
  }

  @Test
  void aPathThatNobodyKnowsIsAProblemAndIsRemembered() {
    Answer answer = client.get("/tokens", Map.of());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("code")).isEqualTo("no_such_route");
    assertThat(answer.text("detail")).contains("the nearest route is");
    assertThat(mock.unmatchedRequests()).hasToString("[GET /tokens 404]");
  }

  @Test
  void namesNoRouteThatNobodyCanHaveMeant() {
    assertThat(client.get("/a/b/c", Map.of()).text("detail"))
        .isEqualTo("Nothing is served here; the page at / says what is.");
    assertThat(client.get("/tokens", Map.of()).text("detail")).contains("POST /token.");
  }

  @Test
  void answersHeadLikeGetWithoutTheBody() {
    HttpRequest.Builder head =
        HttpRequest.newBuilder(URI.create(mock.issuer() + "/my"))
            .method("HEAD", HttpRequest.BodyPublishers.noBody());
    Answer answer = TestClient.send(head, Map.of());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).isEmpty();
    assertThat(client.post("/my/x/y", Map.of(), Map.of()).status()).isEqualTo(404);
    assertThat(client.post("/inspector", Map.of(), Map.of()).header("Allow"))
        .isEqualTo("GET, HEAD");
  }

  @Test
  void theIconThatABrowserLooksForIsNoRefusal() {
    assertThat(client.get("/favicon.ico", Map.of()).status()).isEqualTo(204);
    assertThat(mock.refusals()).isEmpty();
    assertThat(mock.unmatchedRequests()).isEmpty();
    assertThat(mock.state().history().steps()).isEmpty();
  }

  @Test
  void aMethodThatAPathDoesNotHaveIsUnmatched() {
    Answer answer = client.get("/token", Map.of());
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("POST");
    assertThat(mock.unmatchedRequests()).hasToString("[GET /token 405]");
    assertThat(mock.refusals().get(0)).contains("use POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/consent/v1/consents/..%2F..%2Ftoken",
        "/consent/v1/consents/%2e%2e",
        "/consent/v1/consents/a%00b",
        "/consent/v1/consents/a%5Cb",
        "/consent/v1/consents/%ff",
        "/consent/v1/consents/%zz",
        "/consent/v1/consents/%",
        "/jwks;x=1"
      })
  void refusesAPathThatServersReadDifferently(String path) throws IOException {
    assertThat(raw("GET " + path, "127.0.0.1")).contains(" 400 ");
  }

  @Test
  void refusesABodyOfMoreThanAMegabyte() {
    Map<String, String> form = Map.of("state", "x".repeat(1024 * 1024));
    assertThat(client.post("/par", form, Map.of()).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/__admin/eid/client", "/__admin/eid/faults", "/%5f_admin/eid/clock"})
  void allowsNoPageOfAnotherSiteTheAdminDoor(String path) {
    Answer answer =
        TestClient.send(
            HttpRequest.newBuilder(URI.create(mock.issuer() + path))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()),
            Map.of("Origin", "https://evil.example", "Access-Control-Request-Method", "PUT"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  @Test
  void answersWithTheCallersTraceIdIfItIsAPlainOne() {
    assertThat(client.get("/nothing", Map.of("X-Request-Id", "trace-1")).text("trace_id"))
        .isEqualTo("trace-1");
    Answer odd = client.get("/jwks", Map.of("X-Request-Id", "a b <c>"));
    assertThat(odd.header("X-Request-Id")).isNotEmpty().doesNotContain("<");
  }

  @Test
  void wireMocksOwnAdminApiIsSwitchedOff() {
    assertThat(client.get("/__admin/mappings", Map.of()).status()).isEqualTo(404);
    assertThat(client.post("/__admin/shutdown", Map.of(), Map.of()).status()).isEqualTo(404);
    assertThat(client.get("/__admin/requests", Map.of()).status()).isEqualTo(404);
    assertThat(client.get("/jwks", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void listensOnThisMachineOnly() throws IOException {
    connect(1).close();
    // Another address of this machine: a server for everybody answers there too.
    assertThatThrownBy(() -> connect(2).close()).isInstanceOf(IOException.class);
  }

  private static Socket connect(int last) throws IOException {
    InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    return new Socket(address, mock.issuer().getPort());
  }

  @Test
  void handsTheDemoClientsKeyToThisMachine() {
    Answer answer = client.get("/__admin/eid/client", Map.of());
    assertThat(answer.text("client_id")).isEqualTo(mock.clientId());
    assertThat(answer.json().path("jwk").path("d").asText()).isNotEmpty();
    assertThat(answer.json().path("redirect_uris").toString()).contains(TestClient.CALLBACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", ""})
  void keepsTheDemoClientsKeyFromARebindingPage(String host) throws IOException {
    assertThat(raw("GET /__admin/eid/client", host)).contains(" 403 ");
    assertThat(raw("GET /__admin/eid/client", "localhost:1")).contains(" 200 ");
  }

  @Test
  void tellsAPersonOnAPageAndAProgramInJsonThatNothingIsServedHere() {
    Answer page = client.get("/nothing", Map.of("Accept", "text/html,*/*"));
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(client.get("/nothing", Map.of()).header("Content-Type"))
        .isEqualTo("application/problem+json");
  }

  @Test
  void givesTheClientKeyToNoPageInABrowserButToAPersonWhoTypedTheAddress() {
    for (Map<String, String> page :
        List.of(
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "null"),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Forwarded", "for=127.0.0.1"))) {
      assertThat(client.get("/__admin/eid/client", page).status()).as("%s", page).isEqualTo(403);
    }
    assertThat(client.get("/__admin/eid/client", Map.of("Sec-Fetch-Site", "none")).status())
        .isEqualTo(200);
  }

  @Test
  void keepsTheDemoClientsKeyFromARequestThatCameThroughAProxy() {
    Answer answer = client.get("/__admin/eid/client", Map.of("X-Forwarded-For", "127.0.0.1"));
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void keepsTheLastThousandRequests() {
    for (int i = 0; i < 1001; i++) {
      client.get("/jwks", Map.of("X-Request-Id", "n" + i));
    }
    assertThat(mock.requests()).hasSize(1000);
    assertThat(mock.requests().get(0).header("x-request-id")).contains("n1");
  }

  @Test
  void showsWhatARequestHeldAndHidesItInALog() {
    client.push(client.loginForm());
    SeenRequest seen = mock.requests().get(0);
    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.form("state")).contains("the-state");
    assertThat(seen.header("Content-Type")).contains("application/x-www-form-urlencoded");
    assertThat(seen.status()).isEqualTo(201);
    assertThat(seen).hasToString("POST /par 201");
    client.get("/authorize?request_uri=secret", Map.of());
    assertThat(mock.requests().get(1).query("request_uri")).contains("secret");
    assertThat(mock.requests().get(1)).hasToString("GET /authorize 400");
  }

  @Test
  void aResetForgetsEverythingButKeysAndPort() {
    String key = mock.clientKeyJwk();
    String token = client.accessToken();
    mock.advance(Duration.ofDays(1));
    mock.signsIn("099082000101");
    client.get("/nothing", Map.of());
    mock.reset();
    assertThat(mock.clientKeyJwk()).isEqualTo(key);
    assertThat(mock.clock().instant()).isBefore(Instant.now().plusSeconds(60));
    assertThat(mock.requests()).isEmpty();
    assertThat(mock.unmatchedRequests()).isEmpty();
    assertThat(mock.refusals()).isEmpty();
    client.userinfo(token).isUnauthorized("invalid_token", "not known");
    assertThat(client.code()).isNotEmpty();
  }

  @Test
  void theClockOnlyRunsAhead() {
    assertThatThrownBy(() -> mock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reset()");
  }

  @Test
  void nobodyUnknownSitsAtTheBrowser() {
    assertThatThrownBy(() -> mock.signsIn("099000000000"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("099");
  }

  @Test
  void saysWhichPortIsInUse() {
    int port = mock.issuer().getPort();
    assertThatThrownBy(() -> EidMock.start(MockOptions.defaults().port(port)))
        .isInstanceOf(MockStartException.class)
        .hasMessageContaining("cannot listen on port " + port)
        .hasMessageContaining("Address already in use")
        .hasMessageContaining("choose another port");
  }

  @Test
  void refusesOptionsThatCannotBe() {
    MockOptions options = MockOptions.defaults();
    assertThatThrownBy(() -> options.port(70_000)).hasMessageContaining("between 0 and 65535");
    assertThatThrownBy(() -> options.redirectUri("/callback")).hasMessageContaining("absolute");
    assertThatThrownBy(() -> options.redirectUri("https://a.example/#x"))
        .hasMessageContaining("fragment");
  }

  @Test
  void aRefusalNamesNoPersonTokenOrKey() {
    String token = client.accessToken();
    Map<String, String> form = client.loginForm();
    form.put("redirect_uri", "https://app.example/099085000011\r\nforged line");
    client.push(form).isRefused(400, "invalid_request", "https://app.example/***??forged line");
    form.put("redirect_uri", "x".repeat(500));
    client.push(form).isRefused(400, "invalid_request", "xxx...");
    client.get("/userinfo", Map.of("Authorization", "Bearer " + token));
    client.get("/consent/v1/consents/x/099085000011", Map.of());
    assertThat(mock.refusals()).hasSize(4);
    assertThat(String.join("\n", mock.refusals()))
        .doesNotContain("099085000011")
        .doesNotContain(token)
        .doesNotContain("\r");
  }

  @Test
  void theLogShowsNoNumberAndNoOpaqueName() {
    String link = "A".repeat(43);
    assertThat(LogText.path("/consent/" + link)).isEqualTo("/consent/***");
    assertThat(LogText.path("/x/099085000011\n")).isEqualTo("/x/***?");
    assertThat(LogText.path("/" + "a/".repeat(500))).hasSizeLessThan(130);
  }

  @Test
  void closingTwiceDoesNoHarm() {
    EidMock other = EidMock.start();
    other.close();
    other.close();
  }

  @Test
  void servesSeveralThreadsAtOnce() throws Exception {
    Thread[] threads = new Thread[8];
    AtomicInteger good = new AtomicInteger();
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                TestClient own = new TestClient(mock);
                if (own.userinfo(own.accessToken()).status() == 200) {
                  good.incrementAndGet();
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(good).hasValue(threads.length);
  }

  @Test
  void aRequestWithoutABodyIsNoForm() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(mock.issuer().resolve("/token"))
            .POST(HttpRequest.BodyPublishers.noBody());
    TestClient.send(request, Map.of()).isRefused(400, "invalid_request", "Content-Type");
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.mock.trace.Flow;
import vn.eid.mock.trace.FlowKind;
import vn.eid.mock.trace.Flows;
import vn.eid.mock.trace.Step;

class InspectorTest {
  private static final String CITIZEN = "099085000011";
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

  private static List<Flow> flows() {
    return Flows.of(
        mock.state().history().steps(),
        citizen ->
            mock.state().clients().ids().stream()
                .map(id -> mock.state().subjects().of(citizen, id)));
  }

  private static List<String> routes(Flow flow) {
    return flow.steps().stream()
        .map(step -> step.method() + " " + step.route().orElse(""))
        .toList();
  }

  private String body(String path) {
    return client.get(path, Map.of()).isOk().body();
  }

  /** Reads the summary of the citizen under a consent of this client. */
  private List<String> pull() {
    Recipient recipient = new Recipient(mock);
    String consent = recipient.granted(Recipient.terms(CITIZEN, "patient_summary"));
    String receipt = recipient.read(consent).isOk().text("receipt");
    String token = recipient.dataToken(consent, "patient_summary").isOk().text("access_token");
    recipient.get("/fhir/v1/Patient/$summary", token).isOk();
    return List.of(consent, receipt, token);
  }

  @Test
  void aLoginAndWhatFollowsIsOneFlow() {
    String code = client.code();
    Answer tokens = client.token(client.codeForm(code)).isOk();
    client.userinfo(tokens.text("access_token")).isOk();
    pull();
    client.get("/logout?id_token_hint=" + tokens.text("id_token"), Map.of());
    Flow login =
        flows().stream().filter(flow -> flow.kind() == FlowKind.LOGIN).findFirst().orElseThrow();
    assertThat(routes(login))
        .containsExactly(
            "POST /par",
            "GET /authorize",
            "POST /token",
            "GET /userinfo",
            "POST /consent/v1/consents",
            "GET /consent/v1/consents/{id}",
            "POST /token",
            "GET /fhir/v1/Patient/$summary",
            "GET /logout");
  }

  @Test
  void twoLoginsAreTwoFlows() {
    client.accessToken();
    client.accessToken();
    assertThat(flows()).hasSize(2).allMatch(flow -> flow.steps().size() == 3);
  }

  @Test
  void aPushIsAFlowOfItsOwn() {
    String id = client.askOnPhone(client.pushForm(CITIZEN)).isOk().text("auth_req_id");
    client.poll(id).isOk();
    assertThat(flows()).hasSize(1);
    assertThat(flows().get(0).kind()).isEqualTo(FlowKind.PUSH);
    assertThat(routes(flows().get(0))).containsExactly("POST /ciba", "POST /token");
  }

  @Test
  void theListNamesTheStepsAndWhyOneWasRefused() {
    client.accessToken();
    client.push(Map.of("response_type", "token"));
    String page = body("/inspector?lang=en");
    assertThat(page)
        .contains("POST /par", "GET /authorize", "POST /token", "Login in the browser", "/why/")
        .contains("ask for code.", "<caption>3 steps</caption>");
    assertThat(body("/inspector?lang=vi")).contains("Trình theo dõi", "3 bước");
  }

  @Test
  void theFilterIsAFormThatWorksWithoutScript() {
    client.accessToken();
    client.push(Map.of("response_type", "token"));
    client.get("/jwks", Map.of());
    assertThat(body("/inspector?path=authorize")).contains("/authorize").doesNotContain("/par<");
    assertThat(body("/inspector?status=refused")).contains("POST /par").doesNotContain("/jwks<");
    assertThat(body("/inspector?flow=metadata")).contains("/jwks<").doesNotContain("/par<");
    assertThat(body("/inspector?flow=%22%3E&status=x&path=%00")).doesNotContain("/par<");
  }

  @Test
  void aStepShowsTheMessagesAndACommand() {
    client.push(client.loginForm()).isOk();
    String page = body("/inspector/" + newest());
    assertThat(page)
        .contains("response_type", "S256", "expires_in", "<textarea", "curl --globoff")
        .contains("$EID_CLIENT_ASSERTION", "'response_type=''code'");
  }

  private static long newest() {
    List<Step> steps = mock.state().history().steps();
    return steps.get(steps.size() - 1).number();
  }

  @Test
  void whatTheInspectorIsAskedIsNoPartOfWhatHappened() {
    body("/inspector");
    assertThat(mock.state().history().steps()).isEmpty();
    assertThat(mock.requests()).isEmpty();
  }

  @Test
  void noSecretStandsOnAnyPage() {
    List<String> secrets = new ArrayList<>(List.of(CITIZEN, "Nguyễn Văn An", "1985-03-12"));
    Map<String, String> form = client.loginForm();
    form.put("claims", "{\"id_token\":{\"name\":null,\"citizen_id\":null,\"birthdate\":null}}");
    String assertion = client.assertion().sign();
    Map<String, String> signed = client.authenticated(form, client.assertion());
    signed.put("client_assertion", assertion);
    String requestUri = client.post("/par", signed, Map.of()).isOk().text("request_uri");
    String code = client.authorize(requestUri).isOk().returned("code");
    Answer tokens = client.token(client.codeForm(code)).isOk();
    client.token(client.codeForm(code));
    client.userinfo(tokens.text("access_token"));
    client.post("/par", signed, Map.of());
    String push = client.askOnPhone(client.pushForm(CITIZEN)).isOk().text("auth_req_id");
    client.poll(push).isOk();
    secrets.addAll(pull());
    secrets.addAll(List.of(assertion, signature(assertion), requestUri, code, push));
    secrets.addAll(List.of(tokens.text("access_token"), tokens.text("id_token")));
    secrets.add(signature(tokens.text("id_token")));
    secrets.add(TestClient.VERIFIER);
    client.get("/nowhere/" + CITIZEN + "/" + code + "?code=" + code, Map.of("X-Note", CITIZEN));
    for (String page : pages()) {
      assertThat(page).doesNotContain(secrets);
    }
  }

  private static String signature(String jws) {
    return jws.substring(jws.lastIndexOf('.') + 1);
  }

  /** Every page that there is about what happened, and every document. */
  private List<String> pages() {
    List<String> pages = new ArrayList<>(List.of(body("/inspector"), body("/inspector?lang=en")));
    for (Step step : mock.state().history().steps()) {
      pages.add(body("/inspector/" + step.number()));
      if (step.refused().isPresent()) {
        pages.add(body("/why/" + step.whyName()));
        pages.add(
            client.get("/why/" + step.whyName(), Map.of("Accept", "application/json")).body());
      }
    }
    assertThat(pages.size()).isGreaterThan(20);
    return pages;
  }

  @Test
  void tenThousandPendingLoginsTakeABoundedPlace() {
    for (int i = 0; i < 10_000; i++) {
      client.get("/authorize?request_uri=pending-" + i, Map.of());
    }
    assertThat(mock.state().history().steps()).hasSize(1000);
    assertThat(body("/inspector?lang=en").length()).isLessThan(1_000_000);
  }

  @Test
  void aHundredMegabytesAreRefusedAndKeptInPart() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(mock.issuer() + "/tax/v1/links"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[100 * 1024 * 1024]));
    assertThat(TestClient.send(request, Map.of()).status()).isEqualTo(413);
    Step step = mock.state().history().steps().get(0);
    assertThat(step.request().body()).hasSize(64 * 1024);
    assertThat(body("/inspector/" + step.number() + "?lang=en")).contains("104,857,600");
  }

  @Test
  void ofABodyWithoutALengthNoMoreIsTakenInThanShowsThatItIsTooLarge() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(mock.issuer() + "/tax/v1/batches"))
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[100 * 1024 * 1024])));
    assertThat(TestClient.send(request, Map.of()).status()).isEqualTo(413);
    assertThat(mock.state().history().steps().get(0).request().length())
        .isBetween(4 * 1024 * 1024 + 1, 5 * 1024 * 1024);
  }

  @Test
  void aBodyThatUnpacksToAHundredMegabytesIsNotUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[100 * 1024 * 1024]);
    }
    assertThat(posted(packed, Map.of("Content-Encoding", "gzip"))).isEqualTo(413);
    // What does not say that it is packed is not unpacked by the routes; WireMock tries, for stubs.
    assertThat(posted(packed, Map.of())).isEqualTo(404);
    assertThat(mock.wireMock().isRunning()).isTrue();
    assertThat(posted(packed, Map.of())).isEqualTo(500);
  }

  private static int posted(ByteArrayOutputStream body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(mock.issuer() + "/own"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    return TestClient.send(request, headers).status();
  }

  @Test
  void aPushThatIsRepeatedWithTheNonceThatItLackedIsOneLogin() {
    Map<String, String> form = client.authenticated(client.loginForm(), client.assertion());
    String proof = client.proof("POST", "/par").without("nonce").sign();
    client.post("/par", form, Map.of("DPoP", proof));
    client.accessToken();
    client.accessToken();
    assertThat(flows()).hasSize(2);
    assertThat(flows()).extracting(flow -> flow.steps().size()).containsExactlyInAnyOrder(4, 3);
  }

  @Test
  void aNumberIsMaskedInTheNameOfAVariableAndWhereItIsEncoded() {
    String encoded = "%30%39%39%30%38%35%30%30%30%30%31%31";
    client.get(
        "/nowhere/" + encoded + "?" + CITIZEN + "=1&x=" + encoded, Map.of("X-" + CITIZEN, "1"));
    client.get("/nowhere/" + encoded.replace("%", "%25"), Map.of("X-Request-Id", "twice"));
    for (String page : List.of(body("/inspector"), body("/inspector/1"), body("/why/twice"))) {
      assertThat(page).doesNotContain(CITIZEN, encoded, encoded.replace("%", "%25"));
    }
    assertThat(LogText.path("/nowhere/" + encoded)).isEqualTo("/nowhere/***");
  }
}

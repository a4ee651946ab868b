package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.eid.mock.door.AdminDoor;
import vn.eid.mock.door.Errand;

@EidMockTest
class AdminDoorTest {
  private static final String AN = "099085000011";

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private Answer get(String path) {
    return client.get(AdminDoor.PATH + path, Map.of());
  }

  private Answer send(String method, String path, String body) {
    return send(method, path, body, Map.of("Content-Type", "application/json"));
  }

  private Answer send(String method, String path, String body, Map<String, String> headers) {
    return TestClient.send(
        HttpRequest.newBuilder(URI.create(client.mock.issuer() + AdminDoor.PATH + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body)),
        headers);
  }

  @Test
  void theIndexNamesEverythingThatIsThere(EidMock mock) {
    JsonNode index = get("").isOk().json();
    List<String> named = new ArrayList<>();
    index
        .path("routes")
        .forEach(
            route -> {
              assertThat(route.path("does").asText()).endsWith(".");
              named.add(route.path("method").asText() + " " + route.path("url").asText());
            });
    List<String> served =
        AdminDoor.routes(mock, mock.state()).stream()
            .filter(route -> route.pattern().startsWith(AdminDoor.PATH))
            .map(route -> route.method() + " " + mock.issuer() + route.pattern())
            .toList();
    assertThat(named).containsAll(served).contains("GET " + mock.issuer() + "/__admin/eid/client");
  }

  @Test
  void eachExampleIsJsonThatTheRouteUnderstands(EidMock mock) {
    for (Errand errand : AdminDoor.errands(mock, mock.state())) {
      if (!errand.example().isEmpty() && !errand.path().contains("{")) {
        String body = errand.example().replace("...", jwk());
        assertThat(send(errand.method(), errand.path(), body).status())
            .as(errand.path())
            .isBetween(200, 204);
      }
    }
  }

  private static String jwk() {
    EllipticCurveJsonWebKey key = Draft.newKey();
    key.setKeyId("another");
    return key.toJson();
  }

  @Test
  void injectsAFaultForOnceOrForGood(EidMock mock) {
    send("POST", "/faults", "{\"fault\": \"DISCOVERY_WRONG_ISSUER\", \"times\": 1}").isOk();
    assertThat(discoveredIssuer()).isNotEqualTo(mock.issuer().toString());
    assertThat(discoveredIssuer()).isEqualTo(mock.issuer().toString());
    send("POST", "/faults", "{\"fault\": \"DISCOVERY_WRONG_ISSUER\"}").isOk();
    assertThat(discoveredIssuer()).isNotEqualTo(mock.issuer().toString());
    assertThat(discoveredIssuer()).isNotEqualTo(mock.issuer().toString());
    assertThat(send("DELETE", "/faults", "").status()).isEqualTo(204);
    assertThat(discoveredIssuer()).isEqualTo(mock.issuer().toString());
  }

  private String discoveredIssuer() {
    return client.get("/.well-known/openid-configuration", Map.of()).text("issuer");
  }

  @Test
  void listsEachFaultWithItsSentence() {
    JsonNode faults = get("/faults").isOk().json().path("faults");
    assertThat(faults.findValuesAsText("fault"))
        .containsExactly(Arrays.stream(Fault.values()).map(Fault::title).toArray(String[]::new));
    assertThat(faults.findValuesAsText("sentence")).contains(Fault.KEYS_HTML.sentence());
  }

  @Test
  void aimsAFaultAndTellsHowOftenItHappened() {
    send("POST", "/faults", "{\"fault\": \"KEYS_HTML\", \"path\": \"/jwks\", \"times\": 2}").isOk();
    assertThat(client.get("/jwks", Map.of()).header("Content-Type")).startsWith("text/html");
    JsonNode faults = get("/faults").isOk().json();
    assertThat(faults.at("/on/0/times").asInt()).isEqualTo(1);
    assertThat(faults.at("/on/0/path").asText()).isEqualTo("/jwks");
    assertThat(
            faults.path("faults").findValues("happened").stream().mapToInt(JsonNode::asInt).sum())
        .isEqualTo(1);
    send("POST", "/faults", "{\"fault\": \"KEYS_HTML\", \"path\": \"/kyes\"}")
        .isProblem(400, "invalid_request", "the nearest one is /jwks");
  }

  @Test
  void setsStopsAndAdvancesTheClock(EidMock mock) {
    Answer set = send("PUT", "/clock", "{\"time\": \"2030-01-01T00:00:00Z\", \"stands\": true}");
    assertThat(set.isOk().text("time")).isEqualTo("2030-01-01T00:00:00Z");
    send("POST", "/clock", "{\"advance\": \"PT1H\"}").isOk();
    assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2030-01-01T01:00:00Z"));
    send("PUT", "/clock", "{\"stands\": false}").isOk();
    assertThat(get("/clock").json().path("stands").asBoolean()).isFalse();
  }

  @Test
  void addsAPersonWhoCanLogInAtOnce() {
    Answer added =
        send("POST", "/citizens", "{\"name\": \"Lê Thị Thử\", \"birthDate\": \"1990-05-06\"}");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    String number = added.text("number");
    assertThat(number).matches("099090[0-9]{6}");
    assertThat(added.header("Location")).endsWith("/citizens/" + number);
    send("PUT", "/browser", "{\"citizen\": \"" + number + "\"}").isOk();
    assertThat(client.code()).isNotEmpty();
    assertThat(get("/citizens").body()).contains(number);
    assertThat(get("/citizens/" + AN).json().at("/tax/status/code").asText()).isEqualTo("00");
    assertThat(get("/citizens/" + AN).json().at("/residence/provinceCode").asText())
        .isEqualTo("01");
    assertThat(get("/citizens/" + AN).json().path("decides").asText()).isEqualTo("approve");
    send("POST", "/reset", "{}").isOk();
    assertThat(get("/citizens/" + number).status()).isEqualTo(404);
  }

  @Test
  void saysWhereABodyIsNoJson() {
    send("POST", "/citizens", "{\"name\": \"A\",\n \"birthDate\" \"1985\"}")
        .isProblem(400, "invalid_request", "line 2, column 14 is no JSON.");
  }

  @Test
  void refusesAFaultWhereItNeverHappens() {
    send("POST", "/faults", "{\"fault\": \"id-token-expired\", \"path\": \"/userinfo\"}")
        .isProblem(
            400, "invalid_request", "would never happen: it is about an id token at /token.");
  }

  @Test
  void tellsAPersonHowToDecide() {
    send("POST", "/citizens/" + AN + "/behaviour", "{\"next\": [\"decline\"]}").isOk();
    assertThat(client.callback(Map.of()).returned("error")).isEqualTo("access_denied");
    assertThat(client.code()).isNotEmpty();
    send("POST", "/citizens/" + AN + "/behaviour", "{\"decides\": \"decline\"}").isOk();
    assertThat(client.callback(Map.of()).returned("error")).isEqualTo("access_denied");
    send("POST", "/citizens/" + AN + "/behaviour", "{\"decides\": \"approve\"}").isOk();
    assertThat(client.code()).isNotEmpty();
  }

  @Test
  void approvesWhatWaitsOnAPhone(EidMock mock) {
    mock.citizen(AN).ignoresNext();
    String id = client.askOnPhone(client.pushForm(AN)).isOk().text("auth_req_id");
    assertThat(get("/pushes").json().at("/pushes/0/auth_req_id").asText()).isEqualTo(id);
    assertThat(send("POST", "/pushes/" + id + "/approval", "{}").status()).isEqualTo(204);
    client.poll(id).isOk();
    send("POST", "/pushes/" + id + "/refusal", "{}").isProblem(404, "push_not_found", "waits");
  }

  @Test
  void endsSessionsAndMakesLogoutTokens() {
    String token = client.accessToken();
    assertThat(get("/citizens/" + AN + "/logout-token").isOk().text("logout_token")).contains(".");
    assertThat(send("DELETE", "/citizens/" + AN + "/sessions", "").status()).isEqualTo(204);
    client.userinfo(token).isUnauthorized("invalid_token", "");
    get("/citizens/" + AN + "/logout-token").isProblem(409, "conflict", "no session");
  }

  @Test
  void changesWhatTheClientIsToldOf(EidMock mock) {
    send("PUT", "/citizens/" + AN + "/tax-status", "{\"code\": \"03\", \"reason\": \"01\"}");
    send("POST", "/citizens/" + AN + "/behaviour", "{\"locked\": true, \"name\": \"Mới\"}").isOk();
    assertThat(get("/citizens/" + AN).json().path("locked").asBoolean()).isTrue();
    assertThat(mock.citizen(AN).name()).isEqualTo("Mới");
    send("POST", "/citizens/" + AN + "/behaviour", "{\"locked\": false}").isOk();
    assertThat(get("/citizens/" + AN).json().path("locked").asBoolean()).isFalse();
    assertThat(mock.state().events().waiting(mock.clientId())).hasSize(4);
  }

  @Test
  void signsAnEventOfAnyKind() {
    String event =
        send("POST", "/events", "{\"kind\": \"consent_ended\", \"about\": \"c-1\"}")
            .isOk()
            .text("event");
    assertThat(new Jwt(event).claims().path("events").has(EventKind.CONSENT_ENDED.type())).isTrue();
    send("POST", "/events", "{\"kind\": \"account_locked\", \"about\": \"nobody\"}")
        .isProblem(400, "invalid_request", "no citizen");
    send("POST", "/events", "{\"about\": \"c-1\"}")
        .isProblemWith("kind", "invalid_request", "is missing");
  }

  @Test
  void showsWhatWasAskedAndWhatWasRefused() {
    client.get("/userinfo", Map.of("X-Own", "1"));
    JsonNode requests = get("/requests?method=GET&path=/userinfo").isOk().json().path("requests");
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).at("/headers/x-own/0").asText()).isEqualTo("1");
    assertThat(requests.get(0).path("status").asInt()).isEqualTo(401);
    assertThat(get("/refusals").isOk().json().path("refusals")).hasSize(1);
    assertThat(get("/requests").json().path("requests")).hasSize(1);
  }

  @Test
  void setsTheLimitsOfTheRegisters() {
    send("PUT", "/limits", "{\"population_checks\": 0, \"tax_rows_per_second\": 1}").isOk();
    assertThat(get("/counts").isOk().json().path("rows_done").asInt()).isZero();
  }

  @Test
  void whatCannotBeUndoneHalfwayIsNotBegun(EidMock mock) {
    Instant before = mock.clock().instant();
    send("PUT", "/clock", "{\"time\": \"2030-01-01T00:00:00Z\", \"stands\": \"yes\"}")
        .isProblemWith("stands", "invalid_request", "true or false");
    assertThat(mock.clock().instant()).isBefore(before.plus(Duration.ofMinutes(1)));
    send("POST", "/citizens/" + AN + "/behaviour", "{\"dies\": true, \"next\": [\"approve\"]}")
        .isProblemWith("next", "invalid_request", "decline and ignore");
    assertThat(get("/citizens/" + AN).json().path("alive").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /faults | {} | fault | is missing",
        "POST | /faults | {\"fault\": \"NO_SUCH\"} | fault | the nearest one is",
        "POST | /faults | {\"fault\": 1} | fault | must be a text",
        "POST | /faults | {\"fault\": \"KEYS_HTML\", \"times\": 0} | times | from 1",
        "POST | /faults | {\"name\": \"KEYS_HTML\"} | name | known are fault, times, client, citizen, flow, path, lasting",
        "POST | /clock | {\"advance\": \"an hour\"} | advance | PT90S",
        "POST | /clock | {\"advance\": \"-PT1H\"} | advance | from nothing",
        "POST | /clock | {\"advance\": 3600} | advance | PT1H",
        "PUT | /clock | {} | The body | one of the members time and stands",
        "PUT | /clock | {\"time\": \"tomorrow\"} | time | 2026-03-01T08:00:00Z",
        "PUT | /clock | {} | The body | time and stands",
        "POST | /citizens | {\"name\": \"A\"} | birthDate | is missing",
        "POST | /citizens | {\"name\": \"A\", \"birthDate\": \"1990\", \"number\": \"001090000001\"} | number | 099",
        "POST | /citizens | {\"name\": \"A\", \"birthDate\": \"1985\", \"number\": \"099085000011\"} | number | another",
        "POST | /citizens | {\"name\": \"A\", \"birthDate\": \"1985\", \"nick\": \"B\"} | nick | known are number",
        "POST | /citizens | {\"name\": \"A\", \"birthDate\": \"1985\", \"nick-2\": \"B\"} | nick-2 | is not known",
        "POST | /citizens | {\"name\": \"A\", \"birthDate\": \"2399-01-01\"} | birthDate | is still to come",
        "POST | /citizens | {\"name\": \"A\", \"birthDate\": \"1985\", \"tax\": {\"status\": {\"code\": \"08\", \"reason\": \"03\"}}} | tax.status.code | 00 to 07",
        "POST | /citizens | {\"name\": \"A\", \"birthDate\": \"1985\", \"residence\": {\"formatted\": \"x\", \"provinceCode\": \"99\", \"communeCode\": \"00004\"}} | residence.provinceCode | no province",
        "POST | /citizens/099085000011/behaviour | {\"shares\": [\"x\"]} | shares | immunizations",
        "POST | /citizens/099085000011/behaviour | {\"dies\": false} | dies | reset",
        "PUT | /browser | {\"citizen\": \"099000000000\"} | citizen | nobody",
        "POST | /keys | {\"rotation\": \"now\"} | rotation | planned",
        "POST | /tax-cases/TX-1/decision | {\"decision\": \"yes\"} | decision | not_found",
        "PUT | /deliveries | {\"events\": \"ftp://x\"} | events | http",
        "PUT | /limits | {\"slow_batches\": \"P9999999D\"} | slow_batches | 100000 days",
        "POST | /reset | {\"all\": true} | all | is not known here"
      })
  void refusesWhatItDoesNotUnderstandAndNamesTheMember(
      String method, String path, String body, String field, String reason) {
    send(method, path, body).isProblemWith(field, "invalid_request", reason);
  }

  @Test
  void saysWhatIsWrongWithARequestAsAWhole() {
    send("POST", "/faults", "[1").isProblem(400, "invalid_request", "not a JSON object");
    send("PUT", "/clock", "{\"time\": \"1999-01-01T00:00:00Z\"}")
        .isProblem(400, "invalid_request", "2000 to 2099");
    send("PUT", "/client/keys", "{\"keys\": []}").isProblem(400, "invalid_request", "");
    send("POST", "/tax-cases/TX-1/decision", "{\"decision\": \"link\"}")
        .isProblem(409, "conflict", "no open case");
    send("POST", "/consents/x/revocation", "{}").isProblem(404, "consent_not_found", "lists all");
    get("/requests?since=1").isProblem(400, "invalid_request", "method, path, unmatched");
  }

  @Test
  void noPageInABrowserCanSendAStateChangingRequest(EidMock mock) {
    for (String simple : List.of("text/plain", "application/x-www-form-urlencoded")) {
      assertThat(send("POST", "/reset", "{}", Map.of("Content-Type", simple)).status())
          .isEqualTo(415);
    }
    for (Map<String, String> page :
        List.of(
            Map.of("Origin", "https://evil.example", "Content-Type", "application/json"),
            Map.of("Sec-Fetch-Site", "cross-site", "Content-Type", "application/json"))) {
      Answer answer = send("POST", "/faults", "{\"fault\": \"KEYS_EMPTY\"}", page);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text("detail")).contains("No page");
    }
    assertThat(mock.state().faults().isOn(Fault.KEYS_EMPTY)).isFalse();
  }

  @Test
  void anOpenDoorLetsOtherMachinesInAndStillNoPage() {
    Map<String, String> proxied = Map.of("X-Forwarded-For", "203.0.113.9");
    assertThat(client.get(AdminDoor.PATH, proxied).status()).isEqualTo(403);
    assertThat(client.get(AdminDoor.PATH, proxied).text("detail")).contains("--open-admin");
    try (EidMock open = EidMock.start(MockOptions.defaults().openAdminDoor())) {
      TestClient other = new TestClient(open);
      assertThat(other.get(AdminDoor.PATH, proxied).status()).isEqualTo(200);
      assertThat(other.get(AdminDoor.PATH, Map.of("Origin", "https://evil.example")).status())
          .isEqualTo(403);
    }
  }

  @Test
  void nobodysNumberStandsInARefusal(EidMock mock) {
    send("PUT", "/browser", "{\"citizen\": \"099000000000\"}");
    send(
        "POST",
        "/citizens",
        "{\"name\": \"A\", \"birthDate\": \"1985\", \"number\": \"" + AN + "\"}");
    get("/citizens/099000000000");
    assertThat(mock.refusals()).hasSize(3);
    assertThat(String.join("\n", mock.refusals()))
        .doesNotContain("099085")
        .doesNotContain("0990000");
  }
}

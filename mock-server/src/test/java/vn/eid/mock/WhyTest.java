package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhyTest {
  private static final Map<String, String> AS_JSON = Map.of("Accept", "application/json");
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

  private JsonNode why(Answer refused) {
    return client.get(path(refused.text("error_uri")), AS_JSON).isOk().json();
  }

  private static String path(String uri) {
    assertThat(uri).startsWith(mock.issuer() + "/why/");
    return uri.substring(mock.issuer().toString().length());
  }

  /** The outcomes of a check, rule by rule. */
  private static List<String> outcomes(JsonNode why, String check) {
    return StreamSupport.stream(rules(why, check).spliterator(), false)
        .map(rule -> rule.path("outcome").asText())
        .toList();
  }

  private static JsonNode rules(JsonNode why, String check) {
    for (JsonNode one : why.path("checks")) {
      if (one.path("name").asText().equals(check)) {
        return one.path("rules");
      }
    }
    throw new AssertionError("no check " + check + " in " + why);
  }

  private static JsonNode broken(JsonNode why) {
    for (JsonNode check : why.path("checks")) {
      for (JsonNode rule : check.path("rules")) {
        if (rule.path("outcome").asText().equals("broken")) {
          return rule;
        }
      }
    }
    throw new AssertionError("no broken rule in " + why);
  }

  @Test
  void aRefusedAssertionIsTakenApartRuleByRule() {
    Answer refused =
        client.push(client.loginForm(), client.assertion().claim("aud", mock.issuer() + "/token"));
    JsonNode why = why(refused);
    assertThat(outcomes(why, "assertion"))
        .startsWith("kept", "kept")
        .containsSubsequence("kept", "broken", "not_reached")
        .containsOnlyOnce("broken");
    JsonNode rule = broken(why);
    assertThat(rule.path("rule").asText()).isEqualTo("assertion.audience");
    assertThat(rule.path("expected").asText()).isEqualTo(mock.issuer().toString());
    assertThat(rule.path("actual").asText()).isEqualTo(mock.issuer() + "/token");
    assertThat(rule.path("specification").asText())
        .isEqualTo("FAPI 2.0 Security Profile, section 5.3.2.1");
    assertThat(rule.path("fix").asText()).startsWith("Set aud to the issuer");
    assertThat(why.toString()).contains("\\\"alg\\\" : \\\"ES256\\\"", client.id());
  }

  @Test
  void aRefusedProofShowsWhatItsAddressShouldBe() {
    JsonNode why =
        why(
            client.token(
                client.codeForm("no-code"),
                client.assertion(),
                client.proof("POST", "/token").claim("htu", "https://elsewhere.example/token")));
    assertThat(outcomes(why, "assertion")).containsOnly("kept");
    assertThat(broken(why).path("rule").asText()).isEqualTo("proof.url");
    assertThat(broken(why).path("expected").asText()).isEqualTo(mock.issuer() + "/token");
    assertThat(broken(why).path("actual").asText()).isEqualTo("https://elsewhere.example/token");
    assertThat(broken(why).path("specification").asText()).startsWith("RFC 9449");
  }

  @Test
  void aRefusedPushedRequestNamesItsRule() {
    Map<String, String> form = client.loginForm();
    form.put("code_challenge_method", "plain");
    assertThat(broken(why(client.push(form))).path("rule").asText()).isEqualTo("pushed.method");
  }

  @Test
  void aRefusedCodeNamesItsRule() {
    Map<String, String> form = client.codeForm(client.code());
    form.put("code_verifier", "another-code-verifier-of-forty-three-characters");
    JsonNode why = why(client.token(form));
    assertThat(broken(why).path("rule").asText()).isEqualTo("code.verifier");
    assertThat(broken(why).path("specification").asText()).isEqualTo("RFC 7636, section 4.6");
  }

  @Test
  void aProofThatIsRefusedBesideATokenIsTheOneMistake() {
    String token = client.accessToken();
    Answer refused = client.userinfo(token, client.proof("POST", "/userinfo", token));
    JsonNode why = client.get(path(refused.text("why")), AS_JSON).isOk().json();
    assertThat(outcomes(why, "proof")).contains("broken");
    assertThat(outcomes(why, "token")).contains("kept", "not_reached").doesNotContain("broken");
  }

  @Test
  void everyOtherRefusalShowsAtLeastTheOneRule() {
    Answer refused = client.token(Map.of("grant_type", "password"));
    JsonNode why = why(refused);
    assertThat(broken(why).path("title").asText()).isEqualTo(refused.text("error_description"));
    assertThat(broken(why).path("specification").asText()).isEqualTo("RFC 6749, section 5.2");
  }

  @Test
  void aPersonReadsItInTwoLanguages() {
    String path = path(client.push(Map.of("response_type", "token")).text("error_uri"));
    Answer english = client.get(path + "?lang=en", Map.of()).isOk();
    assertThat(english.header("Content-Type")).startsWith("text/html");
    assertThat(english.body())
        .contains("Why this request was refused", "Broken:", "Not reached:", "ask for code.");
    assertThat(english.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(client.get(path + "?lang=vi", Map.of()).body())
        .contains("Vì sao yêu cầu này bị từ chối", "Vi phạm:", "Chưa xét:");
  }

  @Test
  void aPageThatRefusesLeadsThere() {
    String body = client.get("/authorize?client_id=" + client.id() + "&lang=en", Map.of()).body();
    assertThat(body).contains("rule by rule", "/why/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "a/b/../c", "./x", "trace:1", "-"})
  void aTraceThatTheCallerChoseMayHoldWhatAPathMayNot(String trace) {
    Answer refused = client.get("/tokens", Map.of("X-Request-Id", trace));
    assertThat(refused.header("X-Request-Id")).isEqualTo(trace);
    assertThat(client.get(path(refused.text("why")), AS_JSON).isOk().text("trace_id"))
        .isEqualTo(trace);
  }

  @Test
  void aTraceThatIsACitizenNumberIsNotTakenOver() {
    Answer refused = client.get("/tokens", Map.of("X-Request-Id", "099085000011"));
    assertThat(refused.header("X-Request-Id")).isNotEqualTo("099085000011");
  }

  @Test
  void theLastThousandAreKeptAndAnUnknownTraceIsAPage() {
    Answer first = client.get("/nowhere", Map.of());
    for (int i = 0; i < 1000; i++) {
      client.get("/nowhere", Map.of());
    }
    assertThat(client.get(path(first.text("why")), AS_JSON).status()).isEqualTo(404);
    assertThat(mock.state().history().refused()).hasSize(1000);
    assertThat(client.get("/why/..%2F..%2Fetc%2Fpasswd", Map.of()).status()).isEqualTo(400);
  }

  @Test
  void scriptInEveryFieldIsShownAsText() {
    String script = "<script>alert(1)</script>'\"><img src=x onerror=alert(1)>";
    Map<String, String> form = client.loginForm();
    for (String name : List.of("response_type", "redirect_uri", "scope", "state", script)) {
      form.put(name, script);
    }
    Answer refused =
        client.post(
            "/par",
            client.authenticated(form, client.assertion().claim(script, script)),
            Map.of("User-Agent", script, "X-Request-Id", script, "Accept-Language", script));
    String path = path(refused.text("error_uri"));
    assertThat(client.get(path, Map.of()).isOk().body()).doesNotContain("<script", "<img");
    String last = "/inspector/" + mock.state().history().steps().size();
    assertThat(client.get("/inspector?path=" + "%3Cscript%3E", Map.of()).body())
        .doesNotContain("<script>");
    assertThat(client.get(last, Map.of()).body()).doesNotContain("<script>", "<img");
  }

  @Test
  void anAttackersPageCannotReadIt() {
    String path = path(client.push(Map.of("response_type", "token")).text("error_uri"));
    for (String page : List.of(path, "/inspector", "/inspector/live.js", "/%69nspector")) {
      for (String site : List.of("cross-site", "same-site")) {
        assertThat(client.get(page, Map.of("Sec-Fetch-Site", site)).status()).isEqualTo(403);
      }
      assertThat(client.get(page, Map.of("Origin", "https://evil.example")).status())
          .isEqualTo(403);
      assertThat(client.get(page, Map.of("X-Forwarded-For", "203.0.113.9")).status())
          .isEqualTo(403);
      for (String own : List.of("none", "same-origin")) {
        assertThat(client.get(page, Map.of("Sec-Fetch-Site", own)).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aProofThatIsRefusedAtThePushIsTheOneMistake() {
    Map<String, String> form = client.authenticated(client.loginForm(), client.assertion());
    String proof = client.proof("POST", "/par").without("nonce").sign();
    JsonNode why = why(client.post("/par", form, Map.of("DPoP", proof)));
    assertThat(broken(why).path("rule").asText()).isEqualTo("proof.nonce");
    assertThat(outcomes(why, "pushed")).contains("kept", "not_reached").doesNotContain("broken");
  }

  @Test
  void theMostCommonMistakesAreCalledByTheirName() {
    says(client.push(client.loginForm(), client.assertion().claim("exp", client.now() * 1000)))
        .contains("exp in milliseconds; give seconds");
    says(client.push(without("dpop_jkt")))
        .contains("dpop_jkt is missing; send it, or a DPoP proof");
    says(client.push(without("code_challenge_method")))
        .contains("code_challenge_method is missing", "send S256");
    Map<String, String> profile = client.loginForm();
    profile.put("scope", "openid profile");
    says(client.push(profile)).contains("'profile' is not known", "by the parameter claims");
    says(client.push(client.loginForm(), client.assertion().header("kid", "of-yesterday")))
        .contains("fetch the client again from /__admin/eid/client");
  }

  private Map<String, String> without(String parameter) {
    Map<String, String> form = client.loginForm();
    form.remove(parameter);
    return form;
  }

  private static AbstractStringAssert<?> says(Answer refused) {
    assertThat(refused.status()).isBetween(400, 401);
    return assertThat(refused.text("error_description"));
  }

  @Test
  void whoReadsVietnameseIsToldInVietnamese() {
    String rule = path(client.push(Map.of("response_type", "token")).text("error_uri"));
    assertThat(client.get(rule + "?lang=vi", Map.of()).body())
        .contains("<p class=\"alert\">Quy tắc bị vi phạm: response_type là code.</p>");
    String page = client.get("/authorize?client_id=" + client.id() + "&lang=vi", Map.of()).body();
    assertThat(page).contains("Cách sửa", "Hãy gửi các tham số đến endpoint PAR trước");
    String why = "/why/" + page.replaceAll("(?s).*/why/([^?]*)\\?.*", "$1") + "?lang=vi";
    assertThat(client.get(why, Map.of()).isOk().body())
        .contains("<p class=\"alert\">Ứng dụng phải gửi yêu cầu", "Cách sửa");
  }
}

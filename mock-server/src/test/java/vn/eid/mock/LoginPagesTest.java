package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginPagesTest {
  private static final Pattern LOGIN = Pattern.compile("name=\"login\" value=\"([^\"]+)\"");
  private static EidMock mock;

  private TestClient client;

  @BeforeAll
  static void startServer() {
    mock =
        EidMock.start(
            MockOptions.defaults()
                .interactive(true)
                .redirectUri(TestClient.CALLBACK)
                .clientName("Clinic <script>alert(1)</script> & \"Sons\""));
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

  private Answer open(Map<String, String> headers) {
    Map<String, String> form = client.loginForm();
    form.put("claims", "{\"id_token\":{\"name\":null},\"userinfo\":{\"citizen_id\":null}}");
    String requestUri = client.push(form).isOk().text("request_uri");
    return shown(
        client.get("/authorize?" + TestClient.encoded(client.authorizeQuery(requestUri)), headers));
  }

  /** The page to which the browser is sent. */
  private Answer shown(Answer redirect) {
    if (redirect.status() != 303) {
      return redirect;
    }
    String target = redirect.header("Location");
    assertThat(target).startsWith(mock.issuer() + "/login/");
    return client.get(target.substring(mock.issuer().toString().length()), Map.of());
  }

  private Answer choose(Answer page, String citizen) {
    return shown(
        client.post("/login/choose", Map.of("login", login(page), "citizen", citizen), Map.of()));
  }

  private Answer decide(Answer page, String decision) {
    return client.post(
        "/login/decide", Map.of("login", login(page), "decision", decision), Map.of());
  }

  private static String login(Answer page) {
    Matcher matcher = LOGIN.matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1);
  }

  @Test
  void listsEverybodyWithAMaskedNumberAndTheReasonWhyTheyAreThere() {
    String page = open(Map.of("Accept-Language", "en")).body();
    for (MockCitizen citizen : mock.citizens()) {
      assertThat(page).contains("value=\"" + citizen.number() + "\"").contains(citizen.name());
    }
    assertThat(page).contains("099 ••• ••• 011");
    assertThat(page).contains("Mock server: synthetic people, not the national system");
  }

  @Test
  void escapesWhatTheApplicationIsCalled() {
    Answer first = open(Map.of());
    String approve = choose(first, "099085000011").body();
    assertThat(first.body() + approve)
        .contains("Clinic &lt;script&gt;alert(1)&lt;/script&gt; &amp;")
        .doesNotContain("<script");
  }

  @Test
  void aPersonWhoApprovesGoesBackWithACode() {
    Answer back = decide(choose(open(Map.of()), "099192000022"), "approve");
    assertThat(back.status()).isEqualTo(303);
    Answer tokens = client.token(client.codeForm(back.returned("code"))).isOk();
    assertThat(client.userinfo(tokens.text("access_token")).text("name"))
        .isEqualTo("Trần Thị Bình");
  }

  @Test
  void aPersonWhoDeclinesGoesBackWithoutOne() {
    Answer back = decide(choose(open(Map.of()), "099192000022"), "decline");
    assertThat(back.returned("error")).isEqualTo("access_denied");
    assertThat(back.returned("iss")).isEqualTo(mock.issuer().toString());
  }

  @Test
  void aLockedAccountCanOnlyReturn() {
    Answer page = choose(open(Map.of("Accept-Language", "vi")), "099082000101");
    assertThat(page.body()).contains("Tài khoản này đang bị khóa").doesNotContain("approve");
    assertThat(decide(page, "return").returned("error")).isEqualTo("account_locked");
  }

  @Test
  void aLockedAccountCannotApproveByASentFormEither() {
    Answer page = choose(open(Map.of()), "099082000101");
    assertThat(decide(page, "approve").returned("error")).isEqualTo("account_locked");
  }

  @Test
  void theApprovePageNamesWhatIsShared() {
    Answer first = open(Map.of("Accept-Language", "en"));
    String page =
        shown(
                client.post(
                    "/login/choose",
                    Map.of("login", login(first), "citizen", "099085000011", "lang", "en"),
                    Map.of()))
            .body();
    assertThat(page).contains("Full name").contains("Personal identification number");
    assertThat(page).doesNotContain("Date of birth");
  }

  @Test
  void theApprovePageNamesWhatTheApplicationMayDoLater() {
    Map<String, String> form = client.loginForm();
    form.put("scope", "openid offline_access sandbox");
    form.put("prompt", "consent");
    form.put("ui_locales", "vi");
    Answer list = shown(client.authorize(client.push(form).isOk().text("request_uri")));
    assertThat(choose(list, "099085000011").body())
        .contains("Quyền duy trì đăng nhập", "Quyền gọi dịch vụ thử nghiệm");
  }

  @Test
  void aPageMayBeLoadedAgainAndShownInTheOtherLanguage() {
    Answer page = choose(open(Map.of("Accept-Language", "vi")), "099085000011");
    assertThat(page.body()).contains("Chia sẻ danh tính").contains("href=\"?lang=en\"");
    Answer other = client.get("/login/" + login(page) + "?lang=en", Map.of());
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.body()).contains("Full name").contains("href=\"?lang=vi\"");
    client.get("/login/no-such-login", Map.of()).isErrorPage("finished or too old");
  }

  @Test
  void aFormThatIsSentTwiceIsAnsweredOnce() {
    Answer page = choose(open(Map.of()), "099085000011");
    assertThat(decide(page, "approve").status()).isEqualTo(303);
    decide(page, "approve").isErrorPage("finished or too old");
  }

  @Test
  void twoPagesOfOneLoginGiveOneCode() {
    Answer list = open(Map.of());
    Answer one = choose(list, "099085000011");
    Answer other = choose(list, "099192000022");
    assertThat(decide(one, "approve").status()).isEqualTo(303);
    decide(other, "approve").isErrorPage("finished or too old");
  }

  @Test
  void aFinishedLoginCannotBeOpenedAgain() {
    String requestUri = client.push(client.loginForm()).isOk().text("request_uri");
    Answer list = shown(client.authorize(requestUri));
    assertThat(shown(client.authorize(requestUri)).status()).isEqualTo(200);
    assertThat(decide(choose(list, "099085000011"), "approve").status()).isEqualTo(303);
    client.authorize(requestUri).isErrorPage("used already");
  }

  @Test
  void aPersonMayTakeLongerThanTheRequestUriLives() {
    Answer page = choose(open(Map.of()), "099085000011");
    mock.advance(Duration.ofMinutes(9));
    assertThat(decide(page, "approve").returned("code")).isNotEmpty();
  }

  @Test
  void aPageDoesNotLiveForever() {
    Answer page = choose(open(Map.of()), "099085000011");
    mock.advance(Duration.ofMinutes(10));
    decide(page, "approve").isErrorPage("finished or too old");
  }

  @Test
  void refusesFormsThatNoPageMade() {
    Answer list = open(Map.of());
    choose(list, "123").isErrorPage("no such citizen");
    decide(list, "approve").isErrorPage("finished or too old");
    decide(choose(list, "099085000011"), "perhaps").isErrorPage("no such decision");
    client.post("/login/decide", Map.of("decision", "approve"), Map.of()).isErrorPage("login");
  }

  @Test
  void everyPageProtectsItself() {
    Answer list = open(Map.of());
    for (Answer page : List.of(list, choose(list, "099085000011"), open(Map.of()))) {
      assertThat(page.header("Content-Security-Policy"))
          .startsWith("default-src 'none'; img-src data:; style-src 'nonce-")
          .contains("frame-ancestors 'none'")
          .doesNotContain("form-action");
      assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(page.header("Cache-Control")).isEqualTo("no-store");
      assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
    }
  }

  @Test
  void theStyleSheetIsTheOneThatThePolicyAllows() {
    Answer page = open(Map.of());
    Matcher nonce = Pattern.compile("<style nonce=\"([^\"]+)\"").matcher(page.body());
    assertThat(nonce.find()).isTrue();
    assertThat(page.header("Content-Security-Policy")).contains("'nonce-" + nonce.group(1) + "'");
    assertThat(open(Map.of()).body()).doesNotContain(nonce.group(1));
  }

  @ParameterizedTest
  @CsvSource({
    "'', vi, Đăng nhập bằng định danh điện tử",
    "'en-GB,en;q=0.9,vi;q=0.5', en, Sign in with your electronic identity",
    "'fr,vi;q=0.5', vi, Đăng nhập bằng định danh điện tử",
    "';;;', vi, Đăng nhập bằng định danh điện tử"
  })
  void speaksTheLanguageThatTheBrowserAccepts(String accepted, String tag, String title) {
    String page = open(accepted.isEmpty() ? Map.of() : Map.of("Accept-Language", accepted)).body();
    assertThat(page).contains("<html lang=\"" + tag + "\">").contains("<h1>" + title + "</h1>");
  }

  @Test
  void theApplicationMayNameTheLanguage() {
    Map<String, String> form = client.loginForm();
    form.put("ui_locales", "fr en vi");
    Answer page = shown(client.authorize(client.push(form).text("request_uri")));
    assertThat(page.body()).contains("<html lang=\"en\">");
  }

  @Test
  void anErrorPageSpeaksTheReadersLanguage() {
    assertThat(client.get("/authorize?client_id=x&lang=en", Map.of()).body())
        .contains("This page cannot go on")
        .contains("The application must push its request first");
    assertThat(client.get("/authorize?lang=vi&lang=en", Map.of()).body())
        .contains("Không mở được trang này");
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogoutPagesTest {
  private static final String SIGNED_OUT = "https://app.example/signed-out";
  private static EidMock mock;

  private TestClient client;
  private Answer login;

  @BeforeAll
  static void startServer() {
    mock = EidMock.start(MockOptions.defaults().interactive(true).clientName("Clinic <b>"));
  }

  @AfterAll
  static void stopServer() {
    mock.close();
  }

  @BeforeEach
  void logIn() {
    mock.reset();
    client = new TestClient(mock);
    String request = client.askOnPhone(client.pushForm("099085000011")).isOk().text("auth_req_id");
    mock.citizen("099085000011").approvePush(request);
    login = client.poll(request).isOk();
  }

  /** The address of the page that asks. */
  private String page() {
    Map<String, String> query =
        Map.of("id_token_hint", login.text("id_token"), "post_logout_redirect_uri", SIGNED_OUT);
    Answer redirect = client.get("/logout?lang=en&" + TestClient.encoded(query), Map.of());
    assertThat(redirect.status()).isEqualTo(303);
    assertThat(redirect.header("Location")).startsWith(mock.issuer() + "/logout/");
    return redirect.header("Location").substring(mock.issuer().toString().length());
  }

  private Answer decide(String page, String decision) {
    return client.post(
        page.split("\\?", 2)[0], Map.of("decision", decision, "lang", "en"), Map.of());
  }

  @Test
  void asksBeforeItEndsTheSession() {
    Answer answer = client.get(page(), Map.of());
    assertThat(answer.body())
        .contains("Sign out?", "Clinic &lt;b&gt; wants to end your session", "Stay signed in")
        .contains("href=\"?lang=vi\"")
        .doesNotContain("<script", "<b>");
    client.userinfo(login.text("access_token")).isOk();
  }

  @Test
  void aPersonWhoLeavesGoesBackToTheApplication() {
    Answer back = decide(page(), "leave");
    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Location")).isEqualTo(SIGNED_OUT);
    client
        .userinfo(login.text("access_token"))
        .isUnauthorized("invalid_token", "its session is over");
  }

  @Test
  void aPersonWhoStaysIsStillLoggedIn() {
    Answer answer = decide(page(), "stay");
    assertThat(answer.isOk().body()).contains("You are still signed in");
    assertThat(answer.header("Location")).isEmpty();
    client.userinfo(login.text("access_token")).isOk();
  }

  @Test
  void aFormThatIsSentTwiceIsAnsweredOnce() {
    String page = page();
    decide(page, "leave").isOk();
    decide(page, "leave").isErrorPage("finished or too old");
    client.get(page, Map.of()).isErrorPage("This sign-out is finished");
  }

  @Test
  void aPageDoesNotLiveForever() {
    String page = page();
    mock.advance(Duration.ofMinutes(10));
    decide(page, "leave").isErrorPage("finished or too old");
  }

  @Test
  void nobodyIsAskedAboutASessionThatIsOver() {
    mock.endSessionsOf(mock.citizen("099085000011"));
    Answer answer = client.get("/logout?lang=vi&id_token_hint=" + login.text("id_token"), Map.of());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("Bạn đã đăng xuất");
  }
}

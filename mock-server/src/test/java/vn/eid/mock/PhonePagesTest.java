package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhonePagesTest {
  private static final String AN = "099085000011";
  private static EidMock mock;

  private TestClient client;
  private String request;
  private String page;

  @BeforeAll
  static void startServer() {
    mock =
        EidMock.start(
            MockOptions.defaults()
                .interactive(true)
                .redirectUri(TestClient.CALLBACK)
                .clientName("Clinic <script> & \"Sons\""));
  }

  @AfterAll
  static void stopServer() {
    mock.close();
  }

  @BeforeEach
  void ask() {
    mock.reset();
    client = new TestClient(mock);
    Map<String, String> form = client.pushForm(AN);
    form.put("binding_message", "Quầy <3> & 4711");
    form.put("scope", "openid offline_access sandbox");
    form.put("claims", "{\"id_token\":{\"name\":null},\"userinfo\":{\"citizen_id\":null}}");
    Answer answer = client.askOnPhone(form).isOk();
    request = answer.text("auth_req_id");
    page = answer.text("app_link").substring(mock.issuer().toString().length());
  }

  private Answer open(String path) {
    return client.get(path, Map.of());
  }

  private Answer decide(String decision) {
    return client.post(page, Map.of("decision", decision, "lang", "en"), Map.of());
  }

  @Test
  void nothingIsDecidedUntilThePersonDoes() {
    client.poll(request).isRefused(400, "authorization_pending", "not decided yet");
  }

  @Test
  void showsWhoAsksWhatForAndTheMessageToCompare() {
    Answer answer = open(page + "?lang=vi");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<html lang=\"vi\">", "Xác nhận đăng nhập?", "Xin chào Nguyễn Văn An.")
        .contains("Clinic &lt;script&gt; &amp;", "muốn biết bạn là ai")
        .contains("<p class=\"binding\">Quầy &lt;3&gt; &amp; 4711</p>")
        .contains("Họ, chữ đệm và tên", "Số định danh cá nhân", "Quyền duy trì đăng nhập")
        .contains("Quyền gọi dịch vụ thử nghiệm", "Chỉ đồng ý nếu chính bạn", "href=\"?lang=en\"")
        .doesNotContain("<script", AN, request);
    assertThat(open(page + "?lang=en").body())
        .contains("Confirm this sign-in?", "Hello Nguyễn Văn An.", "Full name", "Decline")
        .contains("Permission to keep you signed in", "Permission to call the sandbox");
  }

  @Test
  void aPersonWhoApprovesIsLoggedInElsewhere() {
    assertThat(decide("approve").isOk().body()).contains("You approved");
    assertThat(client.poll(request).isOk().json().has("refresh_token")).isTrue();
  }

  @Test
  void aPersonWhoDeclinesIsNot() {
    assertThat(decide("decline").isOk().body()).contains("You declined");
    client.poll(request).isRefused(400, "access_denied", "declined");
  }

  @Test
  void onlyTheOneButtonApproves() {
    assertThat(decide("perhaps").isOk().body()).contains("You declined");
    client.poll(request).isRefused(400, "access_denied", "declined");
  }

  @Test
  void theFirstAnswerCounts() {
    decide("decline").isOk();
    Answer again = decide("approve");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("was answered already, or has expired");
    client.poll(request).isRefused(400, "access_denied", "declined");
    assertThat(open(page + "?lang=en").body()).contains("This request is closed");
  }

  @Test
  void aRequestThatHasExpiredCannotBeApproved() {
    mock.advance(Duration.ofMinutes(2));
    assertThat(decide("approve").status()).isEqualTo(409);
    client.poll(request).isRefused(400, "expired_token", "in time");
  }

  @Test
  void aLinkThatNobodySentLeadsNowhere() {
    assertThat(open("/phone/unknown?lang=en").status()).isEqualTo(404);
    assertThat(open("/phone/unknown?lang=en").body()).contains("There is no such request");
    Answer answer = client.post("/phone/unknown", Map.of("decision", "approve"), Map.of());
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void theRequestsNameIsNotItsLink() {
    assertThat(open("/phone/" + request).status()).isEqualTo(404);
    client.poll(page.substring("/phone/".length())).isRefused(400, "invalid_grant", "unknown");
  }

  @Test
  void aLockedAccountIsAskedNothing() {
    Answer answer = client.askOnPhone(client.pushForm("099082000101")).isOk();
    String link = answer.text("app_link").substring(mock.issuer().toString().length());
    assertThat(open(link + "?lang=en").body()).contains("This request is closed");
    client.poll(answer.text("auth_req_id")).isRefused(400, "account_locked", "locked");
  }

  @Test
  void thePhoneListsWhatWaits() {
    Answer list = open("/phone?lang=en");
    assertThat(list.body())
        .contains("Notifications on the phone", "For Nguyễn Văn An", "Quầy &lt;3&gt; &amp; 4711")
        .contains("href=\"" + page + "?lang=en\"")
        .doesNotContain(request, AN);
    decide("approve").isOk();
    assertThat(open("/phone?lang=en").body()).contains("Nothing is waiting.");
    assertThat(open("/phone?lang=vi").body()).contains("Không có yêu cầu nào đang chờ.");
  }

  @Test
  void everyPageProtectsItselfAndNeedsNoScript() {
    for (Answer answer : new Answer[] {open("/phone"), open(page), decide("approve")}) {
      assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.body())
          .contains("<main class=\"phone\">")
          .contains("width=device-width")
          .doesNotContain("<script", "onclick", "http://", "https://");
      client = new TestClient(mock);
    }
  }
}

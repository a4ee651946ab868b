package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.mock.state.DataSet;

class ConsentPageTest {
  private static final String ORDINARY = RecipientTest.ORDINARY;

  private static EidMock mock;

  private Recipient recipient;

  @BeforeAll
  static void startServer() {
    mock =
        EidMock.start(
            MockOptions.defaults()
                .interactive(true)
                .clientName("Clinic <b>Test</b>")
                .redirectUri(TestClient.CALLBACK)
                .redirectUri("https://app.example/return?from=consent"));
  }

  @AfterAll
  static void stopServer() {
    mock.close();
  }

  @BeforeEach
  void start() {
    mock.reset();
    recipient = new Recipient(mock);
  }

  private static String page(Answer request) {
    return URI.create(request.isOk().text("approval_uri")).getPath();
  }

  private Answer open(String page, String language) {
    return recipient.client.get(page, Map.of("Accept-Language", language));
  }

  private Answer decide(String page, String decision) {
    return recipient.client.post(page, Map.of("decision", decision, "lang", "en"), Map.of());
  }

  @Test
  void nobodyDecidesBeforeThePageIsUsed() {
    Answer request = recipient.request(terms(ORDINARY, "identity"));
    assertThat(recipient.read(request.text("consent_id")).text("state")).isEqualTo("requested");
  }

  @Test
  void showsWhatIsAskedForInVietnamese() {
    Map<String, Object> terms = terms(ORDINARY, "patient_summary", "residence");
    terms.put("period", Map.of("from", "2020-01-01", "to", "2026-11-22"));
    terms.put("uses", 1);
    Answer answer = open(page(recipient.request(terms)), "vi");
    assertThat(answer.isOk().body())
        .contains("lang=\"vi\"", "Tóm tắt hồ sơ sức khỏe", "Nơi cư trú", "Khám bệnh")
        .contains("01/01/2020 đến 22/11/2026", "Một lần", "rút lại", "Đồng ý", "Từ chối")
        .contains("name=\"viewport\"")
        .doesNotContain("<script", ORDINARY);
  }

  @Test
  void showsWhatIsAskedForInEnglishBesideTheVietnameseNotice() {
    String page = page(recipient.request(terms(ORDINARY, "patient_summary")));
    assertThat(open(page + "?lang=en", "vi").body()).contains("Health summary", "Treatment");
    assertThat(open(page, "en-GB,en;q=0.9").isOk().body())
        .contains("Health summary", "As often as needed", "All time", "You decide freely")
        .contains("Bạn tự nguyện quyết định");
  }

  @Test
  void escapesWhatOthersWrote() {
    Map<String, Object> terms = terms(ORDINARY, "identity");
    String evil = "\"><script>alert(1)</script>";
    terms.put("purpose", Map.of("code", "A", "text", Map.of("vi", evil, "en", evil)));
    assertThat(open(page(recipient.request(terms)), "en").isOk().body())
        .contains("&lt;script", "Clinic &lt;b")
        .doesNotContain("<script", "<b>Test");
  }

  @Test
  void approvingGoesBackWithTheIdOnly() {
    Map<String, Object> terms = terms(ORDINARY, "identity");
    terms.put("return_uri", TestClient.CALLBACK);
    Answer request = recipient.request(terms);
    Answer answer = decide(page(request), "approve_all");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.location())
        .isEqualTo(URI.create(TestClient.CALLBACK + "?consent_id=" + request.text("consent_id")));
    assertThat(recipient.read(request.text("consent_id")).text("state")).isEqualTo("active");
  }

  @Test
  void theWayBackKeepsItsOwnQuery() {
    Map<String, Object> terms = terms(ORDINARY, "identity");
    terms.put("return_uri", "https://app.example/return?from=consent");
    Answer answer = decide(page(recipient.request(terms)), "decline");
    assertThat(answer.header("Location"))
        .startsWith("https://app.example/return?from=consent&consent_id=");
  }

  @Test
  void decliningWithoutAReturnAddressEndsOnAPage() {
    Answer request = recipient.request(terms(ORDINARY, "identity"));
    Answer answer = decide(page(request), "decline");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("You declined", "may close this page");
    assertThat(recipient.read(request.text("consent_id")).text("cause")).isEqualTo("denied");
  }

  private Answer tick(String page, String... dataSets) {
    StringBuilder form = new StringBuilder("decision=approve&lang=en");
    for (String dataSet : dataSets) {
      form.append("&data_set=").append(dataSet);
    }
    return TestClient.send(
        HttpRequest.newBuilder(URI.create(mock.issuer() + page))
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())),
        Map.of("Content-Type", "application/x-www-form-urlencoded"));
  }

  private JsonNode granted(Answer request) {
    String receipt = recipient.read(request.text("consent_id")).isOk().text("receipt");
    return new Jwt(receipt).claims().path("data_sets");
  }

  @Test
  void offersATickForEachDataSetAndTicksNone() {
    Answer request = recipient.request(terms(ORDINARY, "patient_summary", "identity"));
    assertThat(open(page(request), "en").body())
        .contains("<fieldset", "<legend>", "name=\"data_set\" value=\"patient_summary\"")
        .contains("name=\"data_set\" value=\"identity\"", "Sensitive personal data by law")
        .contains("Basic personal data", "Nguyễn Văn An", "Approve all", "Approve what is ticked")
        .doesNotContain("checked", "value=\"residence\"", "role=\"alert\"");
  }

  @Test
  void whatIsTickedIsApproved() {
    Answer request = recipient.request(terms(ORDINARY, "patient_summary", "identity", "residence"));
    tick(page(request), "residence", "patient_summary").isOk();
    assertThat(granted(request))
        .extracting(JsonNode::asText)
        .containsExactly("patient_summary", "residence");
  }

  @Test
  void oneButtonApprovesAll() {
    Answer request = recipient.request(terms(ORDINARY, "patient_summary", "identity"));
    assertThat(decide(page(request), "approve_all").isOk().body()).contains("You approved");
    assertThat(granted(request)).hasSize(2);
  }

  @Test
  void nobodyApprovesWithoutATick() {
    Answer request = recipient.request(terms(ORDINARY, "identity", "residence"));
    for (Answer answer :
        List.of(
            tick(page(request)), tick(page(request), "immunizations"), tick(page(request), ""))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .contains("role=\"alert\"", "You have ticked nothing.", "name=\"data_set\"");
    }
    assertThat(recipient.read(request.text("consent_id")).text("state")).isEqualTo("requested");
    tick(page(request), "identity").isOk();
    assertThat(tick(page(request)).status()).isEqualTo(409);
  }

  @Test
  void whatWasNotAskedForCannotBeTicked() {
    Answer request = recipient.request(terms(ORDINARY, "identity"));
    tick(page(request), "identity", "residence").isOk();
    assertThat(granted(request)).extracting(JsonNode::asText).containsExactly("identity");
  }

  @Test
  void theCitizensShorterTimeCountsOnThePageToo() {
    mock.citizen(ORDINARY).grantsAtMost(Duration.ofMinutes(5));
    Answer request = recipient.request(terms(ORDINARY, "identity"));
    decide(page(request), "approve_all").isOk();
    mock.advance(Duration.ofMinutes(5));
    assertThat(recipient.read(request.text("consent_id")).text("cause")).isEqualTo("expired");
  }

  private static Map<String, Object> handled() {
    Map<String, Object> terms = terms(ORDINARY, "identity");
    terms.put(
        "recipients",
        List.of(Map.of("code", "LAB", "name", Map.of("vi", "Xét nghiệm", "en", "Laboratory"))));
    terms.put("cross_border", true);
    terms.put("retention", 63_072_000);
    terms.put(
        "notice",
        Map.of("version", "7", "text", Map.of("vi", "Thông báo của bên nhận", "en", "Our notice")));
    return terms;
  }

  @Test
  void showsWhatTheRecipientDoesWithTheData() {
    String page = page(recipient.request(handled()));
    assertThat(open(page, "en").body())
        .contains("Laboratory", "2 years", "Yes, it is sent abroad", "Our notice")
        .doesNotContain("You decide freely");
    assertThat(open(page, "vi").body())
        .contains("Xét nghiệm", "2 năm", "Có, dữ liệu được chuyển ra khỏi Việt Nam")
        .contains("Thông báo của bên nhận")
        .doesNotContain("Our notice", "Bạn tự nguyện");
    assertThat(open(page(recipient.request(terms(ORDINARY, "identity"))), "en").body())
        .contains("Nobody else", "The recipient does not say", "<dd>No</dd>");
  }

  @Test
  void theEnglishPageHasTheEnglishNoticeFirst() {
    String body = open(page(recipient.request(handled())), "en").body();
    assertThat(body.indexOf("Our notice"))
        .isPositive()
        .isLessThan(body.indexOf("The Vietnamese text is the binding one"));
    assertThat(body.indexOf("The Vietnamese text is the binding one"))
        .isLessThan(body.indexOf("Thông báo của bên nhận"));
    assertThat(body).contains("lang=\"vi\">Thông báo");
  }

  @Test
  void everyDataSetIsDescribedInBothLanguages() {
    for (DataSet dataSet : DataSet.values()) {
      String page = page(recipient.request(terms(ORDINARY, dataSet.code())));
      assertThat(open(page, "vi").isOk().body()).contains(dataSet.title().vi());
      assertThat(open(page, "en").isOk().body()).contains(dataSet.title().en());
    }
  }

  @Test
  void anOpenRequestStandsOnThePhone() {
    Answer request = recipient.request(terms(ORDINARY, "identity"));
    assertThat(open("/phone?lang=en", "en").body())
        .contains("href=\"" + page(request) + "?lang=en\"", "For Nguyễn Văn An", "Share your")
        .doesNotContain(request.text("consent_id"));
    decide(page(request), "decline").isOk();
    assertThat(open("/phone?lang=en", "en").body()).contains("Nothing is waiting.");
  }

  @Test
  void anythingButTheApproveButtonsDeclines() {
    Answer request = recipient.request(terms(ORDINARY, "identity"));
    decide(page(request), "APPROVE");
    assertThat(recipient.read(request.text("consent_id")).text("cause")).isEqualTo("denied");
  }

  @Test
  void aSecondDecisionChangesNothingAndSaysSo() {
    Answer request = recipient.request(terms(ORDINARY, "identity"));
    decide(page(request), "approve_all").isOk();
    Answer again = decide(page(request), "decline");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("You approved this request");
    assertThat(open(page(request), "en").isOk().body())
        .contains("You approved this request")
        .doesNotContain("<form");
    assertThat(recipient.read(request.text("consent_id")).text("state")).isEqualTo("active");
  }

  @Test
  void anExpiredRequestSaysSo() {
    Answer request = recipient.request(terms(ORDINARY, "identity"));
    mock.advance(Duration.ofMinutes(10));
    assertThat(open(page(request), "en").body()).contains("This request has expired");
    assertThat(decide(page(request), "approve_all").status()).isEqualTo(409);
  }

  @Test
  void anUnknownLinkSaysSo() {
    Answer request = recipient.request(terms(ORDINARY, "identity"));
    String guessed = "/consent/" + request.text("consent_id");
    assertThat(open(guessed, "en").status()).isEqualTo(404);
    assertThat(decide(guessed, "approve_all").body()).contains("There is no such request");
  }

  @Test
  void aLockedAccountCannotDecide() {
    Answer request = recipient.request(terms("099082000101", "identity"));
    Answer answer = decide(page(request), "approve_all");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("account is locked");
    assertThat(recipient.read(request.text("consent_id")).text("state")).isEqualTo("requested");
  }

  @Test
  void isNotFramedOrCached() {
    Answer answer = open(page(recipient.request(terms(ORDINARY, "identity"))), "vi").isOk();
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MyPagesTest extends RecipientTest {

  private String page(String citizen, String language) {
    Answer answer =
        recipient.client.post("/my", Map.of("citizen", citizen, "lang", language), Map.of());
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).startsWith(mock.issuer() + "/my/");
    return answer.header("Location").substring(mock.issuer().toString().length());
  }

  private Answer open(String path) {
    return recipient.client.get(path, Map.of());
  }

  private Answer revoke(String page, String consentId) {
    return recipient.client.post(
        page.split("\\?", 2)[0], Map.of("consent", consentId, "lang", "en"), Map.of());
  }

  @Test
  void beginsWithTheChoiceOfACitizen() {
    assertThat(open("/my?lang=vi").isOk().body())
        .contains("Ai được đọc dữ liệu của tôi?", "Nguyễn Văn An", "<fieldset>", "type=\"radio\"")
        .doesNotContain("<script");
    assertThat(open("/my?lang=en").body()).contains("Who may read my data?");
  }

  @Test
  void showsWhatIsInForceAndHowOftenItWasRead() {
    Map<String, Object> terms = terms(ORDINARY, "identity", "residence");
    terms.put(
        "recipients",
        List.of(Map.of("code", "LAB", "name", Map.of("vi", "Xét nghiệm", "en", "Laboratory"))));
    mock.citizen(ORDINARY).approvesOnly("identity");
    String id = recipient.granted(terms);
    String page = page(ORDINARY, "en");
    assertThat(open(page).body())
        .contains("Hello Nguyễn Văn An.", "In force", "Treatment", "<dd>Identity</dd>", "Not yet")
        .contains("Laboratory", "Never", "Take my consent back", "value=\"" + id + "\"")
        .doesNotContain("Place of residence", ORDINARY, "<script");
    recipient.get("/citizen-data/v1/identity", recipient.token(id, "identity")).isOk();
    recipient.get("/citizen-data/v1/identity", recipient.token(id, "identity")).isOk();
    assertThat(open(page).body()).contains("2 times").doesNotContain("Never");
    assertThat(open(page.replace("lang=en", "lang=vi")).body())
        .contains("<html lang=\"vi\">", "Đang có hiệu lực", "Khám bệnh", "2 lần")
        .contains("Rút lại sự đồng ý", "Xét nghiệm", "Thông tin nhân thân");
  }

  @Test
  void theCitizenTakesAConsentBack() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    String token = recipient.token(id, "identity");
    String mine = page(ORDINARY, "en");
    assertThat(open(mine).body()).contains("method=\"get\"").doesNotContain("method=\"post\"");
    assertThat(open(mine + "&revoke=" + id).isOk().body())
        .contains("Take your consent back?", "Yes, take it back", "No, leave it as it is")
        .contains("name=\"consent\" value=\"" + id + "\"", "Identity")
        .doesNotContain("<script");
    assertThat(open(mine.replace("=en", "=vi") + "&revoke=" + id).body())
        .contains("Rút lại sự đồng ý?", "Có, rút lại", "Không, giữ nguyên");
    assertThat(recipient.read(id).text("state")).isEqualTo("active");
    Answer back = revoke(mine, id);
    assertThat(back.status()).isEqualTo(303);
    String page = back.header("Location").substring(mock.issuer().toString().length());
    assertThat(open(page).body())
        .contains("role=\"status\"", "You took your consent back. Sharing has stopped.")
        .contains("Nobody may read your data now.", "Ended")
        .doesNotContain("<button");
    assertThat(recipient.read(id).text("cause")).isEqualTo("revoked_by_citizen");
    recipient
        .get("/citizen-data/v1/identity", token)
        .isProblem(403, "consent_revoked_by_citizen", "took the consent back");
  }

  @Test
  void showsWhyAConsentEnded() {
    mock.citizen(ORDINARY).declinesNext().ignoresNext();
    recipient.granted(terms(ORDINARY, "identity"));
    recipient.granted(terms(ORDINARY, "identity"));
    recipient.revoke(recipient.granted(terms(ORDINARY, "identity"))).isOk();
    recipient.granted(terms(ORDINARY, "identity"));
    String open = open(page(ORDINARY, "en")).body();
    assertThat(open).contains("You declined", "The recipient gave it up");
    mock.advance(Duration.ofDays(1));
    assertThat(open(page(ORDINARY, "en")).body())
        .contains("You did not answer in time", "Its time was over", "Nobody may read your data");
  }

  @Test
  void aConsentThatEndedMeanwhileStaysAsItIs() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    String page = page(ORDINARY, "en");
    recipient.revoke(id).isOk();
    assertThat(revoke(page, id).header("Location")).doesNotContain("revoked=");
    assertThat(recipient.read(id).text("cause")).isEqualTo("revoked_by_recipient");
  }

  @Test
  void nobodyTakesAnotherCitizensConsentBack() {
    String id = recipient.granted(terms(ORDINARY, "identity"));
    revoke(page("099051000044", "en"), id).isErrorPage("no such consent");
    assertThat(recipient.read(id).text("state")).isEqualTo("active");
    assertThat(open(page("099051000044", "en")).body()).doesNotContain(id);
    assertThat(open(page("099051000044", "en") + "&revoke=" + id).body()).doesNotContain(id);
  }

  @Test
  void aPageDoesNotLiveForever() {
    String page = page(ORDINARY, "en");
    mock.advance(Duration.ofMinutes(30));
    open(page).isErrorPage("open for too long");
    open("/my/made-up?lang=vi").isErrorPage("mở quá lâu");
  }

  @Test
  void aLockedAccountIsNotLetIn() {
    Answer answer =
        recipient.client.post("/my", Map.of("citizen", "099082000101", "lang", "en"), Map.of());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("This account is locked");
    recipient.client.post("/my", Map.of("citizen", "1"), Map.of()).isErrorPage("no such citizen");
  }

  @Test
  void isNotFramedOrCached() {
    Answer answer = open(page(ORDINARY, "vi"));
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }
}

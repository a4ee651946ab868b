package vn.eid.examples.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import vn.eid.spring.test.EidSpringTest;

@EidSpringTest(properties = "server.servlet.session.cookie.secure=false")
class FrameTest {
  private final Connection browser =
      Jsoup.newSession().header("Accept", "text/html").ignoreHttpErrors(true);

  @Value("${local.server.port}")
  private int port;

  @Test
  void aPageIsVietnameseUntilSomebodyChoosesEnglish() throws IOException {
    assertThat(page("/").expectFirst("html").attr("lang")).isEqualTo("vi");
    assertThat(page("/").expectFirst("h1").text()).isEqualTo("Phường Mẫu");
    Document english = page(page("/").expectFirst("a.language").attr("href"));
    assertThat(english.expectFirst("h1").text()).isEqualTo("Sample Ward");
    assertThat(page("/").expectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(page("/").expectFirst("a.language").text()).isEqualTo("Tiếng Việt");
  }

  @Test
  void theSamePageIsThereInTheOtherLanguage() throws IOException {
    String english = languageOf("/?eid=declined&reason=a%26b");
    assertThat(english).isEqualTo("?eid=declined&reason=a%26b&lang=en");
    assertThat(languageOf("/" + english)).isEqualTo("?eid=declined&reason=a%26b&lang=vi");
    assertThat(languageOf("/nowhere?a=b&lang=vi")).isEqualTo("?a=b&lang=en");
  }

  private String languageOf(String path) throws IOException {
    return page(path).expectFirst("a.language").attr("href");
  }

  @Test
  void aLanguageThatThereIsNotIsVietnamese() throws IOException {
    assertThat(page("/?lang=fr").expectFirst("html").attr("lang")).isEqualTo("vi");
  }

  @Test
  void whoIsLoggedInSeesTheirNameAndMayLogOut() throws IOException {
    assertThat(page("/").select("header form")).isEmpty();
    Document mine = page("/mine");
    assertThat(mine.expectFirst("header .who").text()).isEqualTo("Nguyễn Văn An");
    assertThat(mine.select("header form input[name=_csrf]")).hasSize(1);
  }

  @Test
  void aPageThatThereIsNotSaysSoInTheFrame() throws IOException {
    Document missing = page("/nowhere");
    assertThat(missing.expectFirst(".notice").text()).isEqualTo("Không có trang này.");
    assertThat(page("/nowhere?lang=en").expectFirst(".notice").text())
        .isEqualTo("There is no such page.");
  }

  @Test
  void aBrowserLoadsNothingFromElsewhere() throws IOException {
    Connection.Response answer = browser.newRequest(address("/")).execute();
    assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'self';");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
  }

  private Document page(String path) throws IOException {
    return browser.newRequest(address(path)).get();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}

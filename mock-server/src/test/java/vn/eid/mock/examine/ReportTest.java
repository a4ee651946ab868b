package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import vn.eid.mock.Fault;

class ReportTest {
  private static final String HOSTILE = "<script>alert('1')</script>]]>&\u0000\u0008\uFFFE \"x\"";

  private final Report report =
      new Report(
          URI.create("http://localhost/login?code=secret"),
          List.of(
              finding(Fault.ID_TOKEN_EXPIRED, Verdict.ACCEPTED),
              finding(Fault.ID_TOKEN_ALG_NONE, Verdict.REFUSED),
              finding(Fault.KEYS_HTML, Verdict.NOT_TRIED)),
          Optional.of(HOSTILE));

  private static Finding finding(Fault fault, Verdict verdict) {
    return new Finding(Trial.of(fault), verdict, HOSTILE, Duration.ofMillis(1500));
  }

  @Test
  void whatAnApplicationSaysStaysTextInXml() throws Exception {
    Document read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(JUnitReport.of(report))));
    assertThat(read.getElementsByTagName("script").getLength()).isZero();
    assertThat(read.getElementsByTagName("error").item(0).getTextContent())
        .isEqualTo("<script>alert('1')</script>]]>&??? \"x\"");
    assertThat(read.getElementsByTagName("testcase").getLength()).isEqualTo(4);
    assertThat(JUnitReport.of(report)).contains("time=\"1.500\"");
  }

  @Test
  void whatAnApplicationSaysStaysTextOnThePage() {
    assertThat(HtmlReport.of(report))
        .doesNotContain("<script", "secret")
        .contains("&lt;script&gt;", "http://localhost/login");
  }

  @Test
  void oneThatWasAcceptedOutweighsAnEndBeforeTheEnd() {
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.sentence())
        .isEqualTo("Refused 1 of 2; accepted: id token expired; not tried: keys html.");
  }
}

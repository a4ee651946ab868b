package vn.eid.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.eid.mock.EidMock;
import vn.eid.mock.SeenRequests;

@ClinicTest
class StepUpTest {
  private static final String AN = "099085000011";
  private static final String HA = "099195000077";
  private static final SeenRequests PUSHED = SeenRequests.to("POST", "/par");

  @LocalServerPort private int port;
  @Autowired private EidMock mock;
  private Browser browser;

  @BeforeEach
  void logIn() throws Exception {
    browser = new Browser(port);
    assertThat(browser.get("/me").body()).doesNotContain("EID_LEVEL_3");
  }

  @Test
  void aDemandByAnnotationIsMetByANewLogin() throws Exception {
    assertThat(browser.redirectOf("/vault")).hasPath("/eid/login");
    HttpResponse<String> page = browser.get("/vault");
    assertThat(page.uri()).hasPath("/vault");
    assertThat(page.body()).isEqualTo("vault");
    assertThat(browser.get("/me").body()).contains("EID_LEVEL_3");
  }

  @Test
  void aDemandForPagesIsMetByANewLogin() throws Exception {
    assertThat(browser.get("/safe").body()).isEqualTo("safe");
    assertThat(browser.get("/me").body()).contains("EID_LEVEL_4");
  }

  @Test
  void whoeverStepsUpAsSomebodyElseBeginsAnew() throws Exception {
    String before = browser.session();
    URI provider = browser.redirectOf(browser.redirectOf("/vault").toString());
    mock.signsIn(HA);
    assertThat(browser.get(provider.toString()).uri()).hasPath("/");
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.get("/me").body()).startsWith("Hoàng Thu Hà");
  }

  @Test
  void whoeverCannotBeRecognisedSoSurelyStaysOut() throws Exception {
    mock.citizen(AN).reachesAtMost(2);
    HttpResponse<String> page = browser.get("/vault");
    assertThat(page.uri()).hasPath("/eid/failed");
    assertThat(page.uri().getQuery()).startsWith("eid=declined");
    assertThat(browser.redirectOf("/vault")).hasPath("/eid/login");
  }

  @Test
  void aDemandThatDependsOnWhatWasPostedLeadsBackToTheFormWithoutIt() throws Exception {
    assertThat(browser.submit("/transfer", Map.of("amount", "5")).body()).isEqualTo("sent 5");
    HttpResponse<String> page = browser.submit("/transfer", Map.of("amount", Clinic.BIG));
    assertThat(page.uri()).hasPath("/transfer");
    assertThat(page.body()).isEqualTo("form -");
    assertThat(browser.submit("/transfer", Map.of("amount", Clinic.BIG)).body())
        .isEqualTo("sent " + Clinic.BIG);
  }

  @Test
  void theAddressOfALoginCanOnlyMakeItSurer() throws Exception {
    browser.get("/eid/login?level=LEVEL_4");
    assertThat(browser.get("/me").body()).contains("EID_LEVEL_4");
    browser.get("/eid/login?level=nonsense&max_age=-1");
    assertThat(browser.get("/me").statusCode()).isEqualTo(200);
    browser.get("/eid/login?max_age=9999999");
    assertThat(mock.requests(PUSHED.withForm("max_age", "9999999"))).isEmpty();
    browser.get("/eid/login?max_age=60");
    assertThat(mock.requests(PUSHED.withForm("max_age", "60"))).hasSize(1);
    assertThat(browser.get("/me").statusCode()).isEqualTo(200);
  }
}

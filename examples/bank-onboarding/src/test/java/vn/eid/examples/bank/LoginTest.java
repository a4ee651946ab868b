package vn.eid.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.eid.EidClient;
import vn.eid.mock.EidMock;
import vn.eid.spring.EidProperties;

/** All from one address, which may ask ten times, and each phone three times. */
@BankTest
class LoginTest {
  private static final String AN = "099085000011";
  private static final String HUONG = "099188000055";
  private static final String LEVEL_1 = "099192000022";
  private static final String LOCKED = "099082000101";

  @LocalServerPort private int port;
  @Autowired private EidMock mock;
  @Autowired private EidClient eid;
  @Autowired private EidProperties properties;
  @Autowired private JdbcClient database;
  private Visitor visitor;

  @BeforeEach
  void begin() {
    TestDatabase.empty(database);
    visitor = new Visitor(port);
  }

  @Test
  void whoeverIsNotLoggedInIsShownTheWaysIn() throws IOException {
    visitor.at("/account");
    assertThat(visitor.path()).isEqualTo("/login");
    assertThat(visitor.page().expectFirst("img.qr").attr("src")).startsWith("data:image/svg+xml;");
  }

  @Test
  void aLevelOneAccountIsToldWhatToDo() throws IOException {
    mock.signsIn(LEVEL_1);
    visitor.at("/eid/login");
    assertThat(visitor.heading()).isEqualTo("Bạn cần tài khoản định danh mức độ 2");
    assertThat(visitor.text()).contains("công an xã, phường");
  }

  @Test
  void aLockedAccountIsToldSo() throws IOException {
    mock.signsIn(LOCKED);
    assertThat(visitor.at("/eid/login").heading()).contains("đang bị khóa");
  }

  @Test
  void aReasonThatSomebodyMadeUpIsNotRepeated() throws IOException {
    visitor.at("/login/failed?eid=%3Cb%3E&reason=../x");
    assertThat(visitor.heading()).isEqualTo("Đăng nhập không thành công");
  }

  @Test
  void thePhoneApprovesAndTheWaitingPageGoesOn() throws Exception {
    push(AN);
    assertThat(visitor.path()).isEqualTo("/open");
    assertThat(visitor.text()).contains("Nguyễn Văn An");
  }

  @Test
  void aPushThatIsDeclinedLogsNobodyIn() throws Exception {
    mock.citizen(AN).declinesNext();
    push(AN);
    assertThat(visitor.heading()).isEqualTo("Bạn đã từ chối đăng nhập");
    assertThat(visitor.at("/open").path()).isEqualTo("/login");
  }

  @Test
  void aPushWantsALevelTwoAccountToo() throws Exception {
    push(LEVEL_1);
    assertThat(visitor.heading()).isEqualTo("Bạn cần tài khoản định danh mức độ 2");
  }

  @Test
  void aNumberThatCannotBeIsSaidBesideTheField() throws IOException {
    visitor.at("/login").fill("citizenId", "12345").press("Gửi đến điện thoại");
    assertThat(visitor.page().expectFirst("#problem").text()).contains("chưa đúng");
    assertThat(visitor.page().expectFirst("#citizenId").val()).isEqualTo("12345");
  }

  @Test
  void aPushIsWorthNothingInAnotherBrowserEvenWithItsHandle() {
    mock.citizen(AN).ignoresNext();
    PushLogins pushes = new PushLogins(eid, properties, new PushLimits(InstantSource.system()));
    MockHttpServletRequest here = new MockHttpServletRequest();
    assertThat(pushes.start(AN, here)).isTrue();
    ShownPush push = ShownPush.in(here.getSession()).orElseThrow();
    assertThat(pushes.ask(push, new MockHttpServletRequest(), new MockHttpServletResponse()).next())
        .contains("/login/failed?eid=failed");
    assertThat(pushes.ask(push, here, new MockHttpServletResponse()).next()).isEmpty();
  }

  @Test
  void aPushThatIsCancelledIsWaitedForNoMore() throws IOException {
    mock.citizen(AN).ignoresNext();
    visitor.at("/login").fill("citizenId", AN).press("Gửi đến điện thoại");
    assertThat(visitor.page().expectFirst(".big-code").text()).matches("[0-9]{4}");
    assertThat(visitor.press("Hủy đăng nhập").path()).isEqualTo("/login");
    assertThat(visitor.at("/login/push").path()).isEqualTo("/login");
  }

  @Test
  void aPhoneThatWasAskedThreeTimesIsLeftInPeace() throws IOException {
    for (int i = 0; i < PushLimits.FOR_A_NUMBER; i++) {
      mock.citizen(HUONG).ignoresNext();
      visitor.at("/login").fill("citizenId", HUONG).press("Gửi đến điện thoại");
      assertThat(visitor.path()).isEqualTo("/login/push");
    }
    visitor.at("/login").fill("citizenId", HUONG).press("Gửi đến điện thoại");
    assertThat(visitor.path()).isEqualTo("/login");
    assertThat(visitor.page().expectFirst("#problem").text()).contains("chờ mười phút");
  }

  @Test
  void aSessionThatEndsAtTheProviderEndsHere() throws IOException {
    mock.deliverLogoutTo(URI.create("http://localhost:" + port + "/eid/webhook"));
    visitor.at("/eid/login").opensAccount();
    mock.endSessionsOf(mock.citizen(AN));
    mock.awaitDeliveries();
    assertThat(visitor.at("/account").path()).isEqualTo("/login");
  }

  private void push(String number) throws Exception {
    mock.notifyPushesAt(URI.create("http://localhost:" + port + "/eid/webhook"));
    visitor.at("/login").fill("citizenId", number).press("Gửi đến điện thoại");
    for (int i = 0; i < 40 && visitor.path().equals("/login/push"); i++) {
      Thread.sleep(200);
      visitor.at("/login/push");
    }
  }
}

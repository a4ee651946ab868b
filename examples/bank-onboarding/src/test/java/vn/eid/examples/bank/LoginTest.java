package vn.eid.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.eid.mock.EidMock;

@BankTest
class LoginTest {
  private static final String AN = "099085000011";
  private static final String LEVEL_1 = "099192000022";
  private static final String LOCKED = "099082000101";

  @LocalServerPort private int port;
  @Autowired private EidMock mock;
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
  void anotherBrowserCannotTakeAPushUp() throws IOException {
    mock.citizen(AN).ignoresNext();
    visitor.at("/login").fill("citizenId", AN).press("Gửi đến điện thoại");
    assertThat(visitor.page().expectFirst(".big-code").text()).matches("[0-9]{4}");
    assertThat(new Visitor(port).at("/login/push").path()).isEqualTo("/login");
    assertThat(visitor.press("Hủy đăng nhập").path()).isEqualTo("/login");
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

package vn.eid.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.eid.mock.EidMock;
import vn.eid.mock.EventKind;

@BankTest
class TransferTest {
  private static final String AN = "099085000011";
  private static final String HUONG = "099188000055";

  @LocalServerPort private int port;
  @Autowired private EidMock mock;
  @Autowired private JdbcClient database;
  private Visitor an;

  @BeforeEach
  void openAccount() throws IOException {
    TestDatabase.empty(database);
    an = new Visitor(port).at("/eid/login").opensAccount();
  }

  @Test
  void aSmallTransferIsConfirmedAndDone() throws IOException {
    an.orders("10.000.000");
    assertThat(an.text()).contains("CÔNG TY ĐIỆN LỰC MẪU", "10.000.000 ₫", "Tiền điện");
    assertThat(payeesBalance()).isZero();
    assertThat(an.press("Chuyển tiền").heading()).isEqualTo("Đã chuyển tiền");
    assertThat(payeesBalance()).isEqualTo(10_000_000);
    assertThat(an.at("/account").text()).contains("40.000.000 ₫", "−10.000.000 ₫");
  }

  @Test
  void aLargeTransferComesBackFromTheStepUpAsItWas() throws IOException {
    an.orders("10.000.001");
    String page = an.path();
    assertThat(an.text()).contains("xác thực lại bằng VNeID");
    an.press("Xác thực bằng VNeID");
    assertThat(an.path()).isEqualTo(page);
    assertThat(an.text()).contains("CÔNG TY ĐIỆN LỰC MẪU", "10.000.001 ₫", "xác nhận");
    assertThat(payeesBalance()).isZero();
    assertThat(an.press("Chuyển tiền").heading()).isEqualTo("Đã chuyển tiền");
    assertThat(payeesBalance()).isEqualTo(10_000_001);
  }

  @Test
  void oneStepUpIsForOneLargeTransfer() throws Exception {
    String first = an.orders("11000000").path();
    String second = an.orders("12000000").path();
    an.at(first).press("Xác thực bằng VNeID").press("Chuyển tiền");
    assertThat(an.heading()).isEqualTo("Đã chuyển tiền");
    assertThat(an.at(second).text()).contains("riêng cho giao dịch này");
    nextSecond();
    assertThat(an.press("Xác thực bằng VNeID").path()).isEqualTo(second);
    assertThat(payeesBalance()).isEqualTo(11_000_000);
    assertThat(an.press("Chuyển tiền").heading()).isEqualTo("Đã chuyển tiền");
    assertThat(payeesBalance()).isEqualTo(23_000_000);
  }

  @Test
  void aSureLoginIsForNoTransferThatWasOrderedAfterIt() throws Exception {
    an.at("/eid/login?level=LEVEL_3");
    nextSecond();
    String page = an.orders("12000000").path();
    assertThat(an.text()).contains("Xác thực bằng VNeID");
    an.press("Xác thực bằng VNeID");
    assertThat(an.path()).isEqualTo(page);
    assertThat(an.press("Chuyển tiền").heading()).isEqualTo("Đã chuyển tiền");
  }

  @Test
  void whatIsAboveTheDaysTotalWantsAStepUpToo() throws IOException {
    an.orders("10000000").press("Chuyển tiền");
    an.orders("10000000").press("Chuyển tiền");
    assertThat(an.orders("1").text()).contains("Xác thực bằng VNeID");
  }

  @Test
  void twoThatWereFineAloneAreNotTogether() throws IOException {
    String first = an.orders("9000000").path();
    String second = an.orders("9000000").path();
    an.orders("9000000").press("Chuyển tiền");
    assertThat(an.at(first).press("Chuyển tiền").heading()).isEqualTo("Đã chuyển tiền");
    assertThat(an.at(second).text()).contains("Xác thực bằng VNeID");
    assertThat(payeesBalance()).isEqualTo(18_000_000);
  }

  @Test
  void whoeverCannotBeRecognisedSoSurelySendsNothing() throws IOException {
    mock.citizen(AN).reachesAtMost(2);
    an.orders("30000000").press("Xác thực bằng VNeID");
    assertThat(an.heading()).isEqualTo("Chưa xác thực đủ mức");
    assertThat(an.at("/account").text()).contains("Chờ bạn xác nhận", "50.000.000 ₫");
    assertThat(payeesBalance()).isZero();
  }

  @Test
  void nobodySendsMoreThanThereIs() throws IOException {
    assertThat(an.orders("50000001").text()).contains("Số dư không đủ");
    assertThat(an.page().select("main button")).hasSize(1);
  }

  @Test
  void anotherCustomersTransferIsNotThere() throws IOException {
    String transfer = an.orders("5000000").path();
    mock.signsIn(HUONG);
    Visitor huong = new Visitor(port).at("/eid/login").opensAccount();
    assertThat(huong.at(transfer).text()).contains("Không có trang này.");
    assertThat(huong.text()).doesNotContain("ĐIỆN LỰC");
  }

  @Test
  void whatWasTypedWrongIsSaidAndKept() throws IOException {
    an.at("/transfers/new").fill("payee", "1000000009").fill("amount", "1.5").press("Tiếp tục");
    assertThat(an.page().expectFirst("#amount-wrong").text()).contains("số đồng nguyên");
    assertThat(an.page().expectFirst("#payee").val()).isEqualTo("1000000009");
    an.fill("amount", "5").press("Tiếp tục");
    assertThat(an.page().expectFirst("#payee-wrong").text()).contains("Không có tài khoản");
  }

  @Test
  void aCancelledTransferIsGone() throws IOException {
    String transfer = an.orders("5000000").path();
    assertThat(an.press("Hủy lệnh").path()).isEqualTo("/account");
    assertThat(an.at(transfer).text()).contains("Không có trang này.");
  }

  @Test
  void noMoneyLeavesWhileTheEidAccountIsLocked() throws Exception {
    String transfer = an.orders("5000000").path();
    tell(mock.securityEvent(EventKind.ACCOUNT_LOCKED, AN));
    an.press("Chuyển tiền");
    assertThat(an.text()).contains("đã bị khóa");
    assertThat(payeesBalance()).isZero();
    tell(mock.securityEvent(EventKind.ACCOUNT_RECOVERED, AN));
    assertThat(an.at(transfer).press("Chuyển tiền").heading()).isEqualTo("Đã chuyển tiền");
  }

  /** A login is told to the second, and nobody logs in twice in one. */
  private static void nextSecond() throws InterruptedException {
    Thread.sleep(1_100);
  }

  private void tell(String event) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/eid/webhook"))
            .header("Content-Type", "application/secevent+jwt")
            .POST(BodyPublishers.ofString(event))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(202);
  }

  private long payeesBalance() {
    return database
        .sql("select balance from account where number = '1000000001'")
        .query(Long.class)
        .single();
  }
}

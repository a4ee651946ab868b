package vn.eid.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.eid.mock.CaseDecision;
import vn.eid.mock.CitizenDraft;
import vn.eid.mock.EidMock;

@BankTest
class OpeningTest {
  private static final String MISMATCHED = "099195000077";
  private static final String NOT_FOUND = "099203000088";
  private static final String LINKED_BEFORE = "099187000145";
  private static final String REVIEWED = "099091000156";

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
  void aCitizenOpensAnAccountWithoutTypingAnything() throws IOException {
    visitor.at("/eid/login").at("/open");
    assertThat(visitor.text()).contains("Nguyễn Văn An", "099085000011", "12/03/1985", "Mức độ 2");
    visitor.press("Đúng là tôi").tick("agree").press("Đi tiếp").press("Liên kết mã số thuế");
    assertThat(visitor.text()).contains("Đã liên kết mã số thuế.", "099085000011");
    visitor.press("Mở tài khoản của tôi");
    assertThat(visitor.path()).isEqualTo("/account");
    assertThat(visitor.text()).contains("NGUYỄN VĂN AN", "50.000.000 ₫");
  }

  @Test
  void whoeverComesBackFromAnotherDeviceGoesOnWhereTheyWere() throws IOException {
    visitor.at("/eid/login").at("/open").press("Đúng là tôi").tick("agree").press("Đi tiếp");
    Visitor phone = new Visitor(port).at("/eid/login").at("/open");
    assertThat(phone.heading()).isEqualTo("Mã số thuế");
    assertThat(count("customer")).isEqualTo(1);
  }

  @Test
  void theSamePressTwiceOpensOneAccount() throws IOException {
    visitor.at("/eid/login").at("/open").press("Đúng là tôi").tick("agree").press("Đi tiếp");
    visitor.press("Liên kết mã số thuế");
    List<CompletableFuture<Void>> presses =
        Stream.generate(() -> visitor.again("Mở tài khoản của tôi"))
            .limit(4)
            .map(press -> CompletableFuture.runAsync(() -> send(press)))
            .toList();
    presses.forEach(CompletableFuture::join);
    assertThat(
            database
                .sql("select count(*) from account where customer_id is not null")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aStepOutOfTurnDoesNothing() throws IOException {
    visitor.at("/eid/login").at("/open").press("Đúng là tôi").press("Đi tiếp");
    assertThat(visitor.heading()).isEqualTo("Điều khoản");
    visitor.page().expectFirst("main form").attr("action", "/open/account");
    visitor.press("Đi tiếp");
    assertThat(visitor.heading()).isEqualTo("Điều khoản");
  }

  @Test
  void aMismatchNamesTheFieldsAndLeavesTheWayOpen() throws IOException {
    mock.signsIn(MISMATCHED);
    upToTax();
    assertThat(visitor.text()).contains("chưa khớp", "Họ và tên", "Tôi đã cập nhật, thử lại");
  }

  @Test
  void whoeverTheTaxOfficeDoesNotKnowIsToldWhereToRegister() throws IOException {
    mock.signsIn(NOT_FOUND);
    upToTax();
    assertThat(visitor.text()).contains("chưa có thông tin về bạn", "đăng ký thuế lần đầu");
  }

  @Test
  void aLinkFromBeforeIsAsGood() throws IOException {
    mock.signsIn(LINKED_BEFORE);
    upToTax();
    assertThat(visitor.text()).contains("liên kết từ trước", "Mở tài khoản của tôi");
  }

  @Test
  void anOfficersDecisionArrivesAsAnEvent() throws IOException {
    mock.deliverEventsTo(URI.create("http://localhost:" + port + "/eid/webhook"));
    mock.signsIn(REVIEWED);
    upToTax();
    String caseNumber = visitor.page().expectFirst("main dd").text();
    mock.decideCase(caseNumber, CaseDecision.LINK);
    mock.awaitDeliveries();
    assertThat(visitor.at("/open").text()).contains("Đã liên kết mã số thuế.");
  }

  @Test
  void anOfficersDecisionCanBeAskedFor() throws IOException {
    mock.signsIn(REVIEWED);
    upToTax();
    visitor.press("Hỏi kết quả ngay");
    String caseNumber = visitor.page().expectFirst("main dd").text();
    mock.decideCase(caseNumber, CaseDecision.NOT_FOUND);
    assertThat(visitor.press("Hỏi kết quả ngay").text()).contains("chưa có thông tin về bạn");
  }

  @Test
  void aChildIsSentToTheBranchWithAParent() throws IOException {
    LocalDate birthday = LocalDate.now(VietnamTime.ZONE).minusYears(14);
    mock.signsIn(mock.add(CitizenDraft.named("Lê Thị Em").born(birthday).female()));
    visitor.at("/eid/login").at("/open");
    assertThat(visitor.text()).contains("chưa đủ 15 tuổi");
    assertThat(visitor.page().select("main form")).isEmpty();
  }

  private void upToTax() throws IOException {
    visitor.at("/eid/login").at("/open").press("Đúng là tôi").tick("agree").press("Đi tiếp");
    visitor.press("Liên kết mã số thuế");
  }

  private static void send(Connection press) {
    try {
      assertThat(press.execute().statusCode()).isEqualTo(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long count(String table) {
    return database.sql("select count(*) from " + table).query(Long.class).single();
  }
}

package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bank of {@code examples/bank-onboarding}, clicked through as its customers do. */
class BankOnboardingTest {
  private static final String GIANG = "Võ Giang";
  private static final String OF_LEVEL_1 = "Trần Thị Bình";

  private static Application bank;

  @BeforeAll
  static void start() {
    bank = Application.start("bank-onboarding");
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  @Test
  void atADeskTheLoginGoesByThePhoneAndALargeTransferByAStepUp() {
    try (Chromium desk = Chromium.desktop("vi")) {
      desk.open(bank.address("/"));
      desk.isReadableByEverybody("bank-front");
      desk.follow("Mở tài khoản");
      desk.isReadableByEverybody("bank-login");
      logInByPush(desk);
      opensAccount(desk);
      transfersMuch(desk);
    }
  }

  private static void logInByPush(Chromium desk) {
    desk.fill("Số định danh cá nhân", Person.ORDINARY.number());
    desk.press("Gửi đến điện thoại");
    desk.isReadableByEverybody("bank-push");
    try (Chromium phone = Chromium.reading("vi")) {
      phone.open(bank.nationalSystems("/phone"));
      phone.follow("Ngân hàng Hoa Sen");
      String code = desk.text().replaceAll("(?s).*Mã xác minh\\s+(\\d{4}).*", "$1");
      assertThat(code).matches("\\d{4}");
      assertThat(phone.text()).contains(code);
      phone.press("Đồng ý");
    }
    desk.awaitAddress(bank.address("/open"));
  }

  private static void opensAccount(Chromium desk) {
    assertThat(desk.text()).contains(Person.ORDINARY.fullName(), Person.ORDINARY.number());
    desk.isReadableByEverybody("bank-identity");
    desk.press("Đúng là tôi, đi tiếp");
    desk.isReadableByEverybody("bank-terms");
    desk.choose("Tôi đã đọc");
    desk.press("Đi tiếp");
    desk.press("Liên kết mã số thuế");
    assertThat(desk.text()).contains("Đã liên kết mã số thuế.");
    desk.isReadableByEverybody("bank-tax");
    desk.press("Mở tài khoản của tôi");
    assertThat(desk.text()).contains("50.000.000 ₫");
  }

  private static void transfersMuch(Chromium desk) {
    desk.follow("Chuyển tiền");
    desk.isReadableByEverybody("bank-transfer-form");
    desk.fill("Số tài khoản nhận", "1000000002");
    desk.fill("Số tiền (đồng)", "12.500.000");
    desk.fill("Nội dung chuyển tiền", "Học phí tháng 11");
    desk.press("Tiếp tục");
    String page = desk.address().getPath();
    desk.isReadableByEverybody("bank-transfer-check");
    desk.press("Xác thực bằng VNeID");
    atVneid(desk, Person.ORDINARY.fullName(), "Tiếp tục", "Đồng ý");
    assertThat(desk.address()).hasPath(page);
    assertThat(desk.text()).contains("12.500.000 ₫", "TRƯỜNG MẦM NON HOA SEN");
    desk.press("Chuyển tiền");
    assertThat(desk.heading()).isEqualTo("Đã chuyển tiền");
    desk.isReadableByEverybody("bank-transfer-done");
    desk.follow("Về tài khoản");
    assertThat(desk.text()).contains("37.500.000 ₫", "−12.500.000 ₫");
    desk.isReadableByEverybody("bank-account");
  }

  @Test
  void onAPhoneInEnglishTheLoginIsARedirect() {
    try (Chromium phone = Chromium.reading("en")) {
      phone.open(bank.address("/"));
      phone.follow("English");
      phone.isReadableByEverybody("bank-front");
      phone.follow("Open an account");
      assertThat(phone.text()).doesNotContain("Send to the phone");
      phone.isReadableByEverybody("bank-login");
      phone.follow("Continue with VNeID");
      atVneid(phone, GIANG, "Continue", "Approve");
      phone.isReadableByEverybody("bank-identity");
      phone.press("This is me, go on");
      phone.isReadableByEverybody("bank-terms");
      phone.choose("I have read");
      phone.press("Go on");
      phone.press("Link my tax code");
      phone.isReadableByEverybody("bank-tax");
      phone.press("Open my account");
      assertThat(phone.text()).contains("VND 50,000,000");
      phone.isReadableByEverybody("bank-account");
      phone.follow("Transfer money");
      phone.isReadableByEverybody("bank-transfer-form");
      phone.press("Log out");
    }
  }

  @Test
  void aLevelOneAccountIsToldWhatToDo() {
    try (Chromium phone = Chromium.reading("vi")) {
      phone.open(bank.address("/login"));
      phone.isReadableByEverybody("bank-login-phone");
      phone.follow("Tiếp tục với VNeID");
      atVneid(phone, OF_LEVEL_1, "Tiếp tục", "Đồng ý");
      assertThat(phone.heading()).isEqualTo("Bạn cần tài khoản định danh mức độ 2");
      phone.isReadableByEverybody("bank-level");
    }
  }

  private static void atVneid(Chromium browser, String who, String next, String approve) {
    browser.choose(who);
    browser.press(next);
    browser.press(approve);
  }
}

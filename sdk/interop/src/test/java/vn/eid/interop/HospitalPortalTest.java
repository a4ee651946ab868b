package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The hospital portal as its staff and a citizen see it, each in a browser of their own. */
class HospitalPortalTest {
  private static final String AN = "099085000011";
  private static final String TAM = "099183000167";
  private static final ResourceBundle PHONE = ResourceBundle.getBundle("vn.eid.mock.page.texts_vi");

  private static Application portal;

  @BeforeAll
  static void start() {
    portal = Application.start("hospital-portal");
  }

  @AfterAll
  static void stop() {
    portal.close();
  }

  @Test
  void aCitizenSharesAPartAndTakesItBackWhileADoctorReads() {
    try (Chromium desk = Chromium.reading("vi");
        Chromium doctor = Chromium.desktop("vi");
        Chromium citizen = Chromium.reading("vi")) {
      desk.open(portal.address("/"));
      desk.isReadableByEverybody("hospital-login");
      logIn(desk, "desk");
      URI approval = ask(desk, TAM, "BN-0042");
      desk.isReadableByEverybody("hospital-waiting");
      share(citizen, approval);
      desk.awaitText("Đồng ý một phần");
      desk.isReadableByEverybody("hospital-decided");
      desk.open(portal.address("/desk/ask"));
      desk.isReadableByEverybody("hospital-ask");

      doctor.open(portal.address("/"));
      logIn(doctor, "doctor");
      read(doctor, "BN-0042");
      assertThat(doctor.text())
          .contains("Người bệnh không chia sẻ: Chẩn đoán hình ảnh", "3 bản ghi", "mmol/L")
          .doesNotContain(TAM);

      takeBack(citizen);
      doctor.awaitText("Bạn đã rút lại sự đồng ý");
      assertThat(doctor.text()).contains("You took your consent back").doesNotContain("mmol/L");
      doctor.isReadableByEverybody("hospital-ended-desktop");
    }
  }

  @Test
  void aDoctorReadsOnAPhoneInEnglish() {
    try (Chromium staff = Chromium.reading("en");
        Chromium citizen = Chromium.reading("vi")) {
      staff.open(portal.address("/login?lang=en"));
      staff.isReadableByEverybody("hospital-login");
      logIn(staff, "desk");
      staff.open(portal.address("/desk?lang=vi"));
      URI approval = ask(staff, AN, "BN-0043");
      share(citizen, approval);
      staff.awaitText("Đồng ý một phần");
      staff.open(portal.address("/desk?lang=en"));
      staff.isReadableByEverybody("hospital-desk");
      staff.press("Log out");
      logIn(staff, "doctor");
      staff.isReadableByEverybody("hospital-doctor");
      staff.follow("BN-0043");
      staff.isReadableByEverybody("hospital-why");
      staff.fill("Ward", "Ward 3");
      staff.fill("Reason", "follow-up");
      staff.press("Open the records");
      assertThat(staff.text()).contains("The patient does not share: Imaging reports");
      staff.isReadableByEverybody("hospital-record");
      staff.press("Log out");
      logIn(staff, "inspector");
      assertThat(staff.text()).contains("The ledger is intact.", "doctor, Ward 3: follow-up");
      staff.isReadableByEverybody("hospital-ledger");
    }
  }

  private static void logIn(Chromium browser, String name) {
    boolean english = browser.text().contains("Password");
    browser.fill(english ? "Name" : "Tên đăng nhập", name);
    browser.fill(english ? "Password" : "Mật khẩu", name + "-2611");
    browser.press(english ? "Log in" : "Đăng nhập");
  }

  /** Gives the address that the citizen scans. */
  private static URI ask(Chromium desk, String citizen, String patientFile) {
    desk.follow("Hỏi người bệnh");
    desk.fill("Số định danh cá nhân", citizen);
    desk.fill("Mã người bệnh của bệnh viện", patientFile);
    desk.choose("Tóm tắt hồ sơ sức khỏe");
    desk.choose("Kết quả xét nghiệm");
    desk.choose("Chẩn đoán hình ảnh");
    desk.press("Gửi yêu cầu");
    return desk.link("Mở trang của người bệnh");
  }

  private static void read(Chromium doctor, String patientFile) {
    doctor.isReadableByEverybody("hospital-doctor-desktop");
    doctor.follow(patientFile);
    doctor.fill("Khoa", "Khoa Nội 3");
    doctor.fill("Lý do", "tái khám");
    doctor.press("Mở hồ sơ");
    doctor.isReadableByEverybody("hospital-record-desktop");
  }

  private static void share(Chromium citizen, URI approval) {
    citizen.open(approval);
    citizen.choose(PHONE.getString("data.patient_summary"));
    citizen.choose(PHONE.getString("data.laboratory_results"));
    citizen.press(PHONE.getString("consent.yes"));
  }

  private static void takeBack(Chromium citizen) {
    citizen.open(portal.nationalSystems("/my"));
    citizen.choose("Vũ Thị Tâm");
    citizen.press(PHONE.getString("choose.next"));
    citizen.press(PHONE.getString("my.revoke"));
    citizen.press(PHONE.getString("my.revoke.yes"));
  }
}

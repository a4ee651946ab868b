package vn.eid.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import vn.eid.examples.hospital.HospitalSettings.Role;
import vn.eid.examples.hospital.HospitalSettings.Staff;

/** Who may open what. */
@HospitalTest
class RolesTest {
  @Value("${local.server.port}")
  private int port;

  @ParameterizedTest
  @CsvSource({
    "desk, /desk, /doctor /doctor/patients/x/record /audit /audit/ledger.zip /audit/evidence/x",
    "doctor, /doctor, /desk /desk/ask /desk/requests/x /audit /audit/ledger.zip /audit/evidence/x",
    "inspector, /audit, /desk /desk/ask /doctor /doctor/patients/x/record /doctor/patients/x/state"
  })
  void everybodyHasTheirOwnPagesAndNoOthers(String name, String home, String closed) {
    Browser browser = Browser.of(name, port);
    assertThat(browser.open("/").location()).endsWith(home);
    for (String path : closed.split(" ", -1)) {
      Document refused = browser.open(path);
      assertThat(browser.status()).as(path).isEqualTo(403);
      assertThat(refused.expectFirst(".notice").text()).startsWith("Trang này không dành cho bạn");
    }
  }

  @Test
  void whoIsNotLoggedInSeesTheLoginAlone() {
    Browser nobody = Browser.at(port);
    for (String path : new String[] {"/", "/desk", "/doctor", "/audit", "/audit/ledger.zip"}) {
      assertThat(nobody.open(path).location()).endsWith("/login");
    }
  }

  @Test
  void theLoginIsThereInBothLanguages() {
    assertThat(Browser.at(port).open("/login?lang=en").expectFirst("h1").text())
        .isEqualTo("Log in");
  }

  @Test
  void namesAndPasswordsStandOnThePageOfADemonstrationAlone() {
    assertThat(Browser.at(port).open("/login").text()).doesNotContain("desk-2611");
  }

  @Test
  void aWrongPasswordIsToldAsSuch() {
    Browser browser = Browser.at(port);
    Document login = browser.open("/login");
    Document again =
        browser.send(
            Browser.form(login, "main form"), "username", "doctor", "password", "desk-2611");
    assertThat(again.expectFirst(".notice.bad").text()).startsWith("Tên đăng nhập hoặc mật khẩu");
  }

  @ParameterizedTest
  @CsvSource({
    "09918300016, BN-0042, patient_summary, 'Số định danh cá nhân có 12 chữ số'",
    "099183000168, BN-0042, patient_summary, 'Không tìm thấy người'",
    "099183000167, 099183000167, patient_summary, 'Mã người bệnh gồm'",
    "099183000167, BN-0042, household, 'Hãy chọn ít nhất một'"
  })
  void theDeskIsToldWhatToCorrect(
      String citizen, String patientFile, String dataSet, String sentence) {
    Reception hospital = new Reception(port);
    Document form = hospital.ask(citizen, patientFile, dataSet);
    assertThat(form.expectFirst("#wrong").text()).startsWith(sentence);
    assertThat(hospital.desk().status()).isEqualTo(422);
  }

  @Test
  void aFormWithoutAFileOrWithEndlessYearsIsToldSoToo() {
    Browser desk = new Reception(port).desk();
    for (String missing : List.of("citizen", "patientFile", "purpose")) {
      FormElement form = Browser.form(desk.open("/desk/ask"), "main form");
      form.expectFirst("[name=citizen]").val(Reception.AN);
      form.expectFirst("[name=patientFile]").val("BN-0305");
      form.expectFirst("[name=" + missing + "]").remove();
      desk.send(form, "dataSets", "allergies");
      assertThat(desk.status()).as(missing).isEqualTo(422);
    }
    FormElement form = Browser.form(desk.open("/desk/ask"), "main form");
    desk.send(form, "citizen", Reception.AN, "patientFile", "BN-0305", "years", "2147483647");
    assertThat(desk.status()).isEqualTo(422);
  }

  @Test
  void aPasswordInTheClearIsForDemonstrationsAlone(@TempDir Path folder) {
    Staff clerk = new Staff("desk", "{noop}desk-2611", Role.DESK);
    HospitalSettings settings = new HospitalSettings(folder, List.of(clerk));
    assertThatThrownBy(() -> new Doors().staff(settings, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("{bcrypt}")
        .hasMessageNotContaining("2611");
  }

  @Test
  void aReasonThatHoldsACitizenNumberIsRefused() {
    Reception hospital = new Reception(port);
    var id = Reception.id(hospital.ask(Reception.AN, "BN-0101", "allergies"));
    hospital.desk().open("/desk/requests/" + id);
    Document why = hospital.doctor().open("/doctor/patients/" + id);
    Document again =
        hospital.doctor().send(Browser.form(why, "main form"), "ward", "3", "reason", Reception.AN);
    assertThat(again.expectFirst(".notice.bad").text()).contains("không được chứa số định danh");
    assertThat(hospital.doctor().open("/doctor/patients/" + id + "/record").location())
        .endsWith("/doctor/patients/" + id);
  }
}

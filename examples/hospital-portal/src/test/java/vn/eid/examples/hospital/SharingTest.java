package vn.eid.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.eid.consent.ConsentId;
import vn.eid.consent.EndCause;
import vn.eid.mock.EidMock;
import vn.eid.mock.SeenRequests;
import vn.eid.records.SealedRecords;
import vn.eid.webhook.WebhookEvent;

/** From the question at the desk to the end of the consent. */
@HospitalTest
class SharingTest {
  private static final String SUMMARY = "patient_summary";
  private static final String RESULTS = "laboratory_results";
  private static final String IMAGES = "imaging_reports";

  @Value("${local.server.port}")
  private int port;

  @Autowired private EidMock mock;
  @Autowired private SealedRecords copies;
  @Autowired private ConsentDesk desk;
  @Autowired private HospitalSettings settings;

  private Reception hospital;

  @BeforeEach
  void open() {
    mock.deliverEventsTo(URI.create("http://localhost:" + port + "/eid/webhook"));
    hospital = new Reception(port);
  }

  @Test
  void theDeskAsksAndWaitsUntilTheCitizenDecides() {
    mock.citizen(Reception.TAM).ignoresEverything();
    Document waiting = hospital.ask(Reception.TAM, "BN-0001", SUMMARY, RESULTS, IMAGES);
    ConsentId id = Reception.id(waiting);
    assertThat(waiting.expectFirst(".head .badge").text()).isEqualTo("Đang chờ");
    assertThat(waiting.select("img.qr").attr("src")).startsWith("data:image/svg+xml");
    assertThat(waiting.outerHtml()).doesNotContain(Reception.TAM).contains("*********167");
    assertThat(state(id)).isEqualTo("WAITING");

    mock.citizen(Reception.TAM).approve(id.value(), SUMMARY, RESULTS);
    mock.awaitDeliveries();
    assertThat(state(id)).startsWith("NARROWED patient_summary");
    Document decided = hospital.desk().open("/desk/requests/" + id);
    assertThat(decided.expectFirst(".head .badge").text()).isEqualTo("Đồng ý một phần");
    assertThat(decided.select("li:contains(Chẩn đoán hình ảnh) .badge").text())
        .isEqualTo("không chia sẻ");
  }

  @Test
  void whoDeclinesIsNotAskedTwiceByTheSameForm() {
    mock.citizen(Reception.TAM).declinesEverything();
    Document form = hospital.desk().open("/desk/ask");
    String[] fields = {"citizen", Reception.TAM, "patientFile", "BN-0002", "dataSets", SUMMARY};
    Document first = hospital.desk().send(Browser.form(form, "main form"), fields);
    Document second = hospital.desk().send(Browser.form(form, "main form"), fields);
    assertThat(Reception.id(second)).isEqualTo(Reception.id(first));
    Document decided = hospital.desk().open("/desk/requests/" + Reception.id(first));
    assertThat(decided.expectFirst(".notice").text()).startsWith("Người bệnh đã từ chối");
    assertThat(hospital.doctor().open("/doctor").text()).doesNotContain("BN-0002");
    assertThat(hospital.read(Reception.id(first)).expectFirst(".notice").text())
        .contains("chưa từng nhận hồ sơ nào")
        .doesNotContain("đã bị hủy");
  }

  @Test
  void theDoctorSeesWhatIsSharedAndWhatIsNot() {
    ConsentId id = agreed("BN-0003", SUMMARY, RESULTS);
    Document record = hospital.read(id);
    assertThat(record.expectFirst("h1").text()).isEqualTo("Vũ Thị Tâm");
    assertThat(record.select("section:contains(Kết quả xét nghiệm) tbody tr")).isNotEmpty();
    String missing = record.expectFirst("section.notice").text();
    assertThat(missing)
        .contains("Người bệnh không chia sẻ: Chẩn đoán hình ảnh")
        .contains("Kết quả xét nghiệm: 3 bản ghi không được cung cấp vì nhạy cảm.")
        .contains("một nguồn chưa trả lời");
    assertThat(record.text()).contains("3,8 mmol/L").doesNotContain(Reception.TAM);
    assertThat(hospital.doctor().open("/doctor/patients/" + id + "/record?lang=en").text())
        .contains("3.8 mmol/L", "not given out because they are sensitive");
  }

  @Test
  void aSecondLookPullsNothingButAsksWhetherTheConsentStands() {
    ConsentId id = agreed("BN-0004", RESULTS);
    hospital.read(id);
    int pulls = pulls();
    int asked = mock.requests(SeenRequests.to("GET", "/consent/v1/consents/" + id)).size();
    hospital.doctor().open("/doctor/patients/" + id + "/record");
    assertThat(pulls()).isEqualTo(pulls).isPositive();
    assertThat(mock.requests(SeenRequests.to("GET", "/consent/v1/consents/" + id)))
        .hasSizeGreaterThan(asked);
  }

  @Test
  void aWithdrawalClosesTheViewAndDestroysTheCopyAtOnce() throws Exception {
    ConsentId id = agreed("BN-0005", SUMMARY, RESULTS);
    hospital.read(id);
    assertThat(hospital.doctor().script("/doctor/patients/" + id + "/state"))
        .startsWith("NARROWED");

    mock.citizen(Reception.TAM).revoke(id.value());
    mock.awaitDeliveries();
    assertThat(hospital.doctor().script("/doctor/patients/" + id + "/state"))
        .startsWith("WITHDRAWN");
    assertThat(copies.erasure(id)).isPresent();
    try (var receipts = Files.list(settings.folder().resolve("receipts"))) {
      assertThat(receipts.map(Path::toString)).noneMatch(file -> file.contains(id.value()));
    }
    Document refused = hospital.doctor().open("/doctor/patients/" + id + "/record");
    assertThat(hospital.doctor().status()).isEqualTo(410);
    assertThat(refused.expectFirst("[lang=vi].quote").text()).startsWith("Bạn đã rút lại");
    assertThat(refused.expectFirst("[lang=en].quote").text()).startsWith("You took your consent");
    assertThat(refused.text()).doesNotContain("Vũ Thị Tâm", "mmol");
    assertThat(hospital.doctor().open("/doctor").text()).doesNotContain("BN-0005");
  }

  @Test
  void aWithdrawalThatNobodyToldOfIsFoundAtTheNextLook() {
    ConsentId id = agreed("BN-0006", RESULTS);
    hospital.read(id);
    mock.deliverEventsTo(URI.create("http://localhost:" + port + "/nowhere"));
    mock.citizen(Reception.TAM).revoke(id.value());
    hospital.doctor().open("/doctor/patients/" + id + "/record");
    assertThat(hospital.doctor().status()).isEqualTo(410);
  }

  @Test
  void whereTheConsentIsUsedUpTheCopyIsDestroyedToo() {
    ConsentId id = agreed("BN-0009", RESULTS);
    hospital.read(id);
    desk.hear(new WebhookEvent.ConsentEnded(id, EndCause.USED_UP, Instant.now()));
    assertThat(copies.erasure(id)).isPresent();
  }

  @Test
  void whatIsNotNeededAnyMoreIsGivenBack() {
    ConsentId id = agreed("BN-0007", RESULTS);
    hospital.read(id);
    Document request = hospital.desk().open("/desk/requests/" + id);
    Document after = hospital.desk().send(Browser.form(request, "form[action$=give-back]"));
    assertThat(after.expectFirst(".head .badge").text()).isEqualTo("Đã kết thúc");
    assertThat(copies.erasure(id)).isPresent();
  }

  @Test
  void aSourceThatDidNotAnswerIsAskedOnceMore() {
    ConsentId id = agreed("BN-0008", RESULTS);
    Document record = hospital.read(id);
    int pulls = pulls();
    Document again = hospital.doctor().send(Browser.form(record, "form[action$=again]"));
    assertThat(again.select("section:contains(Kết quả xét nghiệm) tbody tr")).isNotEmpty();
    assertThat(pulls()).isGreaterThan(pulls);
  }

  /** A consent of Vũ Thị Tâm, who never shares her imaging reports. */
  private ConsentId agreed(String patientFile, String... dataSets) {
    mock.citizen(Reception.TAM).ignoresEverything();
    String[] more = Arrays.copyOf(dataSets, dataSets.length + 1);
    more[dataSets.length] = IMAGES;
    ConsentId id = Reception.id(hospital.ask(Reception.TAM, patientFile, more));
    mock.citizen(Reception.TAM).approve(id.value(), dataSets);
    mock.awaitDeliveries();
    return id;
  }

  private int pulls() {
    return mock.requests(SeenRequests.to("GET", "/fhir/v1/Observation")).size();
  }

  private String state(ConsentId id) {
    return hospital.desk().script("/desk/requests/" + id + "/state");
  }
}

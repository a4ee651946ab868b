package vn.eid.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.eid.consent.ConsentId;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;
import vn.eid.mock.SeenRequests;
import vn.eid.records.HealthData;

/** A record that is open on a screen, and what closes it. */
@HospitalTest
class OpenScreenTest {
  @Value("${local.server.port}")
  private int port;

  @Autowired private EidMock mock;
  @Autowired private TestClock clock;
  @Autowired private Charts charts;

  @Test
  void aScreenThatNobodySitsAtLosesItsSession() {
    Reception hospital = new Reception(port);
    String state = open(hospital, "BN-0301");
    clock.forward(Duration.ofMinutes(14));
    hospital.doctor().script(state);
    assertThat(hospital.doctor().status()).isEqualTo(200);
    clock.forward(Duration.ofMinutes(2));
    hospital.doctor().script(state);
    assertThat(hospital.doctor().status()).isEqualTo(401);
    assertThat(hospital.doctor().open("/doctor").location()).endsWith("/login");
  }

  @Test
  void whoWorksKeepsTheSession() {
    Reception hospital = new Reception(port);
    for (int page = 0; page < 3; page++) {
      clock.forward(Duration.ofMinutes(14));
      assertThat(hospital.doctor().open("/doctor").location()).endsWith("/doctor");
    }
  }

  @Test
  void aWithdrawalThatNobodyToldOfClosesTheOpenPage() {
    Reception hospital = new Reception(port);
    mock.deliverEventsTo(URI.create("http://localhost:" + port + "/nowhere"));
    String state = open(hospital, "BN-0302");
    assertThat(hospital.doctor().script(state)).startsWith("AGREED");
    int asked = looks(state);
    hospital.doctor().script(state);
    assertThat(looks(state)).isEqualTo(asked).isPositive();

    mock.citizen(Reception.AN).revoke(state.split("/", -1)[3]);
    clock.forward(Duration.ofSeconds(30));
    assertThat(hospital.doctor().script(state)).startsWith("WITHDRAWN");
  }

  @Test
  void whereTheRegistryDoesNotAnswerNobodySaysThatTheConsentStands() {
    Reception hospital = new Reception(port);
    String state = open(hospital, "BN-0303");
    clock.forward(Duration.ofSeconds(30));
    mock.inject(Fault.TRANSPORT_RESET);
    hospital.doctor().script(state);
    assertThat(hospital.doctor().status()).isEqualTo(503);
    mock.clearFaults();
  }

  @Test
  void aSummaryThatDidNotComeIsNoReasonToShowNothing() {
    Shortfall withheld =
        new Shortfall(clock.instant(), 0, List.of(new Shortfall.Part("SOURCE_UNREACHABLE", 0)));
    Chart chart =
        charts.of(List.of(new Archive.Drawer(HealthData.PATIENT_SUMMARY, List.of(), withheld)));
    assertThat(chart.person()).isEmpty();
    assertThat(chart.isWhole()).isFalse();
    assertThat(chart.sections())
        .extracting(Chart.Section::title)
        .containsExactly("data.patient_summary");
  }

  @Test
  void aFileThatTheHospitalDoesNotHaveIsNotFound() {
    Reception hospital = new Reception(port);
    ConsentId id = Reception.id(hospital.ask(Reception.AN, "BN-0304", "allergies"));
    Document why = hospital.doctor().open("/doctor/patients/" + id);
    FormElement form = Browser.form(why, "main form");
    form.attr("action", form.absUrl("action").replace(id.value(), "SPRING_SECURITY_CONTEXT"));
    hospital.doctor().send(form, "ward", "3", "reason", "tái khám");
    assertThat(hospital.doctor().status()).isEqualTo(404);
    assertThat(hospital.doctor().open("/doctor").location()).endsWith("/doctor");
  }

  /** Opens a record; gives what its page asks every few seconds. */
  private String open(Reception hospital, String patientFile) {
    ConsentId id = Reception.id(hospital.ask(Reception.AN, patientFile, "allergies"));
    hospital.desk().open("/desk/requests/" + id);
    hospital.read(id);
    return "/doctor/patients/" + id + "/state";
  }

  private int looks(String state) {
    String id = state.split("/", -1)[3];
    return mock.requests(SeenRequests.to("GET", "/consent/v1/consents/" + id)).size();
  }
}

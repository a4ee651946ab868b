package vn.eid.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.eid.audit.AuditLedger;
import vn.eid.consent.ConsentEvidence;
import vn.eid.consent.ConsentId;
import vn.eid.consent.EndCause;
import vn.eid.mock.EidMock;

/** What an inspector sees, and what holds when it is verified elsewhere. */
@HospitalTest
class InspectionTest {
  @Value("${local.server.port}")
  private int port;

  @Autowired private EidMock mock;
  @TempDir private Path elsewhere;

  @Test
  void theLedgerNamesWhoReadWhatAndWhyAndNoCitizen() {
    readByADoctor("BN-0201");
    Document ledger = Browser.of("inspector", port).open("/audit");
    assertThat(ledger.expectFirst(".notice").text()).startsWith("Sổ nguyên vẹn.");
    String look = ledger.select("tr:contains(BN-0201):contains(đọc bản sao)").text();
    assertThat(look).contains("doctor, Khoa Nội 3: tái khám", "Dị ứng");
    assertThat(ledger.text()).doesNotContain(Reception.AN);
  }

  @Test
  void theDownloadedLedgerIsVerifiedElsewhereAndAForgedOneIsNot() throws IOException {
    readByADoctor("BN-0202");
    unzip(Browser.of("inspector", port).download("/audit/ledger.zip"));
    Path file = elsewhere.resolve("reads");
    String keys = Files.readString(elsewhere.resolve("hospital-keys.json"));
    assertThat(AuditLedger.verify(file, keys).isIntact()).isTrue();
    String forged = Files.readString(file).replaceFirst("tái khám", "cấp cứu");
    Files.writeString(file, forged);
    assertThat(AuditLedger.verify(file, keys).isIntact()).isFalse();
  }

  @Test
  void theEvidenceOfAConsentIsVerifiedElsewhereAndTellsItsEnd() throws IOException {
    ConsentId id = readByADoctor("BN-0203");
    mock.citizen(Reception.AN).revoke(id.value());
    unzip(Browser.of("inspector", port).download("/audit/evidence/" + id));
    ConsentEvidence evidence =
        ConsentEvidence.verify(
            Files.readString(elsewhere.resolve("evidence.json")),
            Files.readString(elsewhere.resolve("registry-keys.json")),
            Files.readString(elsewhere.resolve("hospital-keys.json")));
    assertThat(evidence.id()).isEqualTo(id);
    assertThat(evidence.endCause()).contains(EndCause.REVOKED_BY_CITIZEN);
    assertThat(evidence.toJson()).doesNotContain(Reception.AN);
  }

  private ConsentId readByADoctor(String patientFile) {
    Reception hospital = new Reception(port);
    ConsentId id = Reception.id(hospital.ask(Reception.AN, patientFile, "allergies"));
    hospital.desk().open("/desk/requests/" + id);
    hospital.read(id);
    return id;
  }

  private void unzip(byte[] zip) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.write(elsewhere.resolve(entry.getName()), in.readAllBytes());
      }
    }
  }
}

package vn.eid.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.consent.ConsentId;
import vn.eid.consent.EndCause;

/** What lies in the hospital's folder. */
class FilesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  private static final AskedConsent ASKED =
      new AskedConsent(
          ConsentId.of("consent-1"),
          "BN-0042",
          "*********167",
          CarePurpose.TREATMENT,
          "desk",
          NOW,
          List.of("allergies"),
          List.of("allergies"),
          ConsentState.AGREED,
          NOW.plusSeconds(60));

  private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

  @TempDir private Path folder;

  @Test
  void theListOfRequestsIsThereAfterARestart() throws IOException {
    book().add(ASKED);
    assertThat(book().newestFirst()).containsExactly(ASKED);
    book().change(ASKED.id(), asked -> asked.ended(EndCause.REVOKED_BY_CITIZEN, NOW));
    assertThat(book().find(ASKED.id())).map(AskedConsent::state).contains(ConsentState.WITHDRAWN);
  }

  @Test
  void whatIsOverStaysSoWhateverArrivesLater() throws IOException {
    ConsentBook book = book();
    book.add(ASKED);
    book.change(ASKED.id(), asked -> asked.ended(EndCause.REVOKED_BY_CITIZEN, NOW));
    book.change(ASKED.id(), asked -> ASKED);
    assertThat(book.find(ASKED.id()).orElseThrow().stands(NOW)).isFalse();
  }

  @Test
  void aConsentEndsByItsTimeThoughNobodyTells() {
    assertThat(ASKED.stateAt(NOW)).isEqualTo(ConsentState.AGREED);
    assertThat(ASKED.stateAt(NOW.plusSeconds(60))).isEqualTo(ConsentState.OVER);
    assertThat(ASKED.stands(NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void anOpenPageIsOutOfDateWhenAPartIsTakenBack() {
    AskedConsent less =
        new AskedConsent(
            ASKED.id(),
            ASKED.patientFile(),
            ASKED.citizen(),
            ASKED.purpose(),
            ASKED.askedBy(),
            NOW,
            ASKED.asked(),
            List.of(),
            ASKED.state(),
            ASKED.until());
    assertThat(less.shownAt(NOW)).isNotEqualTo(ASKED.shownAt(NOW));
  }

  @Test
  void theStorageKeyIsMadeOnceAndForItsOwnerAlone() throws IOException {
    Path key = StorageKeyFile.in(folder);
    byte[] made = Files.readAllBytes(key);
    assertThat(made).hasSize(32);
    assertThat(Files.getPosixFilePermissions(key))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readAllBytes(StorageKeyFile.in(folder))).isEqualTo(made);
  }

  private ConsentBook book() throws IOException {
    return new ConsentBook(new HospitalSettings(folder, List.of()), json);
  }
}

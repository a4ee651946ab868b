package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.MockedApplicationTest;
import vn.eid.StorageKey;
import vn.eid.audit.AuditLedger;
import vn.eid.consent.Consent;

/**
 * Another process is killed (SIGKILL) at some moment, and this one opens what it left. How often:
 * system property {@code kills}.
 */
class KilledProcessTest extends MockedApplicationTest {
  private static final int KILLS = Integer.getInteger("kills", 6);

  @TempDir Path temporary;

  @Test
  void whatAKilledProcessAcknowledgedIsThereAndNothingHalf() throws Exception {
    Random random = new Random();
    for (int run = 0; run < KILLS; run++) {
      Consent.Active consent = app.consent("099085000011", HealthData.IMMUNIZATIONS);
      Path directory = temporary.resolve("run" + run);
      List<String> said = killed(consent, directory, 1 + random.nextInt(4), random.nextInt(400));
      check(consent, directory, said.get(said.size() - 1));
    }
  }

  private void check(Consent.Active consent, Path directory, String last) {
    ClientKey key = ClientKey.fromJwk(mock.clientKeyJwk());
    try (EidClient client =
        Application.builder(mock, key)
            .storageKey(StorageKey.of(KilledProgram.STORAGE))
            .auditLedger(directory.resolve("ledger"))
            .build()) {
      SealedRecords store = client.sealedRecords(directory.resolve("store"));
      if (store.erasure(consent.id()).isPresent()) {
        assertThat(directory.resolve("store/keys")).isEmptyDirectory();
        assertThat(directory.resolve("store/copies")).isEmptyDirectory();
      } else {
        assertThat(last).isNotEqualTo("erased");
        checkCopy(consent, store, last);
      }
    }
    assertThat(AuditLedger.verify(directory.resolve("ledger"), key.publicKeys()).isIntact())
        .isTrue();
  }

  private static void checkCopy(Consent.Active consent, SealedRecords store, String last) {
    long acknowledged = last.startsWith("kept ") ? Long.parseLong(last.substring(5)) : 0;
    long found =
        store.find(consent, HealthData.IMMUNIZATIONS).map(SealedCopy::resources).orElse(0L);
    assertThat(found).isIn(acknowledged, acknowledged + 500);
    if (found > 0) {
      assertThat(SealedRecordsTest.texts(store.read(consent, HealthData.IMMUNIZATIONS)))
          .isEqualTo(SealedRecordsTest.texts(SealedRecordsTest.items((int) found)));
    }
  }

  /** What the process said until it was killed. */
  private List<String> killed(Consent.Active consent, Path directory, int copies, int afterMillis)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Path said = directory.resolve("said");
    Process process = start(consent, directory, copies, said);
    while (Files.size(said) == 0) {
      assertThat(process.waitFor(5, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
    }
    boolean unused = process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
    process.destroyForcibly();
    process.waitFor();
    return Files.readAllLines(said);
  }

  private Process start(Consent.Active consent, Path directory, int copies, Path said)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledProgram.class.getName(),
            mock.issuer().toString(),
            mock.clientId(),
            mock.clientKeyJwk(),
            consent.id().value(),
            directory.toString(),
            String.valueOf(copies))
        .redirectOutput(said.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}

package vn.eid.records;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.StorageKey;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;

/** A process that keeps one copy after the other, then erases, until somebody kills it. */
final class KilledProgram {
  static final byte[] STORAGE =
      "01234567890123456789012345678901".getBytes(StandardCharsets.US_ASCII);

  private KilledProgram() {}

  /** Arguments: issuer, client id, key, consent, directory, how many copies before the erasure. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    try (EidClient client = client(args)) {
      Consent.Active consent = client.consents().requireActive(ConsentId.of(args[3]));
      SealedRecords store = client.sealedRecords(Path.of(args[4], "store"));
      out.println("open");
      for (int count = 1; count <= Integer.parseInt(args[5]); count++) {
        store.keep(consent, HealthData.IMMUNIZATIONS, SealedRecordsTest.items(count * 500), "ward");
        out.println("kept " + count * 500);
      }
      store.erase(consent.id());
      out.println("erased");
    }
  }

  private static EidClient client(String[] args) {
    return EidClient.builder(
            Environment.sandbox(URI.create(args[0])), args[1], ClientKey.fromJwk(args[2]))
        .storageKey(StorageKey.of(STORAGE))
        .auditLedger(Path.of(args[4], "ledger"))
        .build();
  }
}

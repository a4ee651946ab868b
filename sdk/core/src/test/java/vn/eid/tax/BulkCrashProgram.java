package vn.eid.tax;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;

/** A process that links a file, until it is done or somebody kills it. */
final class BulkCrashProgram {
  private BulkCrashProgram() {}

  /** Arguments: issuer, client id, key, directory. */
  public static void main(String[] args) throws InterruptedException {
    try (EidClient client =
        EidClient.builder(
                Environment.sandbox(URI.create(args[0])), args[1], ClientKey.fromJwk(args[2]))
            .build()) {
      client
          .taxLinks()
          .link(
              BulkLink.of(
                      LinkRows.csv(Path.of(args[3], "staff.csv")),
                      LinkResults.csv(Path.of(args[3], "result.csv")))
                  .inChunksOf(100)
                  .patientFor(Duration.ofMinutes(1))
                  .resuming());
    }
  }
}

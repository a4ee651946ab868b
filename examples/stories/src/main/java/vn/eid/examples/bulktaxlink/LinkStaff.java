package vn.eid.examples.bulktaxlink;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.tax.BulkLink;
import vn.eid.tax.BulkProgress;
import vn.eid.tax.BulkSummary;
import vn.eid.tax.LinkResults;
import vn.eid.tax.LinkRows;
import vn.eid.tax.RowOutcome;

/** The payroll office's program. It may be killed at any moment, and started again. */
public final class LinkStaff {
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private long told;

  private LinkStaff() {}

  /** {@code issuer clientId keyFile staffFile resultsFile}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    ClientKey key = ClientKey.fromJwk(Files.readString(Path.of(args[2])));
    Environment sandbox = Environment.sandbox(URI.create(args[0]));
    BulkLink everybody =
        BulkLink.of(LinkRows.csv(Path.of(args[3])), LinkResults.csv(Path.of(args[4])))
            .resuming()
            .inChunksOf(250)
            .reportingTo(new LinkStaff()::tell);
    try (EidClient eid = EidClient.builder(sandbox, args[1], key).build()) {
      tell(eid.taxLinks().link(everybody));
    }
  }

  /** Now and then; the SDK tells more often. */
  private void tell(BulkProgress progress) {
    if (progress.rows() < told + 1_000) {
      return;
    }
    told = progress.rows();
    OUT.printf(
        "  %,6d rows, %3.0f%%, %,5.0f rows a second%s%n",
        progress.rows(),
        100 * progress.fraction().orElse(0),
        progress.rowsPerSecond(),
        progress.rateLimited() ? ", waiting for the registry's limit" : "");
  }

  private static void tell(BulkSummary summary) {
    OUT.printf("  %,6d rows had their result before.%n", summary.rowsBefore());
    for (RowOutcome outcome : RowOutcome.values()) {
      if (summary.count(outcome) > 0) {
        String name = outcome.toString().toLowerCase(Locale.ROOT);
        OUT.printf("  %,6d %s%n", summary.count(outcome), name);
      }
    }
    OUT.printf("  %,6d rows in all%n", summary.rows());
  }
}

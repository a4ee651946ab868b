package vn.eid.benchmarks.bulk;

import java.util.function.Consumer;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.tax.BulkLink;
import vn.eid.tax.BulkProgress;
import vn.eid.tax.BulkSummary;
import vn.eid.tax.LinkResults;
import vn.eid.tax.LinkRows;

/** The same with the SDK. It goes on where a process before it was killed. */
final class WithSdk {
  private WithSdk() {}

  /** The program. */
  public static void main(String[] args) throws Exception {
    System.out.println(Measured.of(Job.of(args), WithSdk::link).line());
  }

  private static long link(Job job) throws Exception {
    return link(job, unused -> {});
  }

  /** Links them all; how many they were. */
  static long link(Job job, Consumer<BulkProgress> progress) throws Exception {
    BulkLink bulk =
        BulkLink.of(LinkRows.csv(job.in()), LinkResults.csv(job.out()))
            .inChunksOf(job.chunk())
            .atOnce(job.atOnce())
            .resuming()
            .reportingTo(progress);
    ClientKey key = ClientKey.fromJwk(job.keyText());
    try (EidClient eid =
        EidClient.builder(Environment.sandbox(job.issuer()), job.clientId(), key).build()) {
      BulkSummary summary = eid.taxLinks().link(bulk);
      return summary.rows() - summary.rowsBefore();
    }
  }
}

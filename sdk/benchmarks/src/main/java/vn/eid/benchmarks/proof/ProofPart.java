package vn.eid.benchmarks.proof;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import vn.eid.benchmarks.By;
import vn.eid.benchmarks.Jmh;
import vn.eid.benchmarks.Part;
import vn.eid.benchmarks.Row;

/** DPoP proofs and client assertions with ES256. */
public final class ProofPart implements Part {
  @Override
  public String name() {
    return "proof";
  }

  @Override
  public List<Row> measure() throws RunnerException {
    List<Row> rows = new ArrayList<>();
    for (Document document : Document.values()) {
      for (By by : By.values()) {
        rows.addAll(measure(document, by));
      }
    }
    return rows;
  }

  private static List<Row> measure(Document document, By by) throws RunnerException {
    String measure = document + ", ES256, " + by;
    return new Jmh(ProofBenchmark.class)
            .with("document", document)
            .with("by", by)
            .with("signatory", List.of(Signatory.values()))
            .run()
            .stream()
            .map(run -> row(measure, run))
            .toList();
  }

  private static Row row(String measure, RunResult run) {
    Signatory signatory = Jmh.parameter(run, "signatory", Signatory.class);
    return new Row(measure, signatory.toString(), Jmh.score(run), "signed/s", signatory.note());
  }
}

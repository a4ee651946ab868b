package vn.eid.benchmarks.statement;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import vn.eid.benchmarks.By;
import vn.eid.benchmarks.Jmh;
import vn.eid.benchmarks.Part;
import vn.eid.benchmarks.Row;

/** Population checks, the network taken away. */
public final class CheckPart implements Part {
  @Override
  public String name() {
    return "population";
  }

  @Override
  public List<Row> measure() throws RunnerException {
    List<Row> rows = new ArrayList<>();
    for (By by : By.values()) {
      new Jmh(CheckBenchmark.class)
          .with("by", by)
          .with("asker", List.of(Asker.values()))
          .run()
          .forEach(run -> rows.add(row(by, run)));
    }
    return rows;
  }

  private static Row row(By by, RunResult run) {
    Asker asker = Jmh.parameter(run, "asker", Asker.class);
    return new Row(
        "population check, ES256, " + by,
        asker.toString(),
        Jmh.score(run),
        "checks/s",
        asker.note());
  }
}

package vn.eid.benchmarks.statement;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import vn.eid.benchmarks.By;
import vn.eid.benchmarks.Jmh;
import vn.eid.benchmarks.Part;
import vn.eid.benchmarks.Row;

/** Events by webhook, each of which comes once. */
public final class EventPart implements Part {
  @Override
  public String name() {
    return "event";
  }

  @Override
  public List<Row> measure() throws RunnerException {
    List<Row> rows = new ArrayList<>();
    for (By by : By.values()) {
      new Jmh(EventBenchmark.class)
          .with("by", by)
          .with("reader", List.of(Reader.values()))
          .run()
          .forEach(run -> rows.add(row(by, run)));
    }
    return rows;
  }

  private static Row row(By by, RunResult run) {
    Reader reader = Jmh.parameter(run, "reader", Reader.class);
    // JMH tells the seconds that one event took.
    return new Row(
        "event by webhook, ES256, " + by,
        reader.toString(),
        1 / Jmh.score(run),
        "events/s",
        reader.note());
  }
}

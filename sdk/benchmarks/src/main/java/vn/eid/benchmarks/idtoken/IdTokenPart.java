package vn.eid.benchmarks.idtoken;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import vn.eid.benchmarks.By;
import vn.eid.benchmarks.Jmh;
import vn.eid.benchmarks.Part;
import vn.eid.benchmarks.Row;

/** The check of an id token in each form, and what it puts on the heap. */
public final class IdTokenPart implements Part {
  @Override
  public String name() {
    return "id-token";
  }

  @Override
  public List<Row> measure() throws RunnerException {
    List<Row> rows = new ArrayList<>();
    for (TokenForm form : TokenForm.values()) {
      for (By by : By.values()) {
        rows.addAll(measure(form, by));
      }
    }
    return rows;
  }

  private static List<Row> measure(TokenForm form, By by) throws RunnerException {
    Collection<RunResult> runs =
        new Jmh(IdTokenBenchmark.class)
            .with("form", form)
            .with("by", by)
            .with("checker", Checker.among(form, by))
            .run();
    String measure = "id token check, " + form + ", " + by;
    List<Row> rows = new ArrayList<>();
    runs.forEach(run -> rows.add(row(measure, run, Jmh.score(run), "checks/s")));
    runs.forEach(run -> rows.add(row(measure, run, Jmh.allocated(run), "bytes a check")));
    return rows;
  }

  private static Row row(String measure, RunResult run, double value, String unit) {
    Checker checker = Jmh.parameter(run, "checker", Checker.class);
    return new Row(measure, checker.toString(), value, unit, checker.note());
  }
}

package vn.eid.benchmarks.statement;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.eid.benchmarks.By;

/** One contender that asks the population register, or reads its receipt. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH begins with the set-up
public class CheckBenchmark {
  @Param public By by;
  @Param public Asker asker;

  private Asker.Asking asking;

  @Setup
  public void prepare() throws Exception {
    asking = asker.of(Registry.fresh(), by);
  }

  @Benchmark
  public Object ask() throws Exception {
    return asking.ask();
  }
}

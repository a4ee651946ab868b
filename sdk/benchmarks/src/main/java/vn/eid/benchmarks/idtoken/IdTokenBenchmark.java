package vn.eid.benchmarks.idtoken;

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

/** One contender that checks one id token again and again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH begins with the set-up
public class IdTokenBenchmark {
  @Param public TokenForm form;
  @Param public By by;
  @Param public Checker checker;

  private IdTokenCheck check;
  private String token;

  @Setup
  public void prepare() throws Exception {
    Issuer issuer = Issuer.of(form);
    check = checker.of(issuer, by);
    token = issuer.token();
  }

  @Benchmark
  public Object check() throws Exception {
    return check.verify(token);
  }
}

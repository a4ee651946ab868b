package vn.eid.benchmarks.proof;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
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

/** One contender that signs one document after the other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH begins with the set-up
public class ProofBenchmark {
  @Param public Document document;
  @Param public By by;
  @Param public Signatory signatory;

  private Maker maker;

  @Setup
  public void prepare() throws Exception {
    maker = signatory.of(document, new ECKeyGenerator(Curve.P_256).keyID("client").generate(), by);
  }

  @Benchmark
  public String make() throws Exception {
    return maker.make();
  }
}

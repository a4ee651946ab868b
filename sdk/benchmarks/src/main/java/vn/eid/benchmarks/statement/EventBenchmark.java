package vn.eid.benchmarks.statement;

import com.nimbusds.jose.JOSEException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import vn.eid.benchmarks.By;

/** One contender that reads events, none of which came before: many in each invocation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH begins with the set-up
public class EventBenchmark {
  static final int EVENTS = 4_000;

  @Param public By by;
  @Param public Reader reader;

  private Registry registry;
  private Reader.Reading reading;
  private final List<byte[]> events = new ArrayList<>();

  @Setup
  public void prepare() throws Exception {
    registry = Registry.fresh();
    reading = reader.of(registry, by);
  }

  @Setup(Level.Invocation)
  public void sign() throws JOSEException {
    events.clear();
    for (int i = 0; i < EVENTS; i++) {
      events.add(registry.event().getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void read(Blackhole read) throws Exception {
    for (byte[] event : events) {
      read.consume(reading.read(event));
    }
  }
}

package vn.eid.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A benchmark of JMH, with some of its parameters: each combination in a process of its own. */
public final class Jmh {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final ChainedOptionsBuilder options;

  public Jmh(Class<?> benchmark) {
    this.options =
        new OptionsBuilder()
            .include("\\Q" + benchmark.getName() + ".\\E")
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(4)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
  }

  /** With these values of a parameter. */
  public Jmh with(String parameter, Collection<? extends Enum<?>> values) {
    options.param(parameter, values.stream().map(Enum::name).toArray(String[]::new));
    return this;
  }

  /** The same with one value. */
  public Jmh with(String parameter, Enum<?> value) {
    return with(parameter, List.of(value));
  }

  public Collection<RunResult> run() throws RunnerException {
    return new Runner(options.build()).run();
  }

  /** What a parameter was in a run. */
  public static <E extends Enum<E>> E parameter(RunResult run, String name, Class<E> type) {
    return Enum.valueOf(type, run.getParams().getParam(name));
  }

  public static double score(RunResult run) {
    return run.getPrimaryResult().getScore();
  }

  /** Bytes that each operation put on the heap. */
  public static double allocated(RunResult run) {
    return Objects.requireNonNull(run.getSecondaryResults().get(ALLOCATED)).getScore();
  }
}

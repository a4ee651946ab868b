package vn.eid.benchmarks.mock;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.eid.benchmarks.Figures;

/**
 * The mock server beside mock-oauth2-server: how soon it answers, how many tokens it gives, how
 * much memory it takes. For a token ours verifies two signatures, of the client and of its DPoP
 * proof, and records the request; theirs verifies nothing, and signs one with RS256.
 */
public final class MockServerBenchmark {
  static final String START = "start, ms";
  static final String MEMORY = "memory after start, MB";
  static final String MEMORY_AFTER = "memory after the load, MB";

  private final int rounds;
  private final int requests;

  /**
   * @param rounds in each, every server is started and asked
   * @param requests so many of each kind, after as many that do not count
   */
  MockServerBenchmark(int rounds, int requests) {
    this.rounds = rounds;
    this.requests = requests;
  }

  /** {@code ourJar fileWithTheirClassPath fileForTheFigures}. */
  public static void main(String[] args) throws Exception {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path jar = Path.of(args[0]);
    List<MockContender> contenders =
        List.of(
            new EidMockServer(jar, false),
            new EidMockServer(jar, true),
            MockOauth2Server.of(Path.of(args[1])));
    MockServerBenchmark benchmark = new MockServerBenchmark(5, 2_000);
    MockReport report = new MockReport(benchmark.run(contenders));
    out.printf(
        "Java %s, %d processors, which the servers share with who asks.%n%s%n%n",
        System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), benchmark);
    report.print(out);
    report.write(Path.of(args[2]));
  }

  List<Figures> run(List<MockContender> contenders) throws Exception {
    List<Figures> all = contenders.stream().map(it -> new Figures(it.label())).toList();
    for (int round = 0; round < rounds; round++) {
      // Whoever comes first finds another machine than who comes last.
      for (int i : order(contenders.size(), round)) {
        measure(contenders.get(i), all.get(i));
      }
    }
    return all;
  }

  /** Which server is measured when: another one is first in each round. */
  static List<Integer> order(int size, int round) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    Collections.rotate(order, round);
    return order;
  }

  private void measure(MockContender contender, Figures figures) throws Exception {
    try (MockProcess process = contender.start()) {
      figures.add(START, (double) process.millisToFirstAnswer());
      figures.add(MEMORY, (double) process.megabytes());
      for (MockLoad load : contender.loads()) {
        double unused = perSecond(load, process.issuer());
        figures.add(load.label(), perSecond(load, process.issuer()));
      }
      figures.add(MEMORY_AFTER, (double) process.megabytes());
    }
  }

  // Made at once before they are sent: a nonce is not good for long.
  private double perSecond(MockLoad load, URI issuer) throws Exception {
    return LoadRun.perSecond(issuer, load.requests(issuer, requests));
  }

  @Override
  public String toString() {
    return String.format(
        "%d rounds, each server in a process of its own with a heap of 256 MB. Start: from the"
            + " start of the process%nto its first answer. The rest: %,d requests a round over 8"
            + " connections, after as many that do not count.",
        rounds, requests);
  }
}

package vn.eid.benchmarks.mock;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import vn.eid.benchmarks.Figures;
import vn.eid.benchmarks.Turns;

/**
 * The mock server beside mock-oauth2-server: how soon it answers, how many tokens it gives, how
 * much memory it takes. For a token ours verifies two signatures, of the client and of its DPoP
 * proof, and records the request; theirs verifies nothing, and signs one with RS256.
 */
final class MockServerBenchmark {
  static final String START = "start, ms";
  static final String MEMORY = "memory after start, MB";
  static final String MEMORY_AFTER = "memory after the load, MB";

  private final int rounds;
  private final int warmUp;
  private final int requests;

  /**
   * @param rounds in each, every server is started and asked
   * @param warmUp so many in all, of each kind an equal share, before any that count
   * @param requests so many of each kind
   */
  MockServerBenchmark(int rounds, int warmUp, int requests) {
    this.rounds = rounds;
    this.warmUp = warmUp;
    this.requests = requests;
  }

  List<Figures> run(List<MockContender> contenders) throws Exception {
    List<Figures> all = contenders.stream().map(it -> new Figures(it.label())).toList();
    List<Integer> places = IntStream.range(0, contenders.size()).boxed().toList();
    for (int round = 0; round < rounds; round++) {
      for (int i : Turns.of(places, round)) {
        measure(contenders.get(i), all.get(i));
      }
    }
    return all;
  }

  private void measure(MockContender contender, Figures figures) throws Exception {
    try (MockProcess process = contender.start()) {
      figures.add(START, (double) process.millisToFirstAnswer());
      figures.add(MEMORY, (double) process.megabytes());
      List<MockLoad> loads = contender.loads();
      for (MockLoad load : loads) {
        // As many in all, whatever a server is asked for: then each is as warm as the others.
        double unused = perSecond(load, process.issuer(), warmUp / loads.size());
      }
      for (MockLoad load : loads) {
        figures.add(load.label(), perSecond(load, process.issuer(), requests));
      }
      figures.add(MEMORY_AFTER, (double) process.megabytes());
    }
  }

  // Made at once before they are sent: a nonce is not good for long.
  private static double perSecond(MockLoad load, URI issuer, int count) throws Exception {
    return LoadRun.perSecond(issuer, load.requests(issuer, count));
  }
}

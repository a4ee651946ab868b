package vn.eid.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The mock server beside mock-oauth2-server: how soon it answers, how many tokens it gives, how
 * much memory it takes. Ours verifies two signatures for a token, of the client and of its DPoP
 * proof; theirs verifies nothing and signs one.
 */
public final class MockServerBenchmark {
  private static final int STARTS = 7;
  private static final int WARM_UP = 2_000;
  private static final int TOKENS = 4_000;
  private static final String LINE = "%-30s %10s %12s %10s%n";

  private final PrintStream out;

  private MockServerBenchmark(PrintStream out) {
    this.out = out;
  }

  /** {@code fileWithTheClassPathOfMockOauth2Server}. */
  public static void main(String[] args) throws Exception {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    List<MockContender> contenders =
        List.of(
            new EidMockServer("eid mock, client with RSA", TokenKeys.RSA),
            new EidMockServer("eid mock, client with EC", TokenKeys.EC),
            MockOauth2Server.of(Path.of(args[0])));
    new MockServerBenchmark(out).run(contenders);
  }

  private void run(List<MockContender> contenders) throws Exception {
    out.printf(
        "Java %s, %d processors, which client and server share.%n%n",
        System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
    out.printf(LINE, "", "start", "tokens/s", "memory");
    for (MockContender contender : contenders) {
      measure(contender);
    }
    out.printf(
        "%nStart: from the start of the process to its first answer, median of %d.%n", STARTS);
    out.printf("Tokens: %,d requests of client_credentials, after %,d others.%n", TOKENS, WARM_UP);
  }

  private void measure(MockContender contender) throws Exception {
    List<Long> starts = new ArrayList<>();
    for (int start = 1; start < STARTS; start++) {
      try (MockProcess process = contender.start()) {
        starts.add(process.millisToFirstAnswer());
      }
    }
    try (MockProcess process = contender.start()) {
      starts.add(process.millisToFirstAnswer());
      TokenLoad load = new TokenLoad(contender.requests(process, WARM_UP + TOKENS));
      load.send(WARM_UP);
      double perSecond = load.send(TOKENS);
      out.printf(
          LINE,
          contender.label(),
          starts.stream().sorted().toList().get(STARTS / 2) + " ms",
          String.format("%,.0f", perSecond),
          process.memory());
    }
  }
}

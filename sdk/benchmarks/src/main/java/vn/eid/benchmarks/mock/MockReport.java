package vn.eid.benchmarks.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.benchmarks.Figures;

/** The figures as a table, each beside those of the last contender, and as a file. */
final class MockReport {
  private static final String LINE = "%-28s %-32s %9s %8s%n";

  private final List<Figures> all;
  private final Figures peer;

  MockReport(List<Figures> all) {
    this.all = all;
    this.peer = all.get(all.size() - 1);
  }

  void print(PrintStream out) {
    out.printf(LINE, "", "median of the rounds", "", "x theirs");
    for (Figures figures : all) {
      for (String what : figures.rounds().keySet()) {
        String median = String.format("%,.0f", figures.median(what));
        String times = figures == peer ? "" : String.format("%.2f", times(figures, what));
        out.printf(LINE, figures.label(), what, median, times);
      }
    }
  }

  void write(Path file) throws IOException {
    Map<String, Object> servers = new LinkedHashMap<>();
    for (Figures figures : all) {
      Map<String, Object> measured = new LinkedHashMap<>();
      figures.rounds().forEach((what, rounds) -> measured.put(what, entry(figures, what, rounds)));
      servers.put(figures.label(), measured);
    }
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(
            file.toFile(),
            Map.of(
                "java", System.getProperty("java.version"),
                "processors", Runtime.getRuntime().availableProcessors(),
                "servers", servers));
  }

  private Map<String, Object> entry(Figures figures, String what, List<Double> rounds) {
    return Map.of(
        "median", figures.median(what), "times_theirs", times(figures, what), "rounds", rounds);
  }

  // Ours gives tokens to two kinds of clients, theirs to one.
  private double times(Figures figures, String what) {
    return figures.times(what, peer, peer.of(what).isEmpty() ? what.split(",", 2)[0] : what);
  }
}

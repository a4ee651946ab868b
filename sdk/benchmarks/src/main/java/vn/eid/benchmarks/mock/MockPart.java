package vn.eid.benchmarks.mock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.eid.benchmarks.Figures;
import vn.eid.benchmarks.Part;
import vn.eid.benchmarks.Row;

/**
 * Our mock server beside mock-oauth2-server and Keycloak. For a token ours verifies two signatures
 * and records the request; mock-oauth2-server verifies nothing; Keycloak a secret or one signature.
 */
public final class MockPart implements Part {
  private static final Path JAR = Path.of("../../mock-server/target/eid-mock.jar");
  private static final Path CLASS_PATH = Path.of("mock-oauth2-server/target/class-path");
  private static final Path KEYCLOAK = Path.of("peers/keycloak/target");

  private final MockServerBenchmark benchmark;
  private final Contenders contenders;

  /** Who is measured; ours come first. */
  @FunctionalInterface
  interface Contenders {
    List<MockContender> all() throws Exception;
  }

  /** As the table has it, with what the build has put below this module's folder. */
  public MockPart() {
    this(
        new MockServerBenchmark(3, 6_000, 1_000),
        () ->
            List.of(
                new EidMockServer(JAR, true),
                new EidMockServer(JAR, false),
                MockOauth2Server.of(CLASS_PATH),
                Keycloak.in(KEYCLOAK)));
  }

  MockPart(MockServerBenchmark benchmark, Contenders contenders) {
    this.benchmark = benchmark;
    this.contenders = contenders;
  }

  @Override
  public String name() {
    return "mock";
  }

  @Override
  public List<Row> measure() throws Exception {
    List<Figures> all = benchmark.run(contenders.all());
    List<Row> rows = new ArrayList<>();
    // By what ours is asked; the others have some of it.
    for (String what : all.get(0).rounds().keySet()) {
      for (Figures figures : all) {
        if (!theirs(figures, what).isEmpty()) {
          rows.add(row(figures, what, all.get(0)));
        }
      }
    }
    return rows;
  }

  private static Row row(Figures figures, String what, Figures ours) {
    String[] parts = what.split(", ", -1);
    boolean hasUnit = parts.length == 2 && parts[1].length() == 2;
    String own = theirs(figures, what);
    String note =
        figures == ours
            ? ""
            : String.format(Locale.ROOT, "%.2f x ours", figures.times(own, ours, what));
    if (figures.label().equals(Keycloak.LABEL)) {
      note += ", with 512 MB of heap, the others 256";
    }
    return new Row(
        "mock server: " + (hasUnit ? parts[0] : what),
        figures.label(),
        figures.median(own),
        hasUnit ? parts[1] : "requests/s",
        own.equals(what) ? note : note + ", " + own + " for a secret or nothing");
  }

  /** What a server has that can be held against this: all tokens where it has but one kind. */
  private static String theirs(Figures figures, String what) {
    if (!figures.of(what).isEmpty()) {
      return what;
    }
    String kind = what.split(",", 2)[0];
    return figures.of(kind).isEmpty() ? "" : kind;
  }
}

package vn.eid.benchmarks.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.eid.benchmarks.ChildJvm;
import vn.eid.benchmarks.Figures;
import vn.eid.benchmarks.Part;
import vn.eid.benchmarks.Row;
import vn.eid.benchmarks.Turns;

/**
 * Whole redirect logins over loopback against the mock server, which has a process of its own, as
 * each contender has. The browser's request is part of each login and the same for all.
 */
public final class LoginPart implements Part {
  private static final String FIRST = "requests of the first login";
  private static final String REQUESTS = "requests per login";
  private static final String CPU = "CPU of the client per login";
  private static final int COUNTED = 10;

  private final int rounds;
  private final int logins;
  private final List<Integer> atOnce;
  private final Map<LoginContender, ChildJvm> processes = new EnumMap<>(LoginContender.class);
  private final Map<LoginContender, Figures> figures = new EnumMap<>(LoginContender.class);

  /** As the table has it. */
  public LoginPart() {
    this(3, 400, List.of(1, 16, 256));
  }

  /**
   * @param logins that many by each contender, at each concurrency, in each round
   */
  LoginPart(int rounds, int logins, List<Integer> atOnce) {
    this.rounds = rounds;
    this.logins = logins;
    this.atOnce = atOnce;
  }

  @Override
  public String name() {
    return "login";
  }

  @Override
  public List<Row> measure() throws IOException {
    Path key = Files.createTempFile("eid-benchmark", ".jwk");
    try (ChildJvm server = ChildJvm.start("1g", LoginServer.class, List.of(key.toString()))) {
      start(server.line(), key);
      for (LoginContender contender : LoginContender.values()) {
        count(contender, server);
      }
      for (LoginContender contender : LoginContender.values()) {
        // While the virtual machine compiles.
        for (int many : atOnce) {
          run(contender, logins, many);
        }
      }
      for (int round = 0; round < rounds; round++) {
        for (int many : atOnce) {
          measure(round, many);
        }
      }
      return rows();
    } finally {
      processes.values().forEach(ChildJvm::close);
      Files.delete(key);
    }
  }

  private void start(String address, Path key) throws IOException {
    String[] server = address.split(" ", -1);
    for (LoginContender contender : LoginContender.values()) {
      figures.put(contender, new Figures(contender.label()));
      List<String> args = List.of(contender.name(), server[0], server[1], key.toString());
      processes.put(contender, ChildJvm.start("512m", LoginProcess.class, args));
    }
  }

  /** The server keeps the latest thousand requests, so all are counted before anybody hurries. */
  private void count(LoginContender contender, ChildJvm server) throws IOException {
    int before = seen(server);
    run(contender, 1, 1);
    int first = seen(server);
    run(contender, COUNTED, 1);
    of(contender).add(FIRST, first - before);
    of(contender).add(REQUESTS, (double) (seen(server) - first) / COUNTED);
  }

  private static int seen(ChildJvm server) throws IOException {
    return Integer.parseInt(server.ask("seen"));
  }

  private void measure(int round, int many) throws IOException {
    for (LoginContender contender : Turns.of(List.of(LoginContender.values()), round)) {
      Took took = run(contender, logins, many);
      of(contender).add(perSecond(many), logins * 1e9 / took.nanos());
      if (many == 1) {
        of(contender).add(CPU, took.cpuNanos() / 1e6 / logins);
      }
    }
  }

  private record Took(long nanos, long cpuNanos) {}

  private Took run(LoginContender contender, int count, int many) throws IOException {
    String[] said = process(contender).ask(count + " " + many).split(" ", -1);
    return new Took(Long.parseLong(said[0]), Long.parseLong(said[1]));
  }

  private ChildJvm process(LoginContender contender) {
    return Objects.requireNonNull(processes.get(contender));
  }

  private Figures of(LoginContender contender) {
    return Objects.requireNonNull(figures.get(contender));
  }

  private static String perSecond(int many) {
    return "logins, " + many + " at once";
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    add(rows, FIRST, "requests");
    add(rows, REQUESTS, "requests");
    add(rows, CPU, "ms");
    atOnce.forEach(many -> add(rows, perSecond(many), "logins/s"));
    return rows;
  }

  private void add(List<Row> rows, String what, String unit) {
    figures.forEach((contender, of) -> rows.add(of.row(what, unit, contender.note())));
  }
}

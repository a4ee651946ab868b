package vn.eid.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.eid.benchmarks.ChildJvm;
import vn.eid.benchmarks.Figures;
import vn.eid.benchmarks.Part;
import vn.eid.benchmarks.Row;
import vn.eid.benchmarks.login.LoginServer;

/**
 * Cold starts: from the start of a Java process to the page where somebody logs in, how much memory
 * that took, and how large a program is for which this is enough.
 */
public final class StartPart implements Part {
  private static final String MILLIS = "JVM start to first authorization URL";
  private static final String RESIDENT = "resident memory then";
  private static final String MOST = "most resident memory until then";
  private static final String SIZE = "jar with all its dependencies";

  private final int rounds;
  private final ClassPaths classPaths;
  private final Map<StartContender, Figures> figures = new EnumMap<>(StartContender.class);

  /** Where a contender's jars are. */
  @FunctionalInterface
  interface ClassPaths {
    ClassPath of(StartContender contender) throws IOException;
  }

  /** As the table has it, with what the build has put below this module's folder. */
  public StartPart() {
    this(7, contender -> ClassPath.of(contender, Path.of("")));
  }

  StartPart(int rounds, ClassPaths classPaths) {
    this.rounds = rounds;
    this.classPaths = classPaths;
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Row> measure() throws IOException {
    Path key = Files.createTempFile("eid-benchmark", ".jwk");
    try (ChildJvm server = ChildJvm.start("512m", LoginServer.class, List.of(key.toString()))) {
      String[] address = server.line().split(" ", -1);
      List<String> args = List.of(address[0], address[1], key.toString());
      for (StartContender contender : StartContender.values()) {
        // The files are in memory from here on, and the server has answered once.
        var unused = start(contender, args);
        add(contender, SIZE, classPaths.of(contender).megabytes());
      }
      for (int round = 0; round < rounds; round++) {
        for (StartContender contender : StartContender.values()) {
          measure(contender, args);
        }
      }
      return rows();
    } finally {
      Files.delete(key);
    }
  }

  private void measure(StartContender contender, List<String> args) throws IOException {
    Took took = start(contender, args);
    add(contender, MILLIS, took.millis());
    add(contender, RESIDENT, took.started().resident());
    add(contender, MOST, took.started().mostResident());
  }

  private record Took(double millis, Started started) {}

  private Took start(StartContender contender, List<String> args) throws IOException {
    String classPath = classPaths.of(contender).withPrograms();
    long startedAt = System.nanoTime();
    try (ChildJvm process = ChildJvm.start("256m", classPath, contender.program(), args)) {
      String page = process.line();
      double millis = (System.nanoTime() - startedAt) / 1e6;
      return new Took(millis, Started.parse(page, process.line()));
    }
  }

  private void add(StartContender contender, String what, double figure) {
    figures.computeIfAbsent(contender, it -> new Figures(it.label())).add(what, figure);
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    add(rows, MILLIS, "ms");
    add(rows, RESIDENT, "MB");
    add(rows, MOST, "MB");
    add(rows, SIZE, "MB");
    return rows;
  }

  private void add(List<Row> rows, String what, String unit) {
    figures.forEach((contender, of) -> rows.add(of.row(what, unit, contender.note())));
  }
}

package vn.eid.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import vn.eid.benchmarks.bulk.BulkPart;
import vn.eid.benchmarks.idtoken.IdTokenPart;
import vn.eid.benchmarks.login.LoginPart;
import vn.eid.benchmarks.mock.MockPart;
import vn.eid.benchmarks.proof.ProofPart;
import vn.eid.benchmarks.pull.PullPart;
import vn.eid.benchmarks.start.StartPart;
import vn.eid.benchmarks.statement.CheckPart;
import vn.eid.benchmarks.statement.EventPart;

/** Everything that is measured beside a peer or beside the limit: one table, one file. */
public final class Benchmarks {
  private static final List<Part> PARTS =
      List.of(
          new IdTokenPart(),
          new ProofPart(),
          new EventPart(),
          new CheckPart(),
          new LoginPart(),
          new StartPart(),
          new PullPart(),
          new BulkPart(),
          new MockPart());

  private Benchmarks() {}

  /**
   * {@code fileForTheFigures [part ...]}; without the name of a part, all. What a part found is
   * printed and written when it ends, so that nothing is lost where a later one fails; then the
   * exit code is 1.
   */
  public static void main(String[] args) throws Exception {
    List<Part> parts = chosen(PARTS, List.of(args).subList(1, args.length));
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Report report = new Report(Machine.here(Clock.systemUTC()), out);
    boolean whole = run(parts, report, Path.of(args[0]));
    System.exit(whole ? 0 : 1);
  }

  /** Whether all parts could be measured. */
  static boolean run(List<Part> parts, Report report, Path file) throws IOException {
    report.head();
    boolean whole = true;
    for (Part part : parts) {
      try {
        report.add(part.measure());
      } catch (Exception e) {
        whole = false;
        report.failed(part.name(), e);
      }
      report.write(file);
    }
    return whole;
  }

  static List<Part> chosen(List<Part> all, List<String> names) {
    List<String> known = all.stream().map(Part::name).toList();
    if (!known.containsAll(names)) {
      throw new IllegalArgumentException(
          known.stream().collect(Collectors.joining(", ", "The parts are: ", ".")));
    }
    return all.stream().filter(part -> names.isEmpty() || names.contains(part.name())).toList();
  }
}

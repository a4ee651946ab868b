package vn.eid.mock;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import vn.eid.mock.examine.ExamineCommand;

/** The program {@code eid-mock}: the mock server on the command line. */
public final class Main {
  static final int WRONG_USE = 2;

  private Main() {}

  /** Starts the server, which runs until the process ends. */
  public static void main(String[] args) {
    // Java's HTTP client would open a page a second time where the connection was cut, and the
    // answer to the second time would pass for the answer to a fault.
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    tellRefusals(List.of(args).contains(ServeCommand.QUIET) ? "error" : "info");
    int status =
        run(
            args,
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8));
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * Whatever the level of everything else: why a request is refused is what this program is for.
   */
  private static void tellRefusals(String level) {
    System.setProperty("org.slf4j.simpleLogger.log.vn.eid.mock", level);
    System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
    System.setProperty("org.slf4j.simpleLogger.showLogName", "false");
  }

  /**
   * The program as a function, for a test that runs {@code examine}.
   *
   * @return the exit code; 0 after a start means that the server runs on
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return run(args, out, err, EidMock::start);
  }

  static int run(
      String[] args, PrintStream out, PrintStream err, Function<MockOptions, EidMock> starter) {
    WrongUse wrongUse = new WrongUse(err);
    return versioned(
            new CommandLine(new ServeCommand(out, starter))
                .addSubcommand(new ExamineCommand(out, err)))
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(wrongUse)
        .setExecutionExceptionHandler(wrongUse)
        .execute(args);
  }

  private static CommandLine versioned(CommandLine line) {
    String version = Version.line();
    line.getCommandSpec().version(version);
    line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().version(version));
    return line;
  }
}

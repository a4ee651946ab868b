package vn.eid.mock.examine;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;
import vn.eid.mock.MockStartException;

/** {@code eid-mock examine}: what a running application, in any language, refuses. */
@Command(
    name = "examine",
    sortOptions = false,
    sortSynopsis = false,
    usageHelpAutoWidth = true,
    description = {
      "Leads a running application through its own login, fault after fault, and says what it"
          + " refuses and what it accepts.%n",
      "Start this command first: it starts the server that the application is set up for, the"
          + " issuer http://127.0.0.1:PORT with the client demo-client, and waits a minute for the"
          + " application. What an application has cached from before cannot be tried.%n"
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything that was tried was refused",
      "1:something was accepted that must be refused",
      "2:wrong use, the ordinary login does not succeed, or nothing happened that must be refused"
    })
public final class ExamineCommand implements Callable<Integer> {
  private static final int WRONG_USE = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final Patience patience;

  @Mixin private final SubjectOptions application = new SubjectOptions();

  @Mixin private final ServerOptions server = new ServerOptions();

  @Mixin private final TrialOptions trials = new TrialOptions();

  @Mixin private final ReportFiles files = new ReportFiles();

  @Option(
      names = "--timeout",
      defaultValue = "900",
      paramLabel = "SECONDS",
      description = "try nothing new after so long (default: 900)")
  private int timeout = 900;

  @Option(names = "--quiet", description = "print the verdict alone, and no refusals")
  private boolean quiet;

  @SuppressWarnings("UnusedVariable") // picocli answers it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this text")
  private boolean help;

  @SuppressWarnings("UnusedVariable") // picocli answers it
  @Option(names = "--version", versionHelp = true, description = "print the version")
  private boolean version;

  /** Prints the report to the one, and what hinders it to the other. */
  public ExamineCommand(PrintStream out, PrintStream err) {
    this(out, err, Patience.ORDINARY);
  }

  ExamineCommand(PrintStream out, PrintStream err, Patience patience) {
    this.out = out;
    this.err = err;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    return new Stopping().during(this::examine);
  }

  private int examine() {
    try {
      Subject subject = application.subject();
      Predicate<Trial> chosen = trials.chosen();
      MockOptions options = server.options();
      files.prepare();
      try (EidMock mock = EidMock.start(options)) {
        return report(examination(mock, subject, chosen));
      }
    } catch (IllegalArgumentException | MockStartException e) {
      err.println(e.getMessage());
    } catch (IOException e) {
      err.println("A file cannot be read or written: " + e.getMessage());
    }
    return WRONG_USE;
  }

  private Examination examination(EidMock mock, Subject subject, Predicate<Trial> chosen) {
    Progress progress = quiet ? Progress.NONE : new TextReport(out);
    if (!quiet) {
      out.println("Examining " + Visit.address(subject.loginPage()) + " from " + mock.issuer());
    }
    Duration atMost = Duration.ofSeconds(timeout);
    return new Examination(mock, subject, chosen, atMost, patience, progress);
  }

  private int report(Examination examination) throws IOException {
    Report report = examination.run();
    new TextReport(out).verdict(report);
    files.write(report);
    return report.exitCode();
  }
}

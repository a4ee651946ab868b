package vn.eid.mock;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eid-mock}: starts the server and says where it is and who lives there. */
@Command(
    name = "eid-mock",
    description =
        "Plays Vietnam's national identity systems on this machine, with synthetic people.",
    sortOptions = false,
    sortSynopsis = false,
    usageHelpAutoWidth = true)
final class ServeCommand implements Callable<Integer> {
  static final String QUIET = "--quiet";

  private final PrintStream out;
  private final Function<MockOptions, EidMock> starter;

  @Mixin private final Listening listening = new Listening();

  @Mixin private final Playing playing = new Playing();

  @Mixin private final People people = new People();

  @Mixin private final Registered registered = new Registered();

  @Option(names = QUIET, description = "Print the issuer alone, and no refusals.")
  private boolean quiet;

  @SuppressWarnings("UnusedVariable") // picocli answers it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  private boolean help;

  @SuppressWarnings("UnusedVariable") // picocli answers it
  @Option(names = "--version", versionHelp = true, description = "Print the version.")
  private boolean version;

  ServeCommand(PrintStream out, Function<MockOptions, EidMock> starter) {
    this.out = out;
    this.starter = starter;
  }

  @Override
  public Integer call() {
    Optional<PayrollFile> payroll = people.payroll();
    List<EidMock> mocks = Issuers.start(options(), listening.issuers(), starter);
    mocks.forEach(playing::spoil);
    mocks.forEach(this::tell);
    // All have the same people.
    payroll.ifPresent(file -> file.write(mocks.get(0), out));
    return 0;
  }

  private void tell(EidMock mock) {
    if (quiet) {
      out.println(mock.issuer());
    } else {
      Greeting.print(mock, listening.isAdminDoorOpen(), out);
    }
  }

  private MockOptions options() {
    MockOptions options = listening.applyTo(MockOptions.defaults());
    return registered.applyTo(people.applyTo(playing.applyTo(options)));
  }
}

package vn.eid.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The program {@code eid}: what the national systems can do for a file of people, without a line of
 * Java.
 */
@Command(name = "eid", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Eid implements Runnable {
  /** What the program speaks; see {@link Words}. */
  enum Language {
    EN,
    VI
  }

  private static final String VERBOSE = "--verbose";

  private final Shell shell;

  // Both are looked for before the options are read, and stand here to be listed and checked.

  @SuppressWarnings("UnusedVariable")
  @Option(names = "--lang", paramLabel = "en|vi", scope = ScopeType.INHERIT)
  private @Nullable Language language;

  @SuppressWarnings("UnusedVariable")
  @Option(names = VERBOSE, scope = ScopeType.INHERIT)
  private boolean verbose;

  @Spec private @Nullable CommandSpec spec;

  private Eid(Shell shell) {
    this.shell = shell;
  }

  public static void main(String[] args) {
    List<String> all = List.of(args);
    if (all.contains(VERBOSE)) {
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    }
    int exitCode = run(all, Shell.real());
    if (exitCode != ExitCode.DONE) {
      System.exit(exitCode);
    }
  }

  /** The program as a function. */
  static int run(List<String> args, Shell shell) {
    Words words = Words.askedFor(args, shell.environment());
    Trouble trouble = new Trouble(shell, words, args.contains(VERBOSE));
    try {
      return commands(shell, words, trouble).execute(args.toArray(String[]::new));
    } catch (Error e) {
      // Java's own exit code would be 1, which says that all is done.
      return trouble.fault(e);
    }
  }

  private static CommandLine commands(Shell shell, Words words, Trouble trouble) {
    return new CommandLine(new Eid(shell))
        .addSubcommand(new LinkCommand(shell, words))
        .setResourceBundle(words.bundle())
        .setDefaultValueProvider(new FromEnvironment(shell.environment()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(shell.out(), true, shell.charset()))
        .setErr(new PrintWriter(shell.err(), true, shell.charset()))
        .setParameterExceptionHandler(new WrongOptions(shell, words))
        .setExecutionExceptionHandler(trouble);
  }

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public void run() {
    requireNonNull(spec).commandLine().usage(shell.out());
  }
}

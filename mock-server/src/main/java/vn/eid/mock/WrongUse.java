package vn.eid.mock;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.eid.mock.state.CitizensFileException;

/** Says in one sentence what is wrong with the command line, or why the server does not start. */
final class WrongUse implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int FAILED = 1;

  private final PrintStream err;

  WrongUse(PrintStream err) {
    this.err = err;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    err.println(sentence(e));
    return Main.WRONG_USE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof IllegalArgumentException
        || e instanceof MockStartException
        || e instanceof CitizensFileException) {
      err.println(e.getMessage());
      return Main.WRONG_USE;
    }
    err.println("The mock itself failed: " + e);
    return FAILED;
  }

  private static String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof MissingParameterException missing) {
      List<ArgSpec> args = missing.getMissing();
      if (args.size() > 1 && args.stream().allMatch(arg -> arg.group() != null)) {
        return "One of "
            + args.stream().map(WrongUse::name).collect(Collectors.joining(" and "))
            + " is missing; --help tells what for.";
      }
      String option = "The option " + name(args.get(0));
      // picocli says both by one exception.
      return String.valueOf(e.getMessage()).startsWith("Missing required option")
          ? option + " is missing."
          : option + " needs a value after it.";
    }
    if (e instanceof MutuallyExclusiveArgsException) {
      return "Only one of the options that stand for each other can be given; --help tells which.";
    }
    if (e instanceof OverwrittenOptionException twice) {
      return "The option " + name(twice.getOverwritten()) + " is given twice.";
    }
    ArgSpec arg = e.getArgSpec();
    return arg == null
        ? "This cannot be understood; --help lists the options."
        : "The option " + name(arg) + " takes no such value; --help tells which.";
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String typed = e.getUnmatched().get(0).replaceFirst("=.*", "");
    if (!typed.startsWith("-")) {
      return "There is no command or option " + typed + "; --help lists them.";
    }
    Stream<String> options =
        e.getCommandLine().getCommandSpec().options().stream().map(OptionSpec::longestName);
    return "There is no option "
        + typed
        + Spelling.close(typed, options).map(meant -> "; did you mean " + meant + "?").orElse(";")
        + " --help lists the options.";
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }
}

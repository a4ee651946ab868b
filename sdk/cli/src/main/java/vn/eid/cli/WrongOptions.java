package vn.eid.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in a sentence what is wrong with the options, and where help is. A value that was typed is
 * not repeated: it may be a person's number or a key.
 */
final class WrongOptions implements IParameterExceptionHandler {
  private final Shell shell;
  private final Words words;

  WrongOptions(Shell shell, Words words) {
    this.shell = shell;
    this.words = words;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    shell.err().println(sentence(e));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    shell.err().println(words.say("wrong.help", command));
    return ExitCode.WRONG_USE;
  }

  /** A name that does not exist comes first: what is missing is often what was meant by it. */
  private String sentence(ParameterException e) {
    List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
    if (!unmatched.isEmpty()) {
      return unmatched(new UnmatchedArgumentException(e.getCommandLine(), unmatched));
    }
    if (e instanceof MissingParameterException missing) {
      return words.say(
          "wrong.missing",
          missing.getMissing().stream().map(WrongOptions::name).collect(Collectors.joining(", ")));
    }
    if (e instanceof OverwrittenOptionException twice) {
      return words.say("wrong.twice", name(twice.getOverwritten()));
    }
    ArgSpec arg = e.getArgSpec();
    return arg == null ? words.say("wrong.call") : words.sayWrong(name(arg));
  }

  private String unmatched(UnmatchedArgumentException e) {
    String typed = e.getUnmatched().get(0);
    Map<String, CommandLine> commands = e.getCommandLine().getSubcommands();
    if (!typed.startsWith("-")) {
      return commands.isEmpty()
          ? words.say("wrong.argument")
          : words.say("wrong.command", String.join(", ", commands.keySet()));
    }
    String option = typed.replaceFirst("=.*", "");
    for (Map.Entry<String, CommandLine> command : commands.entrySet()) {
      if (command.getValue().getCommandSpec().findOption(option) != null) {
        return words.say("wrong.place", option, command.getKey());
      }
    }
    List<String> suggestions =
        e.getSuggestions().stream().filter(suggestion -> suggestion.startsWith("--")).toList();
    return suggestions.isEmpty()
        ? words.say("wrong.option", option)
        : words.say("wrong.option.similar", option, suggestions.get(0));
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }
}

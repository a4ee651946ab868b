package vn.eid.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.eid.EidException;
import vn.eid.InvalidRequestException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;

/** Says what went wrong in a sentence, and gives the exit code that says who must act. */
final class Trouble implements IExecutionExceptionHandler {
  private final Shell shell;
  private final Words words;
  private final boolean verbose;

  Trouble(Shell shell, Words words, boolean verbose) {
    this.shell = shell;
    this.words = words;
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    int exitCode = told(e);
    if (verbose) {
      e.printStackTrace(shell.err());
    }
    return exitCode;
  }

  /** Something that this program cannot have foreseen, such as too little memory. */
  int fault(Throwable e) {
    shell.err().println(words.say("trouble.fault"));
    if (verbose) {
      e.printStackTrace(shell.err());
    }
    return ExitCode.FAULT;
  }

  private int told(Exception e) {
    if (e instanceof WrongUseException) {
      shell.err().println(e.getMessage());
      return ExitCode.WRONG_USE;
    }
    if (e instanceof EidException trouble) {
      return told(trouble);
    }
    shell.err().println(words.say("trouble.fault"));
    return ExitCode.FAULT;
  }

  private int told(EidException e) {
    if (e instanceof InvalidRequestException invalid) {
      shell.err().println(sentence(invalid));
      return ExitCode.WRONG_USE;
    }
    if (e instanceof UntrustedException untrusted) {
      return isAboutTheIssuer(untrusted)
          ? tell("trouble.issuer", e, ExitCode.WRONG_USE)
          : tell("trouble.untrusted", e, ExitCode.UNTRUSTED);
    }
    int exitCode = stoppedBy(e);
    shell.err().println(words.say("stopped.how"));
    return exitCode;
  }

  private String sentence(InvalidRequestException e) {
    Optional<String> number = Mistake.number(e.field());
    if (number.isPresent()) {
      return words.sayWrong(number.get());
    }
    String detail = Detail.of(e);
    return Mistake.of(e.field(), detail)
        .map(mistake -> words.say(mistake.sentenceName(), detail))
        .orElseGet(() -> words.say("trouble.invalid", Mistake.option(e.field()), detail));
  }

  /** At the first document that is read a typing error is likelier than an attack. */
  private static boolean isAboutTheIssuer(UntrustedException e) {
    return e.check() == Check.ISSUER
        || (e.check() == Check.FORMAT && Detail.of(e).contains("discovery document"));
  }

  private int stoppedBy(EidException e) {
    if (e instanceof RateLimitedException) {
      return tell("trouble.limited", e, ExitCode.STOPPED);
    }
    if (e instanceof UnavailableException) {
      return tell(
          Detail.isOfTheDisk(e) ? "trouble.disk" : "trouble.unavailable", e, ExitCode.STOPPED);
    }
    return tell("trouble.rejected", e, ExitCode.WRONG_USE);
  }

  private int tell(String name, EidException e, int exitCode) {
    shell.err().println(words.say(name, Detail.of(e)));
    return exitCode;
  }
}

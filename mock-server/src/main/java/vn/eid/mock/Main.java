package vn.eid.mock;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.eid.mock.state.CitizensFileException;

/** The mock server on the command line. Not meant to be called by other code. */
public final class Main {
  private static final String HELP =
      """
      Usage: vn.eid.mock.Main [options]

      Plays Vietnam's national identity systems on this machine, with synthetic people.

        --port PORT          listen on this port (default: any free one)
        --host ADDRESS       listen on this address (default: 127.0.0.1, this machine only)
        --interactive        show pages where a person decides, instead of deciding by itself
        --citizens FILE      take the people of this JSON file
        --redirect-uri URI   register a redirect URI; may be given several times
        --logout-uri URI     register where a browser may go after a logout; several times
        --notify-pushes-at URI    ping the application here when a citizen has decided
        --deliver-logout-to URI   tell the application here that a session has ended
        --deliver-events-to URI   tell the application here what the registry did
        --generate N         add N synthetic people, made when they are asked for
        --seed S             make them from this number (default: 0)
        --payroll FILE       write what an employer may have about them, as CSV; needs --rows
        --rows N             so many rows
        --tax-rows-per-second N   take no more rows of tax batches a second
        --help               show this text
      """;

  private Main() {}

  /** Starts the server, which runs until the process ends. */
  public static void main(String[] args) {
    tellRefusals();
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
  private static void tellRefusals() {
    System.setProperty("org.slf4j.simpleLogger.log.vn.eid.mock", "info");
    System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
    System.setProperty("org.slf4j.simpleLogger.showLogName", "false");
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    return run(args, out, err, EidMock::start);
  }

  static int run(
      String[] args, PrintStream out, PrintStream err, Function<MockOptions, EidMock> starter) {
    if (List.of(args).contains("--help")) {
      out.print(HELP);
      return 0;
    }
    try {
      Optional<PayrollFile> payroll = PayrollFile.asked(args);
      EidMock mock = starter.apply(parse(args));
      Greeting.print(mock, out);
      payroll.ifPresent(file -> file.write(mock, out));
      return 0;
    } catch (IllegalArgumentException | MockStartException | CitizensFileException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private static MockOptions parse(String[] args) {
    MockOptions options = MockOptions.defaults();
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    while (!rest.isEmpty()) {
      String flag = rest.remove();
      options =
          switch (flag) {
            case "--port" -> options.port(port(value(flag, rest)));
            case "--host" -> options.host(value(flag, rest));
            case "--interactive" -> options.interactive(true);
            case "--citizens" -> options.citizens(Path.of(value(flag, rest)));
            case "--redirect-uri" -> options.redirectUri(value(flag, rest));
            case "--logout-uri" -> options.logoutUri(value(flag, rest));
            case "--notify-pushes-at" ->
                options.notifyPushesAt(RedirectUris.http(value(flag, rest)));
            case "--deliver-logout-to" ->
                options.deliverLogoutTo(RedirectUris.http(value(flag, rest)));
            case "--deliver-events-to" ->
                options.deliverEventsTo(RedirectUris.http(value(flag, rest)));
            case "--generate" -> options.generate(number(flag, rest), options.seed());
            case "--seed" -> options.generate(options.generated(), number(flag, rest));
            case "--tax-rows-per-second" ->
                options.taxRowsPerSecond(Math.toIntExact(number(flag, rest)));
            case PayrollFile.FILE, PayrollFile.ROWS -> {
              value(flag, rest); // PayrollFile has read it.
              yield options;
            }
            default ->
                throw new IllegalArgumentException(
                    "There is no option " + flag + "; --help lists the options.");
          };
    }
    return options;
  }

  private static String value(String flag, Deque<String> rest) {
    if (rest.isEmpty() || rest.element().startsWith("--")) {
      throw new IllegalArgumentException("The option " + flag + " needs a value after it.");
    }
    return rest.remove();
  }

  private static long number(String flag, Deque<String> rest) {
    return number(flag, value(flag, rest));
  }

  static long number(String flag, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The value of " + flag + " is not a whole number: " + text + ".", e);
    }
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The port " + text + " is not a number between 0 and 65535.", e);
    }
  }
}

package vn.eid.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What one call of the program came to. */
record Called(int exitCode, String out, String err) {

  static Called with(String... args) {
    return in(Map.of(), args);
  }

  static Called in(Map<String, String> environment, String... args) {
    return in(environment, false, args);
  }

  static Called in(Map<String, String> environment, boolean terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(environment, stream(out), stream(err), StandardCharsets.UTF_8, terminal);
    int exitCode = Eid.run(List.of(args), shell);
    return new Called(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}

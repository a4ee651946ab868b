package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import vn.eid.mock.EidMock;
import vn.eid.mock.Main;

class ExamineCommandTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... args) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    PrintWriter writer = new PrintWriter(said, true, StandardCharsets.UTF_8);
    return new CommandLine(new ExamineCommand(out, out))
        .setErr(writer)
        .setOut(writer)
        .execute(args);
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "--success-text Welcome, --login-url",
    "--login-url http://localhost/login, --success-url",
    "--login-url ftp://localhost/ --success-text x, The address ftp://localhost/ is none of http",
    "--login-url http://localhost/ --success-text x --only NO_FAULT, There is no NO_FAULT to try",
    "--login-url http://localhost/ --success-text x --only id-token-expird, one is ID_TOKEN_EXPIRED",
    "--login-url http://localhost/ --success-text x --skip TAX_CASE_OTHER_NUMBER, is not tried",
    "--login-url http://localhost/ --success-text x --client-keys /no/such, cannot be read",
    "--login-url http://localhost/ --success-text x --port 70000, not between 0 and 65535",
    "--login-url http://localhost/ --success-text x --success-url y, mutually exclusive",
  })
  void answersAMistakeWithItsReason(String args, String reason) {
    assertThat(run(args.split(" ", -1))).isEqualTo(2);
    assertThat(text()).contains(reason).doesNotContain("\tat ");
  }

  @Test
  void saysWhichPortIsInUse() {
    try (EidMock other = EidMock.start()) {
      String port = String.valueOf(other.issuer().getPort());
      assertThat(run("--login-url", "http://localhost/", "--success-text", "x", "--port", port))
          .isEqualTo(2);
      assertThat(text()).contains("cannot listen on port " + port);
    }
  }

  @Test
  void asksForASignOfSuccessInASentence() {
    assertThat(program("examine", "--login-url", "http://localhost/")).isEqualTo(2);
    assertThat(text())
        .isEqualToIgnoringNewLines(
            "One of --success-url and --success-text is missing; --help tells what for.");
  }

  @ParameterizedTest
  @CsvSource({"--version", "examine --version"})
  void everyCommandSaysItsVersion(String args) {
    assertThat(program(args.split(" ", -1))).isZero();
    assertThat(text()).containsPattern("^eid-mock \\d+\\.\\d+.*\\R$");
  }

  @ParameterizedTest
  @CsvSource({"--help", "examine --help"})
  void helpIsNoWiderThanATerminalAndLeavesNoWordAlone(String args) {
    assertThat(program(args.split(" ", -1))).isZero();
    assertThat(text().lines()).allMatch(line -> line.length() <= 80);
    if (args.startsWith("examine")) {
      assertThat(text().lines().filter(line -> line.matches("\\w+[^ :]*"))).isEmpty();
    }
    assertThat(text()).contains("--version").doesNotContain("-V");
  }

  private int program(String... args) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.run(args, out, out);
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--help")).isZero();
    assertThat(text())
        .contains("--login-url", "--success-url", "--success-text", "--webhook-url", "--port")
        .contains("--only", "--skip", "--junit", "--html", "--timeout", "--client-keys", "--quiet");
  }
}

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
    "--login-url http://localhost/ --success-text x --skip TAX_CASE_OTHER_NUMBER, There is no TAX",
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
  void helpNamesEveryOption() {
    assertThat(run("--help")).isZero();
    assertThat(text())
        .contains("--login-url", "--success-url", "--success-text", "--webhook-url", "--port")
        .contains("--only", "--skip", "--junit", "--html", "--timeout", "--client-keys");
  }
}

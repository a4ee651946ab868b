package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import picocli.CommandLine;

class ExaminationTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir private Path folder;
  private int port;
  private CarelessApplication application;

  @BeforeEach
  void open() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId("careless");
    Files.writeString(folder.resolve("keys.json"), new JsonWebKeySet(key).toJson());
    application = new CarelessApplication("http://127.0.0.1:" + port, key);
  }

  @AfterEach
  void close() {
    application.close();
  }

  @Test
  void reportsTheFivePlantedFlawsAndNothingElse() throws Exception {
    Path junit = folder.resolve("reports/examine.xml");
    Path html = folder.resolve("reports/examine.html");
    int status =
        examine(
            "--success-url", application.address("/home"),
            "--logout-webhook-url", application.address("/logout"),
            "--junit", junit.toString(),
            "--html", html.toString());
    assertThat(status).isEqualTo(1);
    assertThat(verdicts("ACCEPTED"))
        .containsExactly(
            // The nonce is not looked at, a second audience is nothing to it, nor who returns.
            "ID_TOKEN_SECOND_AUDIENCE",
            "ID_TOKEN_WRONG_NONCE",
            "ID_TOKEN_WITHOUT_NONCE",
            "ID_TOKEN_ALG_NONE",
            "CALLBACK_WITHOUT_ISS",
            "CALLBACK_WRONG_ISS",
            "LOGOUT_TOKEN_WITHOUT_JTI");
    assertThat(verdicts("too strict")).isEmpty();
    assertThat(verdicts("not tried"))
        .allMatch(name -> name.matches(".*(ENCRYPTED.*|LEVEL|STALE_LOGIN|LOGIN_TIME|USERINFO_.*)"));
    assertThat(text())
        .contains("; accepted: id token second audience, id token wrong nonce,")
        .contains("logout token without jti; not tried: ")
        .contains("OpenID Connect Core 1.0, 3.1.3.7, number 3")
        .contains("can log in here with it");
    isReadByMachines(junit);
    assertThat(html)
        .content()
        .contains("ID_TOKEN_SECOND_AUDIENCE", "can log in here with it")
        .doesNotContain("http-equiv", "<script", "src=");
  }

  private void isReadByMachines(Path junit) throws Exception {
    Element suite =
        (Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(junit.toFile())
                .getElementsByTagName("testsuite")
                .item(0);
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(7);
    assertThat(suite.getAttribute("failures")).isEqualTo("7");
    assertThat(suite.getAttribute("tests"))
        .isEqualTo(String.valueOf(suite.getElementsByTagName("testcase").getLength()));
    assertThat(suite.getAttribute("skipped"))
        .isEqualTo(String.valueOf(suite.getElementsByTagName("skipped").getLength()));
  }

  @Test
  void triesWhatIsChosenOnlyAndFindsNothingWrong() throws Exception {
    assertThat(
            examine("--success-text", "Welcome", "--only", "ID_TOKEN_EXPIRED,CALLBACK_WRONG_STATE"))
        .isZero();
    assertThat(text()).contains("Refused 2 of 2.");
  }

  @Test
  void aVerdictOfNothingIsNone() throws Exception {
    assertThat(examine("--success-text", "Welcome", "--only", "USERINFO_OTHER_SUBJECT"))
        .isEqualTo(2);
    assertThat(text()).contains("Refused 0 of 0; not tried: userinfo other subject.");
  }

  @Test
  void saysWhatWasSeenWhereTheOrdinaryLoginFails() throws Exception {
    assertThat(examine("--success-text", "Welcome", "--redirect-uri", "http://localhost/other"))
        .isEqualTo(2);
    Files.writeString(folder.resolve("keys.json"), new JsonWebKeySet(other()).toJson());
    assertThat(examine("--success-text", "Welcome")).isEqualTo(2);
    assertThat(text())
        .contains("The ordinary login does not succeed, so nothing can be said.")
        .contains("ended at " + application.address("/login") + " with status 400")
        .contains("The mock server refused:\n  - ");
  }

  @Test
  void aSignOfSuccessThatFitsAFailureIsNone() throws Exception {
    assertThat(examine("--success-url", application.address(""), "--skip", "KEYS_EMPTY"))
        .isEqualTo(2);
    assertThat(text()).contains("A login that the citizen declined looks like a success too.");
  }

  @Test
  void anApplicationThatTakesNoGoodLogoutTokenGetsNoBadOne() throws Exception {
    assertThat(
            examine(
                "--success-text", "Welcome",
                "--logout-webhook-url", application.address("/home"),
                "--only", "ID_TOKEN_EXPIRED,LOGOUT_TOKEN_EXPIRED"))
        .isEqualTo(2);
    assertThat(text()).contains("does not take a good logout token (answered with 401)");
  }

  private int examine(String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(
        List.of(
            "--login-url", application.address("/login"),
            "--client-keys", folder.resolve("keys.json").toString(),
            "--port", String.valueOf(port)));
    if (!args.contains("--redirect-uri")) {
      args.addAll(List.of("--redirect-uri", application.address("/callback")));
    }
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new CommandLine(new ExamineCommand(out, out)).execute(args.toArray(String[]::new));
  }

  private static PublicJsonWebKey other() throws Exception {
    PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId("careless");
    return key;
  }

  private List<String> verdicts(String word) {
    return text()
        .lines()
        .filter(line -> line.startsWith("  " + word + " "))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}

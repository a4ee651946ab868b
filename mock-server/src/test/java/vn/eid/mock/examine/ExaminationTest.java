package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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

class ExaminationTest {
  @TempDir private Path folder;
  private Examined examined;
  private CarelessApplication application;

  @BeforeEach
  void open() throws Exception {
    examined = Examined.careless(folder);
    application = examined.application();
  }

  @AfterEach
  void close() {
    examined.close();
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
        .contains("can log in here with it")
        .contains("  to do   Refuse an id token whose aud names anybody beside your client id.")
        .contains(" fine: the standards leave it to the application, or");
    isReadByMachines(junit);
    assertThat(junit).content().contains("What to do: Refuse a logout token without a jti.");
    assertThat(html)
        .content()
        .contains("ID_TOKEN_SECOND_AUDIENCE", "can log in here with it")
        .contains("<dt>What to do</dt>", "Refuse a logout token without a jti.")
        .contains(" fine: the standards leave it to the application, or")
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
            examine("--success-text", "Welcome", "--only", "id-token-expired,Callback_wrong_state"))
        .isZero();
    assertThat(text()).contains("Refused 2 of 2.");
  }

  @Test
  void aVerdictOfNothingIsNone() throws Exception {
    assertThat(examine("--success-text", "Welcome", "--only", "USERINFO_OTHER_SUBJECT"))
        .isEqualTo(2);
    assertThat(text())
        .contains("Nothing happened that must be refused, so this says nothing.")
        .contains("Refused 0 of 0; not tried: userinfo other subject.")
        .contains("USERINFO_OTHER_SUBJECT: the application does not ask userinfo");
  }

  @Test
  void saysWhatWasSeenWhereTheOrdinaryLoginFails() throws Exception {
    assertThat(examine("--success-text", "Welcome", "--redirect-uri", "http://localhost/other"))
        .isEqualTo(2);
    Files.writeString(folder.resolve("keys.json"), new JsonWebKeySet(other()).toJson());
    assertThat(examine("--success-text", "Welcome")).isEqualTo(2);
    assertThat(verdicts("refused")).isEmpty();
    assertThat(verdicts("not tried")).contains("DISCOVERY_WRONG_ISSUER");
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
  void asksAndWaitsForAnApplicationThatIsNotThereYet() throws Exception {
    application.close();
    assertThat(examine("--success-text", "Welcome")).isEqualTo(2);
    assertThat(text())
        .contains("Start the application now, with the issuer http://127.0.0.1:")
        .contains("and the client demo-client; it is waited for, ")
        .contains("Nothing listens at " + application.address("/login") + "; start");
  }

  @Test
  void triesNothingNewWhenTheTimeIsUp() throws Exception {
    assertThat(examine("--success-text", "Welcome", "--only", "ID_TOKEN_EXPIRED", "--timeout", "0"))
        .isEqualTo(2);
    assertThat(text())
        .contains("The time was up before its end; --timeout gives it more.")
        .contains("Refused 0 of 0.");
  }

  @Test
  void saysTheVerdictAloneWhereItIsToBeQuiet() throws Exception {
    assertThat(examine("--success-text", "Welcome", "--only", "ID_TOKEN_EXPIRED", "--quiet"))
        .isZero();
    assertThat(text().strip()).isEqualTo("Refused 1 of 1.");
  }

  @Test
  void saysPlainlyWhereAnApplicationReliesOnTls() throws Exception {
    application.reliesOnTls();
    assertThat(
            examine(
                "--success-text",
                "Welcome",
                "--only",
                "ID_TOKEN_BAD_SIGNATURE,KEYS_HTML,KEYS_EMPTY"))
        .isEqualTo(1);
    assertThat(text())
        .contains("The application never fetched the provider's keys: it relies on TLS")
        .contains("KEYS_HTML: the application logs people in without fetching the key that signed")
        .contains("a restart changes nothing")
        .doesNotContain("restart it");
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
    return examined.run(more);
  }

  private static PublicJsonWebKey other() throws Exception {
    PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId("careless");
    return key;
  }

  private List<String> verdicts(String word) {
    return examined.verdicts(word);
  }

  private String text() {
    return examined.text();
  }
}

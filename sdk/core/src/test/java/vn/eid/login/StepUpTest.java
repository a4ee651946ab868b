package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9470, section 3: what a protected API may demand. */
class StepUpTest {

  @Test
  void readsTheLevelsAndTheAgeThatAreDemanded() {
    StepUp demand =
        demand(
            "DPoP error=\"insufficient_user_authentication\", acr_values=\"4 3\", max_age=\"300\"");

    assertThat(demand.level()).contains(AuthenticationLevel.LEVEL_3);
    assertThat(demand.signedInWithin()).contains(Duration.ofMinutes(5));
    assertThat(demand.acrValues()).containsExactly("4", "3");
  }

  @Test
  void keepsLevelsThatAreNotTheNationalOnes() {
    StepUp demand =
        demand("Bearer error=\"insufficient_user_authentication\", acr_values=\"urn:x:gold\"");
    assertThat(demand.level()).isEmpty();
    assertThat(demand.signedInWithin()).isEmpty();
    assertThat(LoginTerms.PLAIN.satisfying(demand).acrValues()).containsExactly("urn:x:gold");
  }

  @Test
  void whatIsNotDemandedStaysAsTheRequestHadIt() {
    LoginTerms terms =
        LoginTerms.PLAIN
            .atLeast(AuthenticationLevel.LEVEL_4)
            .satisfying(demand("DPoP error=\"insufficient_user_authentication\", max_age=\"0\""));
    assertThat(terms.acrValues()).containsExactly("4");
    assertThat(terms.signedInWithin()).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1 2", "urn:x:bronze"})
  void anApiCannotLowerTheLevelThatTheApplicationDemands(String values) {
    LoginTerms terms = demanding(values, "999999999");
    assertThat(terms.acrValues()).containsExactly("3", "4");
    assertThat(terms.signedInWithin()).contains(Duration.ofMinutes(5));
  }

  @Test
  void anApiCanRaiseTheLevelThatTheApplicationDemands() {
    LoginTerms terms = demanding("4 urn:x:gold", "10");
    assertThat(terms.acrValues()).containsExactly("4");
    assertThat(terms.signedInWithin()).contains(Duration.ofSeconds(10));
  }

  private static LoginTerms demanding(String values, String age) {
    return LoginTerms.PLAIN
        .atLeast(AuthenticationLevel.LEVEL_3)
        .signedInWithin(Duration.ofMinutes(5))
        .satisfying(
            demand(
                "DPoP error=\"insufficient_user_authentication\", acr_values=\""
                    + values
                    + "\", max_age=\""
                    + age
                    + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DPoP error=\"invalid_token\", acr_values=\"3\"",
        "DPoP realm=\"insufficient_user_authentication\"",
        "DPoP",
        "insufficient_user_authentication"
      })
  void anotherRefusalIsNoDemand(String challenge) {
    assertThat(StepUp.demandedBy(response(401, challenge))).isEmpty();
  }

  @Test
  void onlyARefusalDemands() {
    String challenge = "DPoP error=\"insufficient_user_authentication\", acr_values=\"3\"";
    assertThat(StepUp.demandedBy(response(200, challenge))).isEmpty();
    assertThat(StepUp.demandedBy(response(403, challenge))).isEmpty();
    Response ofAProxy =
        response(407, challenge).newBuilder().header("Proxy-Authenticate", challenge).build();
    assertThat(StepUp.demandedBy(ofAProxy)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "99999999999999999999", "soon"})
  void anAgeThatIsNoNumberOfSecondsIsNone(String age) {
    StepUp demand =
        demand("DPoP error=\"insufficient_user_authentication\", max_age=\"" + age + "\"");
    assertThat(demand.signedInWithin()).isEmpty();
  }

  @Test
  void takesNoMoreLevelsThanAnHonestApiHas() {
    StepUp demand =
        demand(
            "DPoP error=\"insufficient_user_authentication\", acr_values=\""
                + "x ".repeat(500)
                + "\"");
    assertThat(demand.acrValues()).hasSizeLessThanOrEqualTo(10);
  }

  private static StepUp demand(String challenge) {
    return StepUp.demandedBy(response(401, challenge)).orElseThrow();
  }

  private static Response response(int status, String challenge) {
    return new Response.Builder()
        .request(new Request.Builder().url("https://api.example/").build())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .header("WWW-Authenticate", challenge)
        .build();
  }
}

package vn.eid.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.diagnosis.Finding.Verdict;

/** Each thing that can be wrong is the one problem of its report. */
class DiagnosisTest {
  private static final URI CALLBACK = URI.create(RegisteringProvider.CALLBACK);

  private final ECKey key = RegisteringProvider.newKey("key-a");
  private final RegisteringProvider provider = RegisteringProvider.start();

  @BeforeEach
  void register() {
    provider.register(key);
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void findsNothingWrongWithAHealthyProvider() {
    Diagnosis diagnosis = diagnosed();
    assertThat(diagnosis.isHealthy()).as(diagnosis.toString()).isTrue();
    assertThat(diagnosis.findings()).extracting(Finding::verdict).containsOnly(Verdict.OK);
    assertThat(diagnosis.findings()).extracting(Finding::topic).containsExactly(Topic.values());
  }

  @Test
  void namesAWrongKeyId() throws Exception {
    Finding problem = onlyProblem(diagnosed(new ECKey.Builder(key).keyID("key-b").build()));
    assertThat(problem.topic()).isEqualTo(Topic.REGISTERED_KEY);
    assertThat(problem.found()).contains("Wrong kid", "`key-b`", "`key-a`");
    assertThat(problem.advice()).contains("`key-a`");
  }

  @Test
  void saysThatTwoKeyIdsDifferInCaseOnly() throws Exception {
    Finding problem = onlyProblem(diagnosed(new ECKey.Builder(key).keyID("KEY-A").build()));
    assertThat(problem.found()).contains("upper and lower case only");
  }

  @Test
  void namesAKeyThatIsNotRegistered() {
    Finding problem = onlyProblem(diagnosed(RegisteringProvider.newKey("key-b")));
    assertThat(problem.topic()).isEqualTo(Topic.REGISTERED_KEY);
    assertThat(problem.found()).contains("not registered", "`key-a`");
    assertThat(problem.advice()).contains("`key-b`", "thumbprint");
  }

  @Test
  void namesAnotherKeyUnderTheSameKeyId() {
    Finding problem = onlyProblem(diagnosed(RegisteringProvider.newKey("key-a")));
    assertThat(problem.found()).contains("Another key is registered under `key-a`");
  }

  @Test
  void namesAClientThatTheProviderDoesNotKnow() {
    try (EidClient client =
        EidClient.builder(Environment.sandbox(provider.issuer()), "stranger", clientKey(key))
            .build()) {
      Finding problem = onlyProblem(client.diagnose(CALLBACK));
      assertThat(problem.found()).contains("no client `stranger`");
    }
  }

  @Test
  void pointsToKeyAndClientIdWhereTheProviderDoesNotTellWhichKeysItHas() {
    provider.tellsKeys = false;
    Finding problem = onlyProblem(diagnosed(RegisteringProvider.newKey("key-b")));
    assertThat(problem.topic()).isEqualTo(Topic.SIGN_IN);
    assertThat(problem.found()).contains("client id", "key", "kid");
  }

  @Test
  void namesAWrongAudience() {
    provider.audience = value -> value.equals(provider.base() + "/token");
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.topic()).isEqualTo(Topic.SIGN_IN);
    assertThat(problem.found()).contains("Wrong audience", provider.base() + "/token`");
    assertThat(problem.actor()).isEqualTo(Actor.AUTHORITY);
  }

  @Test
  void namesAnAudienceThatDiffersInASlash() {
    provider.audience = value -> value.equals(provider.issuer() + "/");
    assertThat(onlyProblem(diagnosed()).found()).contains(provider.issuer() + "/`");
  }

  @Test
  void makesNoAssertionForAServerThatIsNotTheIssuers() {
    // 127.0.0.1 is this provider too, but the issuer is localhost: another origin.
    provider.says("token_endpoint", provider.base().replace("localhost", "127.0.0.1") + "/token");
    provider.audience = value -> !value.equals(provider.issuer().toString());
    Diagnosis diagnosis = diagnosed();
    assertThat(onlyProblem(diagnosis).found()).doesNotContain("audience");
    assertThat(provider.asked).filteredOn("/token"::equals).hasSize(1);
  }

  @Test
  void makesNoAssertionForAnotherTenantOfTheSameServer() {
    List<String> audiences = new CopyOnWriteArrayList<>();
    provider.path = "/ours";
    provider.says("token_endpoint", provider.base() + "/ours/token");
    provider.says("pushed_authorization_request_endpoint", provider.base() + "/theirs/token");
    provider.audience = value -> !audiences.add(value);
    assertThat(diagnosed().findings()).isNotEmpty();
    assertThat(audiences)
        .contains(provider.issuer().toString(), provider.issuer() + "/token")
        .noneMatch(audience -> audience.contains("theirs"));
  }

  @Test
  void namesAClockThreeMinutesAhead() {
    Finding problem = onlyProblem(diagnosedAt(Duration.ofMinutes(3)));
    assertThat(problem.topic()).isEqualTo(Topic.CLOCK);
    assertThat(problem.found()).containsPattern("1(79|80) s ahead").contains("30 s are allowed");
  }

  @Test
  void namesAClockThreeMinutesBehind() {
    Finding problem = onlyProblem(diagnosedAt(Duration.ofMinutes(-3)));
    assertThat(problem.found()).containsPattern("1(79|80) s behind");
  }

  @Test
  void takesAClockThatIsAlmostRight() {
    assertThat(diagnosedAt(Duration.ofSeconds(20)).isHealthy()).isTrue();
  }

  @Test
  void saysHowToCheckTheClockWhereTheProviderTellsNoTime() {
    provider.tellsTime = false;
    Finding finding = about(Topic.CLOCK, diagnosed());
    assertThat(finding.verdict()).isEqualTo(Verdict.NOT_CHECKED);
    assertThat(finding.advice()).contains("NTP");
  }

  @Test
  void namesARedirectUriThatIsNotRegisteredAndTakesTheOthers() {
    URI slash = URI.create(RegisteringProvider.CALLBACK + "/?token=s3cr3t");
    Diagnosis diagnosis = diagnosed(key, builder -> builder, slash, CALLBACK);
    Finding problem = onlyProblem(diagnosis);
    assertThat(problem.topic()).isEqualTo(Topic.CALLBACK);
    assertThat(problem.found())
        .contains("Redirect URI not registered", "`https://app.example/callback/`")
        .contains("invalid_request");
    assertThat(diagnosis.toString()).doesNotContain("s3cr3t");
    assertThat(diagnosis.findings())
        .filteredOn(finding -> finding.topic() == Topic.CALLBACK)
        .extracting(Finding::verdict)
        .containsExactly(Verdict.PROBLEM, Verdict.OK);
  }

  @Test
  void sendsNoCallbackThatIsNotSafe() {
    Diagnosis diagnosis =
        diagnosed(key, builder -> builder, URI.create("http://app.example/callback"));
    assertThat(onlyProblem(diagnosis).found()).contains("no https address");
    assertThat(provider.asked).doesNotContain("/par");
  }

  @Test
  void saysHowToCheckCallbacksWhereNoneIsGiven() {
    Diagnosis diagnosis = diagnosed(key, builder -> builder);
    assertThat(diagnosis.isHealthy()).isTrue();
    assertThat(about(Topic.CALLBACK, diagnosis).advice()).contains("client.diagnose(callback)");
  }

  @Test
  void namesAWrongIssuerAndSendsItNothingThatIsSigned() {
    provider.says("issuer", "https://sso.example");
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.topic()).isEqualTo(Topic.ISSUER);
    assertThat(problem.found()).contains("`https://sso.example`", "`" + provider.issuer() + "`");
    assertThat(provider.asked).containsExactly("/.well-known/openid-configuration");
  }

  @Test
  void saysThatTwoIssuersDifferInASlashOnly() {
    provider.says("issuer", provider.issuer() + "/");
    assertThat(onlyProblem(diagnosed()).found()).contains("slash at the end only");
  }

  @Test
  void findsTheIssuerOfAHostWhereThePathIsWrong() {
    URI wrong = URI.create(provider.issuer() + "/realms/vn");
    Finding problem = onlyProblem(diagnosedAs(wrong));
    assertThat(problem.topic()).isEqualTo(Topic.ISSUER);
    assertThat(problem.found()).contains("`" + wrong + "`");
    assertThat(problem.advice()).contains("Configure the issuer `" + provider.issuer() + "`");
  }

  @Test
  void namesADiscoveryAddressInPlaceOfAnIssuer() {
    URI wrong = URI.create(provider.issuer() + "/.well-known/openid-configuration");
    assertThat(onlyProblem(diagnosedAs(wrong)).topic()).isEqualTo(Topic.CONFIGURED_ISSUER);
    assertThat(provider.asked).isEmpty();
  }

  @Test
  void findsNothingWrongWithAPlainOpenIdProvider() {
    provider.tellsKeys = false;
    Diagnosis diagnosis = diagnosed();
    assertThat(diagnosis.problems()).isEmpty();
    assertThat(about(Topic.SERVICES, diagnosis).found()).contains("no national services");
    assertThat(about(Topic.REGISTERED_KEY, diagnosis).verdict()).isEqualTo(Verdict.NOT_CHECKED);
  }

  @Test
  void saysThatDpopIsNotOffered() {
    provider.speaksDpop = false;
    provider.saysNothingOf("dpop_signing_alg_values_supported");
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.topic()).isEqualTo(Topic.DPOP);
    assertThat(problem.found()).contains("does not offer DPoP");
  }

  @Test
  void onlyWarnsWhereDpopIsSpokenButNotAnnounced() {
    provider.saysNothingOf("dpop_signing_alg_values_supported");
    assertThat(about(Topic.DPOP, diagnosed()).verdict()).isEqualTo(Verdict.WARNING);
  }

  @Test
  void saysThatTheProvidersOwnNonceIsRefused() {
    provider.acceptsNonces = false;
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.topic()).isEqualTo(Topic.DPOP);
    assertThat(problem.found()).contains("use_dpop_nonce");
  }

  @Test
  void saysThatTheKeysAlgorithmIsNotOffered() {
    provider.says("token_endpoint_auth_signing_alg_values_supported", List.of("PS256"));
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.topic()).isEqualTo(Topic.SIGN_IN_METHOD);
    assertThat(problem.found()).contains("ES256", "`PS256`");
    assertThat(problem.advice()).contains("RSA");
  }

  @Test
  void saysWhatElseTheProviderDoesNotOffer() {
    provider.says("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
    provider.says("id_token_signing_alg_values_supported", List.of("RS256"));
    provider.says("code_challenge_methods_supported", List.of("plain"));
    provider.says("dpop_signing_alg_values_supported", List.of("RS256"));
    provider.says("authorization_response_iss_parameter_supported", false);
    provider.saysNothingOf("pushed_authorization_request_endpoint");
    assertThat(diagnosed().problems())
        .extracting(Finding::topic)
        .containsExactly(
            Topic.ENDPOINTS,
            Topic.SIGN_IN_METHOD,
            Topic.ID_TOKEN_ALGORITHM,
            Topic.PKCE,
            Topic.CALLBACK_ISSUER,
            Topic.DPOP);
  }

  @Test
  void makesAFindingOfAnAnswerThatCannotBeRead() {
    provider.says("code_challenge_methods_supported", "S256");
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.topic()).isEqualTo(Topic.PKCE);
    assertThat(problem.found()).contains("code_challenge_methods_supported");
  }

  @Test
  void namesAProofThatDoesNotFitTheAddress() {
    provider.says("token_endpoint", provider.base().replace("localhost", "127.0.0.1") + "/token");
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.topic()).isEqualTo(Topic.DPOP);
    assertThat(problem.found()).contains("invalid_dpop_proof");
    assertThat(problem.advice()).contains("proxy");
  }

  @Test
  void pointsToTheRegistrationWhereACallbackIsRefusedWithoutAReason() {
    provider.refusesCallbacksWith = "no";
    URI other = URI.create("https://app.example/other");
    Finding problem = onlyProblem(diagnosed(key, builder -> builder, other));
    assertThat(problem.found()).contains("`https://app.example/other`", "invalid_request");
    assertThat(problem.advice()).contains("is registered");
  }

  @Test
  void namesAProviderThatWantsAnotherAudienceForPushedLoginsAlone() {
    provider.pushAudience = value -> value.equals(provider.base() + "/par");
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.topic()).isEqualTo(Topic.CALLBACK);
    assertThat(problem.advice()).contains("another audience");
  }

  @Test
  void namesAClientThatMayNotExchangeCodes() {
    provider.refusesCodesWith = "unauthorized_client";
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.found()).contains("unauthorized_client");
    assertThat(problem.actor()).isEqualTo(Actor.AUTHORITY);
  }

  @Test
  void onlyWarnsOfARefusalThatIsAboutSomethingElse() {
    provider.refusesCodesWith = "invalid_request";
    assertThat(about(Topic.SIGN_IN, diagnosed()).verdict()).isEqualTo(Verdict.WARNING);
  }

  @Test
  void namesAProviderThatGivesTokensForNothing() {
    provider.refusesCodesWith = "";
    assertThat(onlyProblem(diagnosed()).found()).contains("for a code that does not exist");
  }

  @Test
  void namesAKeySetThatIsMissing() {
    provider.says("jwks_uri", provider.base() + "/nowhere");
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.topic()).isEqualTo(Topic.PROVIDER_KEYS);
    assertThat(problem.found()).contains("HTTP 404");
  }

  /** Keycloak, for one, makes a key when it first signs with it. */
  @Test
  void onlyWarnsOfAKeySetThatHasNoKeyToSignWithYet() {
    provider.says("jwks_uri", provider.base() + "/encryption-jwks");
    Diagnosis diagnosis = diagnosed();
    assertThat(diagnosis.isHealthy()).isTrue();
    assertThat(about(Topic.PROVIDER_KEYS, diagnosis).verdict()).isEqualTo(Verdict.WARNING);
    assertThat(about(Topic.PROVIDER_KEYS, diagnosis).advice()).contains("first login");
  }

  @Test
  void namesEndpointsOutsideTlsAndSendsThemNothing() {
    provider.says("token_endpoint", "http://as.example/token");
    Diagnosis diagnosis = diagnosed();
    assertThat(onlyProblem(diagnosis).found()).contains("https", "token_endpoint");
    assertThat(about(Topic.SIGN_IN, diagnosis).advice()).contains("'endpoints'");
  }

  @Test
  void namesWhatTheClientItselfRefusesInTheDiscoveryDocument() {
    provider.says("vn_eid", Map.of("consent_endpoint", "http://as.example/consent"));
    Finding problem = onlyProblem(diagnosed());
    assertThat(problem.topic()).isEqualTo(Topic.ENDPOINTS);
    assertThat(problem.found()).contains("consent_endpoint");
  }

  @Test
  void printsShortLinesAndNothingThatCouldLookLikeAnotherLine() {
    provider.says("id_token_signing_alg_values_supported", List.of("X\nOK `sign in`"));
    String report = diagnosed().toString();
    assertThat(report).contains("To mend: id token algorithm.", "X?OK ?sign in?");
    assertThat(report.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  private Diagnosis diagnosed() {
    return diagnosed(key);
  }

  private Diagnosis diagnosed(ECKey signing) {
    return diagnosed(signing, builder -> builder, CALLBACK);
  }

  private Diagnosis diagnosedAt(Duration ahead) {
    Clock off = Clock.offset(Clock.systemUTC(), ahead);
    return diagnosed(key, builder -> builder.clock(off), CALLBACK);
  }

  private Diagnosis diagnosedAs(URI issuer) {
    try (EidClient client =
        EidClient.builder(Environment.sandbox(issuer), RegisteringProvider.CLIENT, clientKey(key))
            .build()) {
      return client.diagnose(CALLBACK);
    }
  }

  private Diagnosis diagnosed(
      ECKey signing, UnaryOperator<EidClient.Builder> with, URI... callbacks) {
    EidClient.Builder builder =
        EidClient.builder(
            Environment.sandbox(provider.issuer()), RegisteringProvider.CLIENT, clientKey(signing));
    try (EidClient client = with.apply(builder).build()) {
      return client.diagnose(callbacks);
    }
  }

  private static ClientKey clientKey(ECKey key) {
    return ClientKey.fromJwk(key.toJSONString());
  }

  static Finding onlyProblem(Diagnosis diagnosis) {
    assertThat(diagnosis.isHealthy()).isFalse();
    assertThat(diagnosis.problems()).as(diagnosis.toString()).hasSize(1);
    return diagnosis.problems().get(0);
  }

  static Finding about(Topic topic, Diagnosis diagnosis) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.topic() == topic)
        .findFirst()
        .orElseThrow();
  }
}

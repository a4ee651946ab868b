package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ClientRejectedException;
import vn.eid.EidClient;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.consent.ConsentRequest;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.Identity;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.PushRequest;
import vn.eid.records.HealthData;
import vn.eid.records.PullRequest;

/**
 * What a provider other than the mock server may say: honest ones of all kinds, and hostile ones.
 */
class HostileProviderTest {
  private static final String OUT = "(none)";

  private Provider provider = new Provider("");

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/realms/vn", "/realms/vn/"})
  void aPlainProviderThatKnowsNothingOfVietnamLogsPeopleIn(String path) {
    provider.close();
    provider = new Provider(path);
    Identity someone = approved(logIn());
    assertThat(someone.subject()).isEqualTo("someone");
    assertThat(someone.accountLevel()).isEmpty();
    assertThat(someone.authenticationLevel()).isEmpty();
    assertThat(someone.authenticatedAt()).isEmpty();
    assertThat(someone.citizenId()).isEmpty();
  }

  @Test
  void aPlainProviderOffersNoConsent() {
    assertThatExceptionOfType(ClientRejectedException.class)
        .isThrownBy(this::consent)
        .withMessageContaining("offers login only");
  }

  @Test
  void claimsThatTheIdTokenLacksComeFromUserinfo() {
    assertThat(approved(logIn(Claim.NAME)).name()).contains("Nguyễn Văn An");
  }

  @Test
  void userinfoOverridesNothingThatTheIdTokenSays() {
    provider.idTokenChanges.put("acr", "1");
    provider.idTokenChanges.put("name", "Người Ký");
    provider.change("/userinfo", "acr", "4");
    provider.change("/userinfo", "account_level", 2);
    provider.change("/userinfo", "auth_time", 1);
    Identity someone = approved(logIn(Claim.NAME, Claim.GENDER));
    assertThat(someone.name()).contains("Người Ký");
    assertThat(someone.authenticationLevel()).contains(vn.eid.login.AuthenticationLevel.LEVEL_1);
    // Not signed, so not believed: only the id token speaks of levels and times.
    assertThat(someone.accountLevel()).isEmpty();
    assertThat(someone.authenticatedAt()).isEmpty();
  }

  @Test
  void levelsThatAreUnknownAreEmptyAndNeverACrash() {
    provider.idTokenChanges.put("acr", "urn:mace:incommon:iap:silver");
    provider.idTokenChanges.put("account_level", 9);
    assertThat(approved(logIn()).accountLevel()).isEmpty();
    assertThat(approved(logIn()).authenticationLevel()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dpop", "DPOP", "dPoP"})
  void theTokenTypeIsReadInAnyCase(String type) {
    provider.change("/token", "token_type", type);
    approved(logIn());
  }

  @Test
  void aTokenThatIsNotBoundToOurKeyIsRefused() {
    provider.change("/token", "token_type", "Bearer");
    refuses(Check.KEY_BINDING);
  }

  @Test
  void anAnswerWithoutAnIdTokenIsNoLogin() {
    provider.change("/token", "id_token", OUT);
    refuses(Check.FORMAT);
  }

  @Test
  void userinfoAboutAnotherPersonIsRefused() {
    provider.change("/userinfo", "sub", "Someone");
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> logIn(Claim.NAME))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.SUBJECT));
  }

  @Test
  void whereThereIsNoUserinfoTheIdTokenIsAllThereIs() {
    provider.change("/.well-known/openid-configuration", "userinfo_endpoint", OUT);
    provider.idTokenChanges.put("name", "Nguyễn Văn An");
    Identity someone = approved(logIn(Claim.NAME, Claim.GENDER));
    assertThat(someone.name()).contains("Nguyễn Văn An");
    assertThat(someone.gender()).isEmpty();
  }

  @Test
  void userinfoThatIsRefusedIsToldAsTheProvidersRefusal() {
    provider.failures.put("/userinfo", 403);
    assertThatExceptionOfType(ClientRejectedException.class)
        .isThrownBy(() -> logIn(Claim.NAME))
        .satisfies(e -> assertThat(e.code()).isEqualTo("userinfo_refused"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/par", "/token", "/ciba"})
  void aClientThatIsRefusedIsToldWhatToCheck(String endpoint) {
    provider.refusals.put(endpoint, "invalid_client");
    assertThatExceptionOfType(ClientRejectedException.class)
        .isThrownBy(() -> anyLogin(endpoint))
        .withMessageContaining("the public key is registered")
        .satisfies(e -> assertThat(e.code()).isEqualTo("invalid_client"));
  }

  @Test
  void aProviderWithoutLoginByPushSaysSo() {
    provider.change(
        "/.well-known/openid-configuration", "backchannel_authentication_endpoint", OUT);
    assertThatExceptionOfType(ClientRejectedException.class)
        .isThrownBy(() -> anyLogin("/ciba"))
        .satisfies(e -> assertThat(e.code()).isEqualTo("no_push_login"));
  }

  private void anyLogin(String endpoint) {
    if (!endpoint.equals("/ciba")) {
      logIn();
      return;
    }
    try (EidClient client = provider.client()) {
      PushRequest request = PushRequest.to(CitizenId.parse("099085000011"));
      client.pushLogin().start(request, Application.newBrowser());
    }
  }

  @Test
  void aTokenOfTheApplicationsOwnIsNoEffectAndACitizensIs() {
    provider.change("/.well-known/openid-configuration", "vn_eid", provider.nationalServices());
    provider.failures.put("/token", 500);
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(this::logIn)
        .satisfies(e -> assertThat(e.mayHaveTakenEffect()).isTrue());
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(this::consent)
        .satisfies(e -> assertThat(e.mayHaveTakenEffect()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\r\nX-Injected: 1", "ä", "\u0000"})
  void anAccessTokenThatNoHeaderCanCarryIsRefused(String token) {
    provider.change("/token", "access_token", token);
    refuses(Check.FORMAT);
  }

  @Test
  void aTokenIsOfVisibleCharactersAndNotEndless() {
    for (String good : List.of("!", "~", "x".repeat(1 << 14))) {
      provider.change("/token", "access_token", good);
      provider.change("/token", "refresh_token", good);
      approved(logIn());
    }
    for (String bad : List.of("a\u007f", "x".repeat((1 << 14) + 1))) {
      provider.change("/token", "refresh_token", bad);
      refuses(Check.FORMAT);
      provider.change("/token", "refresh_token", OUT);
      provider.change("/token", "access_token", bad);
      refuses(Check.FORMAT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aLinkThatIsDeadOnArrivalIsShownToNobody(int seconds) {
    provider.change("/par", "expires_in", seconds);
    refuses(Check.EXPIRY);
    provider.change("/par", "expires_in", 1);
    approved(logIn());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authorization_endpoint",
        "pushed_authorization_request_endpoint",
        "token_endpoint",
        "userinfo_endpoint",
        "jwks_uri",
        "backchannel_authentication_endpoint",
        "revocation_endpoint",
        "end_session_endpoint"
      })
  void anEndpointThatAnybodyOnTheWayCouldReadIsRefused(String endpoint) {
    provider.change("/.well-known/openid-configuration", endpoint, "http://as.example/x");
    refuses(Check.DESTINATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consent_endpoint",
        "records_endpoint",
        "citizen_data_endpoint",
        "tax_endpoint",
        "population_endpoint",
        "events_endpoint",
        "registry_jwks_uri"
      })
  void aNationalServiceThatAnybodyOnTheWayCouldReadIsRefused(String endpoint) {
    Map<String, Object> services = new HashMap<>(provider.nationalServices());
    services.put(endpoint, "http://as.example/x");
    provider.change("/.well-known/openid-configuration", "vn_eid", services);
    refuses(Check.DESTINATION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://as.example", "not an address"})
  void aDocumentOfAnotherIssuerIsRefused(String issuer) {
    provider.change("/.well-known/openid-configuration", "issuer", issuer);
    refuses(Check.ISSUER);
  }

  @Test
  void anotherIssuerIsNamedWhereItsNameIsHarmless() {
    provider.change("/.well-known/openid-configuration", "issuer", "https://as.example");
    assertThat(refusal()).hasMessageContaining("names the issuer https://as.example, and");
    provider.change("/.well-known/openid-configuration", "issuer", "https://as.example\nFAKE");
    assertThat(refusal()).hasMessageContaining("names another issuer, and");
  }

  @Test
  void aCallbackIsNotEndless() {
    assertThat(approved(logIn(1 << 14)).subject()).isEqualTo("someone");
    UntrustedException e =
        catchThrowableOfType(UntrustedException.class, () -> logIn((1 << 14) + 1));
    assertThat(e.check()).isEqualTo(Check.SIZE);
  }

  /** Comes back with a query of this length. */
  private LoginOutcome logIn(int length) {
    try (EidClient client = provider.client()) {
      BrowserSession browser = Application.newBrowser();
      client.redirectLogin().start(LoginRequest.returningTo(Application.CALLBACK), browser);
      URI callback = provider.callback();
      String more = "&x=" + "x".repeat(length - callback.getRawQuery().length() - 3);
      return client.redirectLogin().finish(URI.create(callback + more), browser);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void anAccessTokenThatHasExpiredOnArrivalIsRefused(long seconds) {
    provider.change("/token", "expires_in", seconds);
    refuses(Check.EXPIRY);
  }

  @Test
  void aLifetimeBeyondAnySenseIsCutAndNeverACrash() {
    provider.change("/token", "expires_in", Long.MAX_VALUE);
    approved(logIn());
  }

  @Test
  void timesBeyondAnySenseAreRefusedAndNeverACrash() {
    for (Object time : List.of(1e300, -1, "2030-01-01", Long.MAX_VALUE, List.of(1))) {
      provider.idTokenChanges.put("exp", time);
      refuses(Check.FORMAT);
    }
  }

  @Test
  void anIdTokenWithoutAUsableSubjectIsRefused() {
    provider.idTokenChanges.put("sub", "x".repeat(255));
    approved(logIn());
    for (Object subject : List.of(OUT, "", 7, "x".repeat(256))) {
      provider.idTokenChanges.put("sub", subject);
      refuses(Check.FORMAT);
    }
  }

  @Test
  void anIdTokenWithoutIssueTimeIsRefused() {
    provider.idTokenChanges.put("iat", OUT);
    refuses(Check.EXPIRY);
  }

  @Test
  void anAudienceInAListOfOneIsTheSameAsATextAndAnyOtherListIsRefused() {
    provider.idTokenChanges.put("aud", List.of("app"));
    approved(logIn());
    for (Object audience : List.of(List.of(), List.of("app", "app"), OUT, "App", List.of("app "))) {
      provider.idTokenChanges.put("aud", audience);
      refuses(Check.AUDIENCE);
    }
  }

  @Test
  void aKeySetWithoutAKeyThatCanBeUsedIsRefused() throws Exception {
    Map<String, Object> secret = Map.of("kty", "oct", "k", "c2VjcmV0", "kid", "k");
    for (Object keys : List.of(List.of(), List.of(Map.of("kty", "PQ")), OUT)) {
      provider.change("/jwks", "keys", keys);
      refuses(Check.FORMAT);
    }
    provider.change("/jwks", "keys", List.of(secret));
    UntrustedException e = refusal();
    assertThat(e.check()).isIn(Check.FORMAT, Check.SIGNATURE);
  }

  @Test
  void aKeySetOfThousandsIsRefused() throws Exception {
    Map<String, Object> key =
        new ECKeyGenerator(Curve.P_256).keyID("x").generate().toPublicJWK().toJSONObject();
    provider.change("/jwks", "keys", java.util.Collections.nCopies(101, key));
    refuses(Check.FORMAT);
    provider.change("/jwks", "keys", java.util.Collections.nCopies(100, key));
    refuses(Check.SIGNATURE);
  }

  @Test
  void aReceiptThatNamesNoDataSetOrComesFromTheFutureIsRefused() {
    provider.change("/.well-known/openid-configuration", "vn_eid", provider.nationalServices());
    assertThat(consent()).isInstanceOf(Consent.Active.class);

    provider.receiptChanges.put("data_sets", List.of());
    assertThat(receiptRefusal().check()).isEqualTo(Check.FORMAT);
    provider.receiptChanges.remove("data_sets");
    provider.receiptChanges.put("granted_at", Instant.now().getEpochSecond() + 3600);
    assertThat(receiptRefusal().check()).isEqualTo(Check.EXPIRY);
    provider.receiptChanges.put("granted_at", OUT);
    assertThat(receiptRefusal().check()).isEqualTo(Check.EXPIRY);
    provider.receiptChanges.remove("granted_at");
    provider.receiptChanges.put("period", Map.of("from", "2026-01-02", "to", "2026-01-01"));
    assertThat(receiptRefusal().check()).isEqualTo(Check.FORMAT);
  }

  @Test
  void anAnswerAboutAnotherConsentIsRefused() {
    provider.change("/.well-known/openid-configuration", "vn_eid", provider.nationalServices());
    provider.change("/consent", "consent_id", "c2");
    assertThat(receiptRefusal().check()).isEqualTo(Check.CONSENT);
  }

  @Test
  void aStateOfAConsentThatIsUnknownIsNotOneToReadDataUnder() {
    provider.change("/.well-known/openid-configuration", "vn_eid", provider.nationalServices());
    provider.change("/consent", "state", "paused");
    assertThat(receiptRefusal().check()).isEqualTo(Check.FORMAT);
  }

  @Test
  void whatWasNotAskedForStaysOutWhateverTheProviderSends() {
    provider.idTokenChanges.put("citizen_id", "099085000011");
    provider.idTokenChanges.put("gender", "female");
    provider.change("/userinfo", "birthdate", "1985-03-12");
    Identity someone = approved(logIn(Claim.NAME));
    assertThat(someone.name()).isPresent();
    assertThat(someone.citizenId()).isEmpty();
    assertThat(someone.gender()).isEmpty();
    assertThat(someone.birthDate()).isEmpty();
    assertThat(approved(logIn(Claim.BIRTH_DATE)).name()).isEmpty();
  }

  @Test
  void aKeyThatCannotBeReadIsPassedOver() {
    Map<String, Object> broken =
        Map.of("kty", "RSA", "n", "AQAB", "e", "AQAB", "oth", List.of(Map.of()));
    provider.change("/jwks", "keys", List.of(broken, provider.publicKey()));
    approved(logIn());
  }

  @Test
  void anApprovalLinkThatLeadsTheCitizenElsewhereIsRefused() {
    provider.change("/.well-known/openid-configuration", "vn_eid", provider.nationalServices());
    provider.change("/consent", "state", "requested");
    provider.change("/consent", "decide_by", "2030-01-01T00:00:00Z");
    for (String link :
        List.of("http://evil.example/", "https://user@as.example/", "javascript:alert(1)", "/x")) {
      provider.change("/consent", "approval_uri", link);
      assertThat(receiptRefusal().check()).isIn(Check.DESTINATION, Check.FORMAT);
    }
    provider.change("/consent", "approval_uri", "https://as.example/approve");
    assertThat(consent()).isInstanceOf(Consent.Requested.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tax/links",
        "/fhirs/Immunization?p=2",
        "../tax",
        "//evil.example/fhir/Immunization",
        "https://evil.example/fhir/Immunization",
        "http://user@127.0.0.1/fhir/Immunization"
      })
  void aPageLinkThatLeavesItsServiceIsRefused(String link) {
    provider.change("/fhir", "link", List.of(Map.of("relation", "next", "url", link)));
    assertThat(pullRefusal().check()).isEqualTo(Check.DESTINATION);
  }

  @Test
  void aResourceTypeThatWouldForgeALogLineIsRefused() {
    provider.change(
        "/fhir", "entry", List.of(Map.of("resource", Map.of("resourceType", "Imm\nFAKE"))));
    assertThat(pullRefusal().check()).isEqualTo(Check.FORMAT);
  }

  @Test
  void aLostAnswerToAPostMayHaveTakenEffectAndOneToAReadMayNot() {
    provider.change("/.well-known/openid-configuration", "vn_eid", provider.nationalServices());
    provider.failures.put("/consent", 500);
    provider.failures.put("/consent/c1", 500);
    try (EidClient client = provider.client()) {
      ConsentRequest request =
          ConsentRequest.ask(
              CitizenId.parse("099085000011"), Application.TREATMENT, HealthData.IMMUNIZATIONS);
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> client.consents().request(request))
          .satisfies(e -> assertThat(e.mayHaveTakenEffect()).isTrue());
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> client.consents().find(ConsentId.of("c1")))
          .satisfies(e -> assertThat(e.mayHaveTakenEffect()).isFalse());
    }
  }

  @Test
  void manyThreadsShareOneFailureInsteadOfWaitingForEachOthers() throws Exception {
    provider.failures.put("/.well-known/openid-configuration", 500);
    try (EidClient client = provider.client()) {
      Runnable login =
          () ->
              assertThatExceptionOfType(UnavailableException.class)
                  .isThrownBy(
                      () ->
                          client
                              .redirectLogin()
                              .start(
                                  LoginRequest.returningTo(Application.CALLBACK),
                                  Application.newBrowser()));
      List<Thread> threads =
          java.util.stream.Stream.generate(() -> new Thread(login)).limit(20).toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(provider.requests()).isLessThan(10);
  }

  @Test
  void anInterruptedThreadIsToldSoAndStaysInterrupted() {
    try (EidClient client = provider.client()) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(
              () ->
                  client
                      .redirectLogin()
                      .start(
                          LoginRequest.returningTo(Application.CALLBACK),
                          Application.newBrowser()));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private UntrustedException pullRefusal() {
    provider.change("/.well-known/openid-configuration", "vn_eid", provider.nationalServices());
    try (EidClient client = provider.client()) {
      Consent.Active active = client.consents().requireActive(ConsentId.of("c1"));
      return catchThrowableOfType(
          UntrustedException.class,
          () ->
              client
                  .records()
                  .pull(PullRequest.under(active, Application.TREATMENT, HealthData.IMMUNIZATIONS))
                  .toList());
    }
  }

  private UntrustedException receiptRefusal() {
    return catchThrowableOfType(UntrustedException.class, this::consent);
  }

  private Consent consent() {
    try (EidClient client = provider.client()) {
      return client.consents().find(ConsentId.of("c1"));
    }
  }

  private void refuses(Check check) {
    assertThat(refusal().check()).isEqualTo(check);
  }

  private UntrustedException refusal() {
    UntrustedException e = catchThrowableOfType(UntrustedException.class, this::logIn);
    assertThat(e).isNotNull();
    return e;
  }

  private LoginOutcome logIn(Claim... claims) {
    try (EidClient client = provider.client()) {
      BrowserSession browser = Application.newBrowser();
      LoginRequest request = LoginRequest.returningTo(Application.CALLBACK).asking(claims);
      client.redirectLogin().start(request, browser);
      return client.redirectLogin().finish(provider.callback(), browser);
    }
  }

  private static Identity approved(LoginOutcome outcome) {
    return ((LoginOutcome.Approved) outcome).identity();
  }
}

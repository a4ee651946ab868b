package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import vn.eid.CitizenId;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.Purpose;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStart;
import vn.eid.login.PushStatus;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;
import vn.eid.records.HealthData;

/** The mock server's pages, clicked through by a real browser in both languages. */
class MockPagesTest {
  private static final CitizenId AN = CitizenId.parse(Person.ORDINARY.number());
  private static final Purpose TREATMENT = Purpose.of("TREATMENT", "Khám và điều trị", "Treatment");

  private final Inbox application = new Inbox();
  private final URI callback = application.address("/callback");
  private final BrowserSession session = BrowserSession.of(UUID.randomUUID().toString());
  private EidMock mock;
  private EidClient eid;

  @BeforeEach
  void start() {
    mock = EidMock.start(MockOptions.defaults().interactive(true).redirectUri(callback.toString()));
    eid =
        EidClient.builder(
                Environment.sandbox(mock.issuer()),
                mock.clientId(),
                ClientKey.fromJwk(mock.clientKeyJwk()))
            .build();
  }

  @AfterEach
  void stop() {
    eid.close();
    mock.close();
    application.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void aPersonLogsIn(String language) {
    Words words = new Words(language);
    try (Chromium browser = Chromium.reading(language)) {
      browser.open(loginPage());
      assertThat(browser.heading()).isEqualTo(words.say("choose.title"));
      browser.isReadableByEverybody("login-choose");
      browser.choose(Person.ORDINARY.fullName());
      browser.press(words.say("choose.next"));
      assertThat(browser.heading()).isEqualTo(words.say("approve.title"));
      browser.isReadableByEverybody("login-approve");
      browser.press(words.say("approve.yes"));
      assertThat(outcome(browser)).isInstanceOf(LoginOutcome.Approved.class);
    }
  }

  @Test
  void aPersonChangesTheLanguageAndDeclines() {
    Words english = new Words("en");
    try (Chromium browser = Chromium.reading("vi")) {
      browser.open(loginPage());
      browser.follow("English");
      assertThat(browser.heading()).isEqualTo(english.say("choose.title"));
      browser.choose(Person.ORDINARY.fullName());
      browser.press(english.say("choose.next"));
      browser.press(english.say("approve.no"));
      assertThat(outcome(browser))
          .isEqualTo(new LoginOutcome.Declined(LoginOutcome.Declined.Reason.REFUSED));
    }
  }

  @Test
  void aPersonLogsInByTheKeyboardWithoutScript() {
    try (Chromium browser = Chromium.withoutScript("vi")) {
      browser.open(loginPage());
      browser.type(Keys.TAB);
      assertThat(browser.focused().getDomAttribute("name")).isEqualTo("citizen");
      browser.type(Keys.SPACE);
      browser.type(Keys.ENTER);
      tabTo(browser, "approve");
      browser.type(Keys.ENTER);
      browser.awaitAddress(callback);
      assertThat(outcome(browser)).isInstanceOf(LoginOutcome.Approved.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void aPersonConsentsInPartAndTakesItBack(String language) throws InterruptedException {
    Words words = new Words(language);
    Consent.Requested requested = consentRequest();
    try (Chromium browser = Chromium.reading(language)) {
      browser.open(requested.approvalUri());
      assertThat(browser.heading()).isEqualTo(words.say("consent.title"));
      assertThat(browser.ticked()).isEmpty();
      browser.isReadableByEverybody("consent");
      browser.press(words.say("consent.yes"));
      assertThat(browser.text()).contains(words.say("consent.nothing_ticked"));
      browser.isReadableByEverybody("consent-nothing-ticked");
      browser.choose(words.say("data.immunizations"));
      browser.press(words.say("consent.yes"));
      browser.isReadableByEverybody("consent-done");
      assertThat(granted(requested).dataSets()).containsExactly(HealthData.IMMUNIZATIONS.name());
      takeBack(browser, words);
    }
    assertThat(eid.consents().find(requested.id())).isInstanceOf(Consent.Ended.class);
  }

  private void takeBack(Chromium browser, Words words) {
    browser.open(mock.issuer().resolve("/my"));
    browser.isReadableByEverybody("my-choose");
    browser.choose(Person.ORDINARY.fullName());
    browser.press(words.say("choose.next"));
    browser.isReadableByEverybody("my-consents");
    browser.press(words.say("my.revoke"));
    browser.isReadableByEverybody("my-revoke");
    browser.press(words.say("my.revoke.yes"));
    assertThat(browser.text()).contains(words.say("my.revoked"));
    browser.isReadableByEverybody("my-revoked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void aPersonApprovesOnThePhone(String language) {
    Words words = new Words(language);
    PushStart push = eid.pushLogin().start(PushRequest.to(AN).asking(Claim.NAME), session);
    try (Chromium phone = Chromium.reading(language)) {
      phone.open(mock.issuer().resolve("/phone"));
      assertThat(phone.heading()).isEqualTo(words.say("phone.list.title"));
      phone.isReadableByEverybody("phone-list");
      phone.follow("Demo Clinic");
      assertThat(phone.text()).contains(push.verificationCode());
      phone.isReadableByEverybody("phone-ask");
      phone.press(words.say("approve.yes"));
      phone.isReadableByEverybody("phone-done");
    }
    mock.advance(Duration.ofSeconds(6));
    assertThat(eid.pushLogin().check(push.id(), session))
        .isInstanceOfSatisfying(
            PushStatus.Finished.class,
            done -> assertThat(done.outcome()).isInstanceOf(LoginOutcome.Approved.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void aPersonSeesWhyAPageCannotGoOn(String language) {
    try (Chromium browser = Chromium.reading(language)) {
      browser.open(mock.issuer().resolve("/authorize?client_id=demo-client&request_uri=urn:x"));
      assertThat(browser.heading()).isEqualTo(new Words(language).say("refused.title"));
      browser.isReadableByEverybody("refused");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void anIntegratorSeesWhatHappenedAndWhy(String language) {
    Words words = new Words(language);
    loginPage();
    try (Chromium browser = Chromium.reading(language)) {
      browser.open(mock.issuer().resolve("/"));
      assertThat(browser.heading()).isEqualTo(words.say("landing.title"));
      browser.isReadableByEverybody("landing");
      browser.open(mock.issuer().resolve("/authorize?client_id=demo-client&request_uri=urn:x"));
      browser.open(mock.issuer().resolve("/inspector"));
      assertThat(browser.heading()).isEqualTo(words.say("inspector.title"));
      assertThat(browser.text()).contains("/par", words.say("inspector.flow.login"));
      browser.isReadableByEverybody("inspector");
      browser.follow(words.say("inspector.why"));
      assertThat(browser.heading()).isEqualTo(words.say("why.title"));
      browser.isReadableByEverybody("why");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void anIntegratorReadsWhatIsKnownAndWhatIsAssumed(String language) {
    Words words = new Words(language);
    try (Chromium browser = Chromium.reading(language)) {
      browser.open(mock.issuer().resolve("/"));
      browser.follow(words.say("fidelity.title"));
      browser.isReadableByEverybody("fidelity");
      browser.open(mock.issuer().resolve("/openapi"));
      assertThat(browser.heading()).isEqualTo(words.say("openapi.title"));
      browser.isReadableByEverybody("openapi");
    }
  }

  private URI loginPage() {
    return eid.redirectLogin()
        .start(LoginRequest.returningTo(callback).asking(Claim.NAME, Claim.BIRTH_DATE), session)
        .authorizationUri();
  }

  private LoginOutcome outcome(Chromium browser) {
    browser.awaitAddress(callback);
    return eid.redirectLogin().finish(browser.address(), session);
  }

  private Consent.Requested consentRequest() {
    return eid.consents()
        .request(
            ConsentRequest.ask(
                    AN, TREATMENT, HealthData.IMMUNIZATIONS, HealthData.LABORATORY_RESULTS)
                .validFor(Duration.ofDays(7)));
  }

  private Consent.Active granted(Consent.Requested requested) throws InterruptedException {
    Consent decided = eid.consents().awaitDecision(requested, Duration.ofSeconds(30));
    assertThat(decided).isInstanceOf(Consent.Active.class);
    return (Consent.Active) decided;
  }

  private static void tabTo(Chromium browser, String value) {
    for (int i = 0; i < 20; i++) {
      browser.type(Keys.TAB);
      if (value.equals(browser.focused().getDomAttribute("value"))) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach " + value + ".");
  }

  /** The mock server's own texts, so that a test names what a person reads by what it means. */
  private static final class Words {
    private final ResourceBundle texts;

    private Words(String language) {
      texts = ResourceBundle.getBundle("vn.eid.mock.page.texts_" + language);
    }

    private String say(String key) {
      return texts.getString(key);
    }
  }
}

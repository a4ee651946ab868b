package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ClientRejectedException;
import vn.eid.EidException;
import vn.eid.Gender;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.PartialDate;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.mock.Fault;
import vn.eid.mock.SeenRequest;

class RedirectLoginTest extends MockedApplicationTest {

  @Test
  void tellsWhatWasAskedForAndNothingElse() {
    Identity citizen = approved(app.logIn(Claim.NAME, Claim.CITIZEN_ID));

    assertThat(citizen.name()).contains("Nguyễn Văn An");
    assertThat(citizen.citizenId()).contains(CitizenId.parse("099085000011"));
    assertThat(citizen.birthDate()).isEmpty();
    assertThat(citizen.gender()).isEmpty();
    assertThat(citizen.accountLevel()).contains(AccountLevel.LEVEL_2);
    assertThat(citizen.authenticationLevel()).isPresent();
    assertThat(citizen.authenticatedAt()).isPresent();
  }

  @Test
  void givesTheSameSubjectAtEachLoginOfACitizenAndAnotherOneToAnother() {
    String first = approved(app.logIn()).subject();
    assertThat(approved(app.logIn()).subject()).isEqualTo(first).isNotEqualTo("099085000011");
    mock.signsIn("099192000022");
    assertThat(approved(app.logIn()).subject()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"099192000022,LEVEL_1", "099085000011,LEVEL_2"})
  void tellsTheLevelOfTheAccount(String number, AccountLevel level) {
    mock.signsIn(number);
    assertThat(approved(app.logIn()).accountLevel()).contains(level);
  }

  @Test
  void readsABirthDateOfWhichOnlyTheYearIsKnown() {
    mock.signsIn("099051000044");
    Identity citizen = approved(app.logIn(Claim.BIRTH_DATE, Claim.GENDER));
    assertThat(citizen.birthDate()).contains(PartialDate.parse("1951"));
    assertThat(citizen.gender()).contains(Gender.MALE);
  }

  @Test
  void givesADecomposedNameInComposedForm() {
    mock.signsIn("099188000055");
    String name = approved(app.logIn(Claim.NAME)).name().orElseThrow();
    assertThat(name).isEqualTo("Đỗ Thị Hương");
    assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
  }

  @Test
  void printsTheLevelsOfACitizenAndNothingElse() {
    Identity citizen = approved(app.logIn(Claim.NAME, Claim.CITIZEN_ID));
    assertThat(citizen).hasToString("Identity[accountLevel=LEVEL_2, authenticationLevel=LEVEL_2]");
  }

  @Test
  void saysWhyACitizenDidNotLogIn() {
    mock.signsIn("099075000112");
    assertThat(app.logIn()).isEqualTo(new LoginOutcome.Declined(LoginOutcome.Reason.REFUSED));
    mock.signsIn("099082000101");
    assertThat(app.logIn())
        .isEqualTo(new LoginOutcome.Declined(LoginOutcome.Reason.ACCOUNT_LOCKED));
  }

  @Test
  void isExpiredWhenTheCitizenComesBackTooLate() {
    BrowserSession browser = Application.newBrowser();
    URI callback = Application.callbackOf(app.begin(browser));
    mock.advance(Duration.ofMinutes(10));
    assertThat(app.client().redirectLogin().finish(callback, browser))
        .isEqualTo(new LoginOutcome.Expired());
    assertThat(requests("/token")).isEmpty();
  }

  @Test
  void isExpiredWhenTheCodeIsOlderThanItsMinute() {
    BrowserSession browser = Application.newBrowser();
    URI callback = Application.callbackOf(app.begin(browser));
    mock.advance(Duration.ofSeconds(61));
    assertThat(app.client().redirectLogin().finish(callback, browser))
        .isEqualTo(new LoginOutcome.Expired());
  }

  @Test
  void refusesACallbackOfAnotherBrowserAndLeavesTheRightOneItsLogin() {
    BrowserSession browser = Application.newBrowser();
    URI callback = Application.callbackOf(app.begin(browser));

    refuses(Check.STATE, callback, Application.newBrowser());

    approved(app.client().redirectLogin().finish(callback, browser));
  }

  @Test
  void namesWithoutAValueAndNothingAtAllBetweenParametersAreNothing() {
    BrowserSession browser = Application.newBrowser();
    URI callback = Application.callbackOf(app.begin(browser));
    refuses(
        Check.FORMAT, URI.create(callback.toString().replaceAll("code=[^&]*", "code")), browser);
    URI next = Application.callbackOf(app.begin(browser));
    approved(app.client().redirectLogin().finish(URI.create(next + "&&&error="), browser));
  }

  @Test
  void finishesALoginOnce() {
    BrowserSession browser = Application.newBrowser();
    URI callback = Application.callbackOf(app.begin(browser));
    approved(app.client().redirectLogin().finish(callback, browser));
    refuses(Check.STATE, callback, browser);
    assertThat(requests("/token")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"KEYS_HTTP_ERROR_500", "TOKEN_RATE_LIMITED"})
  void takesTheSameCallbackAgainWhereTheCodeWasNotSpent(Fault fault) {
    BrowserSession browser = Application.newBrowser();
    URI callback = Application.callbackOf(app.begin(browser));
    mock.injectOnce(fault);
    assertThatExceptionOfType(EidException.class)
        .isThrownBy(() -> app.client().redirectLogin().finish(callback, browser))
        .isNotInstanceOf(UntrustedException.class);
    approved(app.client().redirectLogin().finish(callback, browser));
    refuses(Check.STATE, callback, browser);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "code=x", "code=x&state=", "state=foreign&code=x", "error=access_denied"})
  void refusesACallbackWithoutAStateOfOurs(String query) {
    BrowserSession browser = Application.newBrowser();
    app.begin(browser);
    refuses(Check.STATE, URI.create(Application.CALLBACK + "?" + query), browser);
    refuses(Check.STATE, Application.CALLBACK, browser);
  }

  @Test
  void refusesAnErrorThatDoesNotNameItsSender() {
    BrowserSession browser = Application.newBrowser();
    String state = parameter(Application.callbackOf(app.begin(browser)), "state");
    refuses(
        Check.ISSUER,
        URI.create(Application.CALLBACK + "?error=access_denied&state=" + state),
        browser);
  }

  @Test
  void refusesAParameterGivenTwiceAndBrokenEncoding() {
    BrowserSession browser = Application.newBrowser();
    refuses(Check.FORMAT, URI.create(Application.CALLBACK + "?state=a&state=a"), browser);
    refuses(Check.FORMAT, URI.create(Application.CALLBACK + "?state&&state=a"), browser);
    refuses(
        Check.FORMAT, URI.create(Application.CALLBACK + "?x=%25zz&state=%C3%28&state=1"), browser);
    refuses(Check.SIZE, URI.create(Application.CALLBACK + "?state=" + "a".repeat(20_000)), browser);
  }

  @Test
  void refusesACallbackWithNeitherCodeNorError() {
    BrowserSession browser = Application.newBrowser();
    String state = parameter(Application.callbackOf(app.begin(browser)), "state");
    refuses(Check.FORMAT, sentBack(state, ""), browser);
  }

  @Test
  void turnsTheProvidersOwnErrorsIntoWhoMustAct() {
    BrowserSession browser = Application.newBrowser();
    assertThatExceptionOfType(ClientRejectedException.class)
        .isThrownBy(() -> finishWith(browser, "&error=unauthorized_client"))
        .satisfies(e -> assertThat(e.code()).isEqualTo("unauthorized_client"));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> finishWith(browser, "&error=temporarily_unavailable"));
    assertThat(finishWith(browser, "&error=something_new"))
        .isEqualTo(new LoginOutcome.Declined(LoginOutcome.Reason.OTHER));
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> finishWith(browser, "&error=%3Cscript%3E"));
  }

  @Test
  void keepsTheLoginsOfSeveralTabsApart() {
    BrowserSession browser = Application.newBrowser();
    List<URI> callbacks =
        IntStream.range(0, 5).mapToObj(i -> Application.callbackOf(app.begin(browser))).toList();
    for (int tab : List.of(3, 0, 4, 1, 2)) {
      approved(app.client().redirectLogin().finish(callbacks.get(tab), browser));
    }
  }

  @Test
  void costsTwoRequestsOnceTheProviderIsKnown() {
    app.logIn(Claim.values());
    int before = mock.requests().size();
    app.logIn(Claim.values());
    assertThat(
            mock.requests().subList(before, mock.requests().size()).stream().map(SeenRequest::path))
        .containsExactly("/par", "/authorize", "/token");
  }

  @Test
  void putsNothingButAReferenceIntoTheBrowser() {
    URI link = app.begin(Application.newBrowser(), Claim.NAME).authorizationUri();
    assertThat(link.getRawQuery().split("&"))
        .hasSize(2)
        .anyMatch(p -> p.startsWith("client_id="))
        .anyMatch(p -> p.startsWith("request_uri="));
  }

  @Test
  void refusesACallbackOverPlainHttpUnlessOnThisMachine() {
    for (String uri :
        List.of("http://app.example/cb", "https:/cb", "https://app.example/cb#x", "/cb")) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> LoginRequest.returningTo(URI.create(uri)));
    }
    LoginRequest.returningTo(URI.create("http://localhost:8080/cb"));
  }

  @Test
  void saysThatTheRedirectUriIsNotRegistered() {
    LoginRequest request = LoginRequest.returningTo(URI.create(Application.CALLBACK + "s"));
    assertThatExceptionOfType(ClientRejectedException.class)
        .isThrownBy(() -> app.client().redirectLogin().start(request, Application.newBrowser()))
        .withMessageContaining("redirect URIs, keys");
  }

  @Test
  void refusesASessionIdThatCouldBeGuessed() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> BrowserSession.of("12345"));
  }

  private LoginOutcome finishWith(BrowserSession browser, String rest) {
    String state = parameter(Application.callbackOf(app.begin(browser)), "state");
    return app.client().redirectLogin().finish(sentBack(state, rest), browser);
  }

  private URI sentBack(String state, String rest) {
    return URI.create(Application.CALLBACK + "?state=" + state + "&iss=" + mock.issuer() + rest);
  }

  private void refuses(Check check, URI callback, BrowserSession browser) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> app.client().redirectLogin().finish(callback, browser))
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  private List<SeenRequest> requests(String path) {
    return mock.requests().stream().filter(request -> request.path().equals(path)).toList();
  }

  private static Identity approved(LoginOutcome outcome) {
    assertThat(outcome).isInstanceOf(LoginOutcome.Approved.class);
    return ((LoginOutcome.Approved) outcome).identity();
  }

  private static String parameter(URI uri, String name) {
    for (String pair : uri.getRawQuery().split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    throw new AssertionError(name);
  }
}

package vn.eid.flow;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.Application;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.Fault;
import vn.eid.records.HealthData;

/** Each fault of the mock fires exactly one check of the SDK, or is answered in one other way. */
@EidMockTest
class FaultMatrixTest {
  private static final String LONG_RECORD = "099060000134";

  private static final Map<Fault, Check> CHECKS =
      Map.ofEntries(
          entry(Fault.DISCOVERY_WRONG_ISSUER, Check.ISSUER),
          entry(Fault.DISCOVERY_WITHOUT_PAR, Check.FORMAT),
          entry(Fault.ID_TOKEN_WRONG_ISSUER, Check.ISSUER),
          entry(Fault.ID_TOKEN_WRONG_AUDIENCE, Check.AUDIENCE),
          entry(Fault.ID_TOKEN_SECOND_AUDIENCE, Check.AUDIENCE),
          entry(Fault.ID_TOKEN_WRONG_AZP, Check.AUTHORIZED_PARTY),
          entry(Fault.ID_TOKEN_WRONG_NONCE, Check.NONCE),
          entry(Fault.ID_TOKEN_WITHOUT_NONCE, Check.NONCE),
          entry(Fault.ID_TOKEN_EXPIRED, Check.EXPIRY),
          entry(Fault.ID_TOKEN_WITHOUT_EXPIRY, Check.EXPIRY),
          entry(Fault.ID_TOKEN_ISSUED_IN_FUTURE, Check.EXPIRY),
          entry(Fault.ID_TOKEN_BAD_SIGNATURE, Check.SIGNATURE),
          entry(Fault.ID_TOKEN_UNKNOWN_KEY, Check.SIGNATURE),
          entry(Fault.ID_TOKEN_ALG_NONE, Check.ALGORITHM),
          entry(Fault.ID_TOKEN_SYMMETRIC, Check.ALGORITHM),
          entry(Fault.ID_TOKEN_WRONG_AT_HASH, Check.ACCESS_TOKEN_HASH),
          entry(Fault.ID_TOKEN_MISSING, Check.FORMAT),
          entry(Fault.ID_TOKEN_REAL_CITIZEN_NUMBER, Check.ENVIRONMENT),
          entry(Fault.CALLBACK_WITHOUT_ISS, Check.ISSUER),
          entry(Fault.CALLBACK_WRONG_ISS, Check.ISSUER),
          entry(Fault.CALLBACK_WRONG_STATE, Check.STATE),
          entry(Fault.CALLBACK_TWO_CODES, Check.FORMAT),
          entry(Fault.TOKEN_TYPE_BEARER, Check.KEY_BINDING),
          entry(Fault.TOKEN_RESPONSE_OVERSIZED, Check.SIZE),
          entry(Fault.TOKEN_RESPONSE_HTML, Check.FORMAT),
          entry(Fault.TOKEN_RESPONSE_REDIRECT, Check.DESTINATION),
          entry(Fault.USERINFO_OTHER_SUBJECT, Check.SUBJECT),
          entry(Fault.RECEIPT_BAD_SIGNATURE, Check.SIGNATURE),
          entry(Fault.RECEIPT_WRONG_ISSUER, Check.ISSUER),
          entry(Fault.RECEIPT_OTHER_RECIPIENT, Check.AUDIENCE),
          entry(Fault.RECEIPT_OTHER_CONSENT, Check.CONSENT),
          entry(Fault.RECEIPT_EXPIRED_IN_PAST, Check.EXPIRY),
          entry(Fault.RECEIPT_ALG_NONE, Check.ALGORITHM),
          entry(Fault.RECEIPT_SIGNED_BY_LOGIN_KEY, Check.SIGNATURE),
          entry(Fault.PAGE_LINK_TO_OTHER_HOST, Check.DESTINATION),
          entry(Fault.PAGE_LINK_LOOP, Check.FORMAT),
          entry(Fault.RECORDS_HTML, Check.FORMAT));

  /** Faults that are no lie: the provider is out of order, or says less than it might. */
  private static final Set<Fault> OTHERS =
      EnumSet.of(
          Fault.PAR_RESPONSE_HTTP_ERROR_500,
          Fault.TOKEN_RESPONSE_WITHOUT_EXPIRY,
          Fault.TOKEN_CONNECTION_RESET,
          Fault.TOKEN_RATE_LIMITED);

  /** Checked where no fault of the mock reaches: ConnectionTest. */
  private static final Set<Check> ELSEWHERE = EnumSet.of(Check.TLS);

  @ParameterizedTest
  @EnumSource(Fault.class)
  void eachFaultFiresOneCheck(Fault fault, EidMock mock) {
    if (OTHERS.contains(fault)) {
      return;
    }
    try (Application app = Application.at(mock)) {
      Throwable thrown = thrownUnder(fault, app, mock);

      assertThat(thrown).isInstanceOf(UntrustedException.class);
      assertThat(((UntrustedException) thrown).check()).isEqualTo(CHECKS.get(fault));
      assertThat(thrown).hasMessageNotContainingAny("099085000011", LONG_RECORD, "950123456");
    }
  }

  @Test
  void everyFaultIsInTheMatrixAndEveryCheckIsFired() {
    Set<Fault> covered = EnumSet.copyOf(CHECKS.keySet());
    covered.addAll(OTHERS);
    assertThat(covered).containsExactlyInAnyOrder(Fault.values());
    Set<Check> fired = EnumSet.copyOf(CHECKS.values());
    fired.addAll(ELSEWHERE);
    assertThat(Arrays.stream(Check.values()).collect(Collectors.toSet())).isEqualTo(fired);
  }

  @Test
  void aTokenResponseMayLeaveOutItsExpiry(EidMock mock) {
    mock.inject(Fault.TOKEN_RESPONSE_WITHOUT_EXPIRY);
    try (Application app = Application.at(mock)) {
      assertThat(app.logIn()).isInstanceOf(LoginOutcome.Approved.class);
    }
  }

  @Test
  void aProviderOutOfOrderIsUnavailableAndHasDoneWhoKnowsWhat(EidMock mock) {
    mock.inject(Fault.PAR_RESPONSE_HTTP_ERROR_500);
    try (Application app = Application.at(mock)) {
      Throwable thrown = catchThrowable(app::logIn);
      assertThat(thrown).isInstanceOf(UnavailableException.class);
      assertThat(((UnavailableException) thrown).mayHaveTakenEffect()).isTrue();
    }
  }

  @Test
  void aCodeIsNeverSentTwiceWhenTheConnectionBreaks(EidMock mock) {
    mock.inject(Fault.TOKEN_CONNECTION_RESET);
    try (Application app = Application.at(mock)) {
      assertThat(catchThrowable(app::logIn)).isInstanceOf(UnavailableException.class);
    }
    assertThat(mock.requests().stream().filter(r -> r.path().equals("/token"))).hasSize(1);
  }

  @Test
  void aRateLimitSaysHowLongToWait(EidMock mock) {
    mock.inject(Fault.TOKEN_RATE_LIMITED);
    try (Application app = Application.at(mock)) {
      Throwable thrown = catchThrowable(() -> app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS));
      assertThat(thrown).isInstanceOf(RateLimitedException.class);
      assertThat(((RateLimitedException) thrown).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }
  }

  @Test
  void aRateLimitInALoginSaysToStartAgainBecauseThisLoginIsUsedUp(EidMock mock) {
    mock.inject(Fault.TOKEN_RATE_LIMITED);
    try (Application app = Application.at(mock)) {
      assertThat(catchThrowable(app::logIn))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("Start the login again");
    }
  }

  private static Throwable thrownUnder(Fault fault, Application app, EidMock mock) {
    mock.inject(fault);
    if (fault.name().startsWith("RECEIPT")) {
      return catchThrowable(() -> app.consent("099085000011", HealthData.IMMUNIZATIONS));
    }
    if (fault.name().startsWith("PAGE") || fault.name().startsWith("RECORDS")) {
      return catchThrowable(() -> pullEverything(app));
    }
    return catchThrowable(() -> app.logIn(Claim.values()));
  }

  private static long pullEverything(Application app) {
    var consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    // map(), because count() alone may skip reading.
    return app.client()
        .records()
        .pullAll(consent, HealthData.IMMUNIZATIONS)
        .map(HealthData::json)
        .distinct()
        .count();
  }
}

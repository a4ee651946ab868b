package vn.eid.flow;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.Application;
import vn.eid.ChosenCrypto;
import vn.eid.CitizenId;
import vn.eid.ClientKey;
import vn.eid.ClientRejectedException;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.PartialDate;
import vn.eid.RateLimitedException;
import vn.eid.TaxCode;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.WebhookInbox;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.Period;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginSession;
import vn.eid.login.PushLogin;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStart;
import vn.eid.mock.CaseDecision;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.Fault;
import vn.eid.mock.MockOptions;
import vn.eid.population.AuditContext;
import vn.eid.population.CheckResult;
import vn.eid.population.PersonCheck;
import vn.eid.records.HealthData;
import vn.eid.records.Pull;
import vn.eid.records.PullRequest;
import vn.eid.records.Withheld;
import vn.eid.tax.BulkLink;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;
import vn.eid.tax.LinkResults;
import vn.eid.tax.LinkRow;
import vn.eid.tax.LinkRows;
import vn.eid.tax.TaxLinks;
import vn.eid.tax.TaxpayerStatus;
import vn.eid.webhook.WebhookEvent;

/** Each fault of the mock fires exactly one check of the SDK, or is answered in one other way. */
@EidMockTest
class FaultMatrixTest {
  // The SDK makes the safer choice wherever the standards leave one.
  private static final Set<Fault.Care> REFUSED =
      EnumSet.of(Fault.Care.REFUSES, Fault.Care.MAY_REFUSE);

  private static final String AN = "099085000011";
  private static final String LONG_RECORD = "099060000134";

  private static final LoginRequest DEMANDING =
      LoginRequest.returningTo(Application.CALLBACK)
          .asking(Claim.values())
          .atLeast(AuthenticationLevel.LEVEL_2)
          .signedInWithin(Duration.ofMinutes(5));

  /** Asks for a limit of each kind, so that a receipt can break each. */
  private static final ConsentRequest LIMITED =
      ConsentRequest.ask(CitizenId.parse(AN), Application.TREATMENT, HealthData.IMMUNIZATIONS)
          .covering(Period.between(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 12, 31)))
          .upTo(2);

  private static final Map<Fault, Check> CHECKS =
      Map.ofEntries(
          entry(Fault.DISCOVERY_WRONG_ISSUER, Check.ISSUER),
          entry(Fault.DISCOVERY_WITHOUT_PAR, Check.FORMAT),
          entry(Fault.DISCOVERY_WITHOUT_ISSUER, Check.FORMAT),
          entry(Fault.DISCOVERY_PLAIN_HTTP, Check.DESTINATION),
          entry(Fault.ID_TOKEN_WITHOUT_ISSUER, Check.ISSUER),
          entry(Fault.ID_TOKEN_WITHOUT_AUDIENCE, Check.AUDIENCE),
          entry(Fault.ID_TOKEN_WITHOUT_SUBJECT, Check.FORMAT),
          entry(Fault.ID_TOKEN_ISSUED_LONG_AGO, Check.EXPIRY),
          entry(Fault.ID_TOKEN_WITHOUT_ISSUE_TIME, Check.EXPIRY),
          entry(Fault.ID_TOKEN_NOT_YET_VALID, Check.EXPIRY),
          entry(Fault.ID_TOKEN_ALG_RS256, Check.ALGORITHM),
          entry(Fault.ID_TOKEN_IS_LOGOUT_TOKEN, Check.FORMAT),
          entry(Fault.ID_TOKEN_WITHOUT_LEVEL, Check.ASSURANCE),
          entry(Fault.ID_TOKEN_WITHOUT_LOGIN_TIME, Check.ASSURANCE),
          entry(Fault.CALLBACK_WITHOUT_STATE, Check.STATE),
          entry(Fault.CALLBACK_WITHOUT_CODE, Check.FORMAT),
          entry(Fault.CALLBACK_ERROR_WRONG_STATE, Check.STATE),
          entry(Fault.CALLBACK_ERROR_WITHOUT_ISS, Check.ISSUER),
          entry(Fault.CALLBACK_ERROR_WRONG_ISS, Check.ISSUER),
          entry(Fault.PAR_RESPONSE_WITHOUT_REQUEST_URI, Check.FORMAT),
          entry(Fault.PAR_RESPONSE_EXPIRED, Check.EXPIRY),
          entry(Fault.TOKEN_TYPE_MISSING, Check.FORMAT),
          entry(Fault.TOKEN_RESPONSE_WITHOUT_TOKEN, Check.FORMAT),
          entry(Fault.TOKEN_RESPONSE_EXPIRED, Check.EXPIRY),
          entry(Fault.REFRESH_ID_TOKEN_OTHER_SUBJECT, Check.SUBJECT),
          entry(Fault.USERINFO_WITHOUT_SUBJECT, Check.FORMAT),
          entry(Fault.PUSH_WITHOUT_EXPIRY, Check.FORMAT),
          entry(Fault.PUSH_LINK_TO_OTHER_HOST, Check.DESTINATION),
          entry(Fault.PING_OTHER_REQUEST, Check.STATE),
          entry(Fault.PING_WITHOUT_TOKEN, Check.STATE),
          entry(Fault.PING_WRONG_TOKEN, Check.STATE),
          entry(Fault.LOGOUT_TOKEN_ISSUED_LONG_AGO, Check.EXPIRY),
          entry(Fault.LOGOUT_TOKEN_OTHER_EVENT, Check.FORMAT),
          entry(Fault.LOGOUT_TOKEN_TWICE, Check.REPLAY),
          entry(Fault.EVENT_ALG_NONE, Check.ALGORITHM),
          entry(Fault.EVENT_SIGNED_BY_LOGIN_KEY, Check.SIGNATURE),
          entry(Fault.EVENT_WRONG_TYPE, Check.FORMAT),
          entry(Fault.EVENT_WITHOUT_ISSUE_TIME, Check.EXPIRY),
          entry(Fault.CONSENT_STATE_UNKNOWN, Check.FORMAT),
          entry(Fault.TRANSPORT_GARBAGE_BODY, Check.FORMAT),
          entry(Fault.TRANSPORT_EMPTY, Check.FORMAT),
          entry(Fault.TRANSPORT_OVERSIZED, Check.SIZE),
          entry(Fault.TRANSPORT_WRONG_TYPE, Check.FORMAT),
          entry(Fault.TRANSPORT_PAGE, Check.FORMAT),
          entry(Fault.TRANSPORT_REDIRECT, Check.DESTINATION),
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
          entry(Fault.KEYS_HTML, Check.FORMAT),
          entry(Fault.KEYS_EMPTY, Check.FORMAT),
          entry(Fault.ID_TOKEN_WITH_JKU, Check.SIGNATURE),
          entry(Fault.ID_TOKEN_WITH_X5U, Check.SIGNATURE),
          entry(Fault.ID_TOKEN_WITH_EMBEDDED_KEY, Check.SIGNATURE),
          entry(Fault.ID_TOKEN_WITH_CRIT, Check.ALGORITHM),
          entry(Fault.ID_TOKEN_LOWER_LEVEL, Check.ASSURANCE),
          entry(Fault.ID_TOKEN_STALE_LOGIN, Check.ASSURANCE),
          entry(Fault.ID_TOKEN_NOT_ENCRYPTED, Check.DECRYPTION),
          entry(Fault.ID_TOKEN_ENCRYPTED_UNSIGNED, Check.FORMAT),
          entry(Fault.ID_TOKEN_ENCRYPTED_ALG_NONE_INSIDE, Check.ALGORITHM),
          entry(Fault.ID_TOKEN_ENCRYPTED_COMPRESSED, Check.ALGORITHM),
          entry(Fault.ID_TOKEN_ENCRYPTED_PBES2, Check.ALGORITHM),
          entry(Fault.ID_TOKEN_ENCRYPTED_RSA1_5, Check.ALGORITHM),
          entry(Fault.ID_TOKEN_ENCRYPTED_FOR_OTHER_KEY, Check.DECRYPTION),
          entry(Fault.ID_TOKEN_ENCRYPTED_CUT, Check.DECRYPTION),
          entry(Fault.PUSH_WITHOUT_AUTH_REQ_ID, Check.FORMAT),
          entry(Fault.PUSH_ID_TOKEN_OTHER_REQUEST, Check.NONCE),
          entry(Fault.PUSH_ID_TOKEN_OTHER_CITIZEN, Check.SUBJECT),
          entry(Fault.LOGOUT_TOKEN_BAD_SIGNATURE, Check.SIGNATURE),
          entry(Fault.LOGOUT_TOKEN_ALG_NONE, Check.ALGORITHM),
          entry(Fault.LOGOUT_TOKEN_WRONG_ISSUER, Check.ISSUER),
          entry(Fault.LOGOUT_TOKEN_WRONG_AUDIENCE, Check.AUDIENCE),
          entry(Fault.LOGOUT_TOKEN_ISSUED_IN_FUTURE, Check.EXPIRY),
          entry(Fault.LOGOUT_TOKEN_EXPIRED, Check.EXPIRY),
          entry(Fault.LOGOUT_TOKEN_WITHOUT_EXPIRY, Check.EXPIRY),
          entry(Fault.LOGOUT_TOKEN_WITHOUT_SUBJECT, Check.SUBJECT),
          entry(Fault.LOGOUT_TOKEN_WITHOUT_EVENT, Check.FORMAT),
          entry(Fault.LOGOUT_TOKEN_WITH_NONCE, Check.NONCE),
          entry(Fault.LOGOUT_TOKEN_IS_ID_TOKEN, Check.FORMAT),
          entry(Fault.LOGOUT_TOKEN_WITHOUT_JTI, Check.FORMAT),
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
          entry(Fault.RECEIPT_WIDER_GRANT, Check.CONSENT),
          entry(Fault.RECEIPT_OTHER_PURPOSE, Check.CONSENT),
          entry(Fault.RECEIPT_LONGER_THAN_ASKED, Check.CONSENT),
          entry(Fault.RECEIPT_MORE_USES, Check.CONSENT),
          entry(Fault.RECEIPT_WIDER_PERIOD, Check.CONSENT),
          entry(Fault.RECEIPT_CROSS_BORDER, Check.CONSENT),
          entry(Fault.RECEIPT_OTHER_RECIPIENTS, Check.CONSENT),
          entry(Fault.RECEIPT_OTHER_NOTICE, Check.CONSENT),
          entry(Fault.RECEIPT_OTHER_SUBJECT, Check.SUBJECT),
          entry(Fault.RECEIPT_MISQUOTES_REQUEST, Check.CONSENT),
          entry(Fault.RECEIPT_IS_END_RECEIPT, Check.FORMAT),
          entry(Fault.END_RECEIPT_BAD_SIGNATURE, Check.SIGNATURE),
          entry(Fault.END_RECEIPT_OTHER_CONSENT, Check.CONSENT),
          entry(Fault.END_RECEIPT_MISSING, Check.FORMAT),
          entry(Fault.EVENT_BAD_SIGNATURE, Check.SIGNATURE),
          entry(Fault.EVENT_WRONG_ISSUER, Check.ISSUER),
          entry(Fault.EVENT_WRONG_AUDIENCE, Check.AUDIENCE),
          entry(Fault.EVENT_TOO_OLD, Check.EXPIRY),
          entry(Fault.EVENT_FROM_THE_FUTURE, Check.EXPIRY),
          entry(Fault.EVENT_WITHOUT_JTI, Check.FORMAT),
          entry(Fault.EVENT_SEVERAL, Check.FORMAT),
          entry(Fault.EVENT_OVERSIZED, Check.SIZE),
          entry(Fault.TAX_LINK_OTHER_CITIZEN, Check.SUBJECT),
          entry(Fault.TAX_STATUS_OTHER_CODE, Check.SUBJECT),
          entry(Fault.TAX_CASE_OTHER_NUMBER, Check.SUBJECT),
          entry(Fault.BATCH_RESULT_CONTRADICTION, Check.FORMAT),
          entry(Fault.BATCH_RESULT_FOREIGN_ROW, Check.SUBJECT),
          entry(Fault.BATCH_RESULT_OTHER_CITIZEN, Check.SUBJECT),
          entry(Fault.BATCH_RESULT_NOT_NDJSON, Check.FORMAT),
          entry(Fault.BATCH_REAL_TAX_CODE, Check.ENVIRONMENT),
          entry(Fault.CHECK_RECEIPT_BAD_SIGNATURE, Check.SIGNATURE),
          entry(Fault.CHECK_RECEIPT_WRONG_AUDIENCE, Check.AUDIENCE),
          entry(Fault.CHECK_RECEIPT_OTHER_REQUEST, Check.NONCE),
          entry(Fault.CHECK_RECEIPT_OTHER_ANSWER, Check.SIGNATURE),
          entry(Fault.CHECK_RECEIPT_OLD, Check.EXPIRY),
          entry(Fault.CHECK_RECEIPT_MISSING, Check.FORMAT),
          entry(Fault.PAGE_LINK_TO_OTHER_HOST, Check.DESTINATION),
          entry(Fault.PAGE_LINK_LOOP, Check.FORMAT),
          entry(Fault.PAGE_REPEATS, Check.REPLAY),
          entry(Fault.PAGE_LINK_CIRCLE, Check.FORMAT),
          entry(Fault.PAGE_TRUNCATED, Check.FORMAT),
          entry(Fault.PAGE_HUGE_RESOURCE, Check.SIZE),
          entry(Fault.PAGE_INVALID_UTF8, Check.FORMAT),
          entry(Fault.PAGE_OTHER_PATIENT, Check.SUBJECT),
          entry(Fault.RECORDS_NOT_ENCRYPTED, Check.DECRYPTION),
          entry(Fault.RECORDS_ENCRYPTED_FOR_OTHER_KEY, Check.DECRYPTION),
          entry(Fault.RECORDS_ENCRYPTED_UNSIGNED, Check.FORMAT),
          entry(Fault.RECORDS_SIGNED_BY_STRANGER, Check.SIGNATURE),
          entry(Fault.RECORDS_ENCRYPTED_OTHER_PAGE, Check.REPLAY),
          entry(Fault.RECORDS_HTML, Check.FORMAT));

  /** Faults that are no lie: out of order, busy, strange, or not on the citizen's side. */
  private static final Set<Fault> OTHERS =
      EnumSet.of(
          // What the SDK does about these: HarmlessFaultsTest.
          Fault.KEYS_SAME_KID,
          Fault.KEYS_UNUSABLE_BESIDE,
          Fault.TOKEN_TYPE_LOWER_CASE,
          Fault.CALLBACK_CODE_AND_ERROR,
          Fault.PUSH_EXPIRY_ABSURD,
          Fault.PUSH_WITHOUT_INTERVAL,
          Fault.PUSH_INTERVAL_ABSURD,
          Fault.PING_TWICE,
          Fault.EVENT_OUT_OF_ORDER,
          Fault.EVENT_WITHOUT_VERSION,
          Fault.EVENT_UNKNOWN_MEMBER,
          Fault.CONSENT_REVOKED_IN_PULL,
          Fault.TAX_LINK_MISMATCH,
          Fault.TAX_LINK_UNKNOWN_RESULT,
          Fault.PAGE_WITHHELD_UNKNOWN,
          // What it does about these: TransportFaultsTest.
          Fault.TRANSPORT_RESET,
          Fault.TRANSPORT_RESET_AFTER,
          Fault.TRANSPORT_DELAY,
          Fault.TRANSPORT_SLOW_DRIP,
          Fault.TRANSPORT_TRUNCATED,
          Fault.TRANSPORT_GARBAGE,
          Fault.TRANSPORT_RATE_LIMITED,
          Fault.TRANSPORT_RATE_LIMITED_WITHOUT_TIME,
          Fault.TRANSPORT_HTTP_ERROR_500,
          Fault.TRANSPORT_HTTP_ERROR_502,
          Fault.TRANSPORT_HTTP_ERROR_503,
          Fault.PAR_RESPONSE_HTTP_ERROR_500,
          Fault.KEYS_HTTP_ERROR_500,
          Fault.KEYS_SEVERAL_WITHOUT_KID,
          Fault.ID_TOKEN_WITHOUT_KID,
          Fault.CLIENT_AUDIENCE_TOKEN_ENDPOINT,
          Fault.CLIENT_KEY_UNREGISTERED,
          Fault.TOKEN_RESPONSE_WITHOUT_EXPIRY,
          Fault.TOKEN_CONNECTION_RESET,
          Fault.TOKEN_RATE_LIMITED,
          Fault.REFRESH_TOKEN_ROTATED,
          Fault.PUSH_SLOW_DOWN,
          Fault.PUSH_NEVER_ANSWERED,
          Fault.EVENT_TWICE,
          Fault.EVENT_UNKNOWN_TYPE,
          Fault.EVENT_OLD_VERSION,
          Fault.TAX_STATUS_UNKNOWN_CODE,
          Fault.CHECK_ANSWER_UNKNOWN,
          // What a job does about these: BulkFaultsTest.
          Fault.BATCH_SLOW,
          Fault.BATCH_HTTP_ERROR_500,
          Fault.BATCH_RATE_LIMITED,
          Fault.BATCH_CONNECTION_RESET,
          Fault.BATCH_RESULT_CUT,
          Fault.BATCH_RESULT_ROW_MISSING,
          Fault.BATCH_RESULT_ROW_TWICE,
          Fault.BATCH_RESULT_UNKNOWN,
          Fault.BATCH_FORGOTTEN,
          Fault.PAGE_CONNECTION_CUT,
          Fault.PAGE_FEWER_THAN_TOTAL,
          Fault.RECORDS_HTTP_ERROR_503,
          Fault.RECORDS_TOKEN_EXPIRED);

  /** Checked where no fault of the mock reaches: ConnectionTest. */
  private static final Set<Check> ELSEWHERE = EnumSet.of(Check.TLS);

  @ParameterizedTest
  @EnumSource(Fault.class)
  void eachFaultFiresOneCheck(Fault fault, EidMock mock) {
    if (OTHERS.contains(fault)) {
      return;
    }
    if (isAboutEncryptedRecords(fault)) {
      mustBe(expected(fault), thrownWithEncryptedRecords(fault));
      return;
    }
    if (isAboutEncryption(fault)) {
      mustBe(expected(fault), thrownWithEncryption(fault));
      return;
    }
    try (Application app = Application.at(mock)) {
      Throwable thrown = thrownUnder(fault, app, mock);
      mustBe(expected(fault), thrown);
    }
  }

  private static Check expected(Fault fault) {
    return Objects.requireNonNull(CHECKS.get(fault), fault::name);
  }

  private static void mustBe(Check check, Throwable thrown) {
    assertThat(thrown).isInstanceOf(UntrustedException.class);
    assertThat(((UntrustedException) thrown).check()).isEqualTo(check);
    assertThat(thrown).hasMessageNotContainingAny(AN, LONG_RECORD, "950123456");
  }

  private static boolean isAboutEncryptedRecords(Fault fault) {
    return fault.name().startsWith("RECORDS_") && fault != Fault.RECORDS_HTML;
  }

  /** At a mock server where the application registered for encrypted records. */
  private static Throwable thrownWithEncryptedRecords(Fault fault) {
    try (EidMock mock = EidMock.start(MockOptions.defaults().encryptRecords("ECDH-ES"));
        EidClient client = encrypting(mock).encryptedRecords().build()) {
      Application app = Application.of(client);
      assertThat(pullEverything(app)).isEqualTo(620);
      mock.inject(fault);
      return catchThrowable(() -> pullEverything(app));
    }
  }

  private static boolean isAboutEncryption(Fault fault) {
    return fault.name().contains("ENCRYPTED");
  }

  /** At a mock server where the application registered for encrypted id tokens. */
  private static Throwable thrownWithEncryption(Fault fault) {
    try (EidMock mock = EidMock.start(MockOptions.defaults().encryptIdTokens("ECDH-ES"));
        EidClient client = encrypting(mock).build()) {
      Application app = Application.of(client);
      assertThat(app.logIn()).isInstanceOf(LoginOutcome.Approved.class);
      mock.inject(fault);
      return catchThrowable(app::logIn);
    }
  }

  private static EidClient.Builder encrypting(EidMock mock) {
    ClientKey key =
        ClientKey.fromJwk(mock.clientKeyJwk())
            .alsoDecryptingWith(
                ClientKey.fromJwk(mock.clientEncryptionKeyJwk("ECDH-ES")),
                ClientKey.fromJwk(mock.clientEncryptionKeyJwk("RSA-OAEP-256")));
    return ChosenCrypto.in(
            EidClient.builder(Environment.sandbox(mock.issuer()), mock.clientId(), key))
        .clock(mock.clock());
  }

  @Test
  void everyFaultIsInTheMatrixAndEveryCheckIsFired() {
    Set<Fault> covered = EnumSet.copyOf(CHECKS.keySet());
    covered.addAll(OTHERS);
    assertThat(covered).containsExactlyInAnyOrder(Fault.values());
    assertThat(CHECKS.keySet()).allMatch(fault -> REFUSED.contains(fault.care()));
    assertThat(OTHERS).noneMatch(fault -> REFUSED.contains(fault.care()));
    Set<Check> fired = EnumSet.copyOf(CHECKS.values());
    fired.addAll(ELSEWHERE);
    assertThat(Arrays.stream(Check.values()).collect(Collectors.toSet())).isEqualTo(fired);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "TOKEN_RESPONSE_WITHOUT_EXPIRY",
        "TOKEN_TYPE_LOWER_CASE",
        "ID_TOKEN_WITHOUT_KID",
        "KEYS_SEVERAL_WITHOUT_KID",
        "KEYS_SAME_KID",
        "KEYS_UNUSABLE_BESIDE"
      })
  void whatTheStandardsAllowIsNoFault(Fault fault, EidMock mock) {
    mock.inject(fault);
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
  void aKeySetOutOfOrderIsAnOutage(EidMock mock) {
    mock.inject(Fault.KEYS_HTTP_ERROR_500);
    try (Application app = Application.at(mock)) {
      assertThat(catchThrowable(app::logIn)).isInstanceOf(UnavailableException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CLIENT_AUDIENCE_TOKEN_ENDPOINT", "CLIENT_KEY_UNREGISTERED"})
  void aProviderThatDoesNotKnowThisClientRejectsIt(Fault fault, EidMock mock) {
    mock.inject(fault);
    try (Application app = Application.at(mock)) {
      assertThat(catchThrowable(app::logIn))
          .isInstanceOf(ClientRejectedException.class)
          .hasMessageContaining("invalid_client");
    }
  }

  @Test
  void aPushThatIsNeverAnsweredExpires(EidMock mock) throws InterruptedException {
    mock.inject(Fault.PUSH_NEVER_ANSWERED);
    try (Application app = Application.at(mock)) {
      BrowserSession browser = Application.newBrowser();
      PushLogin login = app.client().pushLogin();
      PushStart start = login.start(PushRequest.to(CitizenId.parse(AN)), browser);
      assertThat(login.await(start.id(), browser)).isEqualTo(new LoginOutcome.Expired());
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
  void aRateLimitInALoginSaysForHowLongToWaitBecauseTheCodeIsNotSpent(EidMock mock) {
    mock.inject(Fault.TOKEN_RATE_LIMITED);
    try (Application app = Application.at(mock)) {
      assertThat(catchThrowable(app::logIn))
          .isInstanceOfSatisfying(
              RateLimitedException.class, e -> assertThat(e.mayHaveTakenEffect()).isFalse());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"PAGE_CONNECTION_CUT", "RECORDS_HTTP_ERROR_503", "RECORDS_TOKEN_EXPIRED"})
  void aPullOutlivesWhatHappensOnce(Fault fault, EidMock mock) {
    mock.injectOnce(fault);
    try (Application app = Application.at(mock)) {
      assertThat(pullEverything(app)).isEqualTo(620);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"PAGE_CONNECTION_CUT", "RECORDS_HTTP_ERROR_503"})
  void aPullIsUnavailableWhereItHappensAlways(Fault fault, EidMock mock) {
    mock.inject(fault);
    try (Application app = Application.at(mock)) {
      assertThat(catchThrowable(() -> pullEverything(app)))
          .isInstanceOf(UnavailableException.class);
    }
  }

  @Test
  void fewerRecordsThanTheTotalIsSaidInTheReceipt(EidMock mock) {
    mock.inject(Fault.PAGE_FEWER_THAN_TOTAL);
    try (Application app = Application.at(mock);
        Pull<HealthData> pull = everything(app)) {
      assertThat(pull.toList()).isNotEmpty();
      assertThat(pull.receipt().withheld())
          .extracting(Withheld::reason)
          .contains(Withheld.Reason.UNEXPLAINED);
    }
  }

  @Test
  void aStatusThatNoListHasIsToldApartFromAllOthers(EidMock mock) {
    mock.inject(Fault.TAX_STATUS_UNKNOWN_CODE);
    try (Application app = Application.at(mock)) {
      assertThat(app.client().taxLinks().status(TaxCode.parse(AN)).orElseThrow().status().meaning())
          .isEqualTo(TaxpayerStatus.OTHER);
    }
  }

  @Test
  void anAnswerToACheckThatNobodyKnowsProvesNothing(EidMock mock) {
    mock.inject(Fault.CHECK_ANSWER_UNKNOWN);
    try (Application app = Application.at(mock)) {
      assertThat(check(app)).isEqualTo(new CheckResult.Other());
    }
  }

  @Test
  void anEventThatComesTwiceIsToldAsARepetition(EidMock mock) {
    mock.inject(Fault.EVENT_TWICE);
    assertThat(heard(mock)).hasSize(2).last().isInstanceOf(WebhookEvent.Repeated.class);
  }

  @Test
  void anEventThatNobodyKnowsIsKeptApart(EidMock mock) {
    mock.inject(Fault.EVENT_UNKNOWN_TYPE);
    assertThat(heard(mock)).hasSize(1).first().isInstanceOf(WebhookEvent.Unknown.class);
  }

  @Test
  void anEventThatWasOvertakenIsKeptApart(EidMock mock) {
    try (Application app = Application.at(mock)) {
      mock.inject(Fault.EVENT_OLD_VERSION);
      assertThat(heardOfALockAndItsEnd(app, mock))
          .hasSize(2)
          .last()
          .isInstanceOf(WebhookEvent.Superseded.class);
    }
  }

  private static List<Object> heardOfALockAndItsEnd(Application app, EidMock mock) {
    try (WebhookInbox inbox = WebhookInbox.of(app.client())) {
      mock.deliverEventsTo(inbox.address());
      mock.citizen(AN).locksAccount();
      mock.citizen(AN).recoversAccount();
      mock.awaitDeliveries();
      return List.copyOf(inbox.heard());
    }
  }

  private static List<Object> heard(EidMock mock) {
    try (Application app = Application.at(mock)) {
      return heardOfDecision(app, mock);
    }
  }

  private static Throwable thrownUnder(Fault fault, Application app, EidMock mock) {
    mock.inject(fault);
    if (fault.name().startsWith("RECEIPT") || fault.name().startsWith("CONSENT")) {
      return catchThrowable(() -> app.consent(LIMITED));
    }
    if (fault.name().startsWith("END_RECEIPT")) {
      return catchThrowable(() -> hearOfEnd(app, mock));
    }
    if (fault.name().startsWith("PAGE") || fault.name().startsWith("RECORDS")) {
      return catchThrowable(() -> pullEverything(app));
    }
    if (fault.name().startsWith("PUSH")) {
      return catchThrowable(() -> push(app));
    }
    if (fault.name().startsWith("PING")) {
      return (Throwable) heardOfPings(app, mock).get(0);
    }
    if (fault.name().startsWith("REFRESH")) {
      return renewalFails(app, mock);
    }
    if (fault == Fault.LOGOUT_TOKEN_TWICE) {
      return (Throwable) heardOfLogouts(app, mock).get(1);
    }
    if (fault.name().startsWith("LOGOUT")) {
      return catchThrowable(() -> hearOfLogout(app, mock));
    }
    if (fault.name().startsWith("EVENT")) {
      return (Throwable) heardOfDecision(app, mock).get(0);
    }
    if (fault.name().startsWith("TAX")) {
      return catchThrowable(() -> askTheTaxRegistry(fault, app));
    }
    if (fault.name().startsWith("BATCH")) {
      return catchThrowable(() -> linkInBulk(app));
    }
    if (fault.name().startsWith("CHECK")) {
      return catchThrowable(() -> check(app));
    }
    return catchThrowable(() -> app.logIn(DEMANDING));
  }

  private static List<Object> heardOfDecision(Application app, EidMock mock) {
    try (WebhookInbox inbox = WebhookInbox.of(app.client())) {
      mock.deliverEventsTo(inbox.address());
      mock.decideCase(openCase(app), CaseDecision.NOT_FOUND);
      mock.awaitDeliveries();
      return List.copyOf(inbox.heard());
    }
  }

  private static List<Object> heardOfPings(Application app, EidMock mock) {
    try (WebhookInbox inbox = WebhookInbox.of(app.client())) {
      mock.notifyPushesAt(inbox.address());
      PushRequest request = PushRequest.to(CitizenId.parse(AN));
      app.client().pushLogin().start(request, Application.newBrowser());
      mock.awaitDeliveries();
      return List.copyOf(inbox.heard());
    }
  }

  private static List<Object> heardOfLogouts(Application app, EidMock mock) {
    try (WebhookInbox inbox = WebhookInbox.of(app.client())) {
      mock.deliverLogoutTo(inbox.address());
      app.logIn();
      mock.endSessionsOf(mock.citizen(AN));
      mock.awaitDeliveries();
      return List.copyOf(inbox.heard());
    }
  }

  /** An interceptor can fail with an I/O error only; what it was is its cause. */
  private static Throwable renewalFails(Application app, EidMock mock) {
    LoginRequest offline =
        LoginRequest.returningTo(Application.CALLBACK).withScopes("sandbox", "offline_access");
    LoginSession session = ((LoginOutcome.Approved) app.logIn(offline)).session();
    mock.advance(Duration.ofMinutes(5));
    URI base = mock.issuer().resolve("/sandbox/v1/");
    Request echo = new Request.Builder().url(base.resolve("echo").toString()).build();
    Throwable thrown = catchThrowable(() -> session.resources(base).newCall(echo).execute());
    return Objects.requireNonNull(thrown.getCause());
  }

  private static String openCase(Application app) {
    CitizenId son = CitizenId.parse("099091000156");
    LinkRequest request = LinkRequest.of(son, "Hồ Sơn", PartialDate.parse("1991-03-03"));
    return ((LinkResult.UnderReview) app.client().taxLinks().link(request)).caseNumber();
  }

  private static void askTheTaxRegistry(Fault fault, Application app) {
    TaxLinks tax = app.client().taxLinks();
    switch (fault) {
      case TAX_LINK_OTHER_CITIZEN ->
          tax.link(
              LinkRequest.of(
                  CitizenId.parse(AN), "Nguyễn Văn An", PartialDate.parse("1985-03-12")));
      case TAX_CASE_OTHER_NUMBER -> tax.review(openCase(app));
      default -> tax.status(TaxCode.parse(AN));
    }
  }

  private static CheckResult check(Application app) {
    return app.client()
        .population()
        .check(
            PersonCheck.of(CitizenId.parse(AN), "Nguyễn Văn An", PartialDate.parse("1985-03-12")),
            AuditContext.of("1.004222", "CB-0042", "H15").because("Hồ sơ 17"));
  }

  private static void linkInBulk(Application app) throws IOException, InterruptedException {
    LinkRow an = LinkRow.of(CitizenId.parse(AN), "Nguyễn Văn An", PartialDate.parse("1985-03-12"));
    Path results = Files.createTempDirectory("bulk").resolve("results.csv");
    app.client().taxLinks().link(BulkLink.of(LinkRows.of(List.of(an)), LinkResults.csv(results)));
  }

  private static void hearOfEnd(Application app, EidMock mock) {
    Consent.Active consent = app.consent(LIMITED);
    mock.citizen(AN).revoke(consent.id().value());
    app.client().consents().find(consent.id());
  }

  private static void push(Application app) throws InterruptedException {
    BrowserSession browser = Application.newBrowser();
    PushLogin login = app.client().pushLogin();
    login.await(login.start(PushRequest.to(CitizenId.parse(AN)), browser).id(), browser);
  }

  private static void hearOfLogout(Application app, EidMock mock) {
    assertThat(app.logIn()).isInstanceOf(LoginOutcome.Approved.class);
    String form = "logout_token=" + mock.logoutToken(mock.citizen(AN));
    app.client()
        .webhooks()
        .accept(
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
            form.getBytes(StandardCharsets.US_ASCII));
  }

  private static long pullEverything(Application app) {
    return everything(app).toList().size();
  }

  private static Pull<HealthData> everything(Application app) {
    var consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    return app.client()
        .records()
        .pull(PullRequest.under(consent, Application.TREATMENT, HealthData.IMMUNIZATIONS));
  }
}

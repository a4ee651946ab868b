package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.AdministrativeUnit;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.Environment;
import vn.eid.FormerIdNumber;
import vn.eid.InsuranceNumber;
import vn.eid.PartialDate;
import vn.eid.TaxCode;
import vn.eid.UntrustedException;
import vn.eid.VietnameseName;
import vn.eid.audit.AuditLedger;
import vn.eid.audit.LedgerCheck;
import vn.eid.audit.LedgerEntry;
import vn.eid.audit.LedgerEntry.Event;
import vn.eid.audit.LedgerFilter;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.DataSet;
import vn.eid.consent.EndCause;
import vn.eid.consent.Notice;
import vn.eid.consent.Period;
import vn.eid.consent.Recipient;
import vn.eid.diagnosis.Diagnosis;
import vn.eid.internal.jose.Keys;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginSession;
import vn.eid.login.LoginStart;
import vn.eid.login.PushLogin;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStart;
import vn.eid.login.StepUp;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.Fault;
import vn.eid.mock.SeenRequest;
import vn.eid.population.AuditContext;
import vn.eid.population.CheckResult;
import vn.eid.population.PersonCheck;
import vn.eid.population.Statement;
import vn.eid.records.CitizenData;
import vn.eid.records.HealthData;
import vn.eid.records.Pull;
import vn.eid.records.PullRequest;
import vn.eid.records.SealedRecords;
import vn.eid.records.Withheld;
import vn.eid.rules.ExportedTypes;
import vn.eid.spi.CallListener;
import vn.eid.spi.DeadLetter;
import vn.eid.tax.BulkLink;
import vn.eid.tax.CaseState;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;
import vn.eid.tax.LinkResults;
import vn.eid.tax.LinkRow;
import vn.eid.tax.LinkRows;
import vn.eid.tax.ReportedStatus;
import vn.eid.tax.TaxEvent;
import vn.eid.webhook.Polled;
import vn.eid.webhook.WebhookEvent;

/** No public type, exception or log line shows a citizen number, a name, a token or a key. */
@EidMockTest
class PersonalDataTest {
  private static final String NUMBER = "099079000066";
  private static final String NAME = "Võ Giang";

  @TempDir static Path temporary;

  @Test
  void noPublicTypePrintsWhatItHolds(EidMock mock) throws Exception {
    try (Application app = Application.at(mock)) {
      List<Object> samples = samples(app, mock);

      assertThat(kinds(samples)).as("a sample of each public type").containsAll(printable());
      Set<String> secrets = secrets(mock);
      for (Object sample : samples) {
        assertThat(String.valueOf(sample)).as(sample.getClass().getName()).doesNotContain(secrets);
      }
    }
  }

  @Test
  void noLogLineOfAWholeRunHoldsPersonalDataOrSecrets(EidMock mock) throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try (Application app = Application.at(mock)) {
      samples(app, mock);
      mock.signsIn(NUMBER);
      mock.inject(Fault.ID_TOKEN_WRONG_NONCE);
      assertThatExceptionOfType(UntrustedException.class)
          .isThrownBy(() -> app.logIn(Claim.values()))
          .satisfies(e -> captured.writeBytes(stackTrace(e)));
    } finally {
      System.setErr(before);
    }
    String log = captured.toString(StandardCharsets.UTF_8);
    assertThat(log).contains("vn.eid.wire").contains("HTTP 200");
    assertThat(log).doesNotContain(secrets(mock));
  }

  private static byte[] stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One of each, all about one person, made by a whole run. */
  private static List<Object> samples(Application app, EidMock mock) throws Exception {
    mock.signsIn(NUMBER);
    List<Object> all = new ArrayList<>();
    CitizenId citizen = CitizenId.parse(NUMBER);
    all.add(citizen);
    all.add(TaxCode.forIndividual(citizen, LocalDate.of(2026, 1, 1)));
    all.addAll(List.of(citizen.registeredIn(), FormerIdNumber.parse("012345678")));
    all.addAll(List.of(VietnameseName.of(NAME), ReportedStatus.of("00").because("02")));
    all.add(PartialDate.parse("1979-01-30"));
    all.add(VietnameseName.of(NAME));
    all.add(InsuranceNumber.parse(NUMBER));
    units(all);
    all.add(new Withheld(Withheld.Reason.OTHER, OptionalLong.empty(), Optional.of(NAME)));
    all.add(Environment.sandbox(mock.issuer()));
    all.add(ClientKey.fromJwk(mock.clientKeyJwk()));
    all.add(Application.builder(mock));
    all.add(call(mock));
    all.add(app.client());
    all.add(Application.TREATMENT);
    login(app, all);
    session(app, mock, all);
    push(app, mock, citizen, all);
    consent(app, citizen, all);
    mock.signsIn("099075000112");
    all.add(app.logIn());
    all.add(new LoginOutcome.Expired());
    all.add(app.client().taxLinks());
    ledger(mock, all);
    diagnosis(app, all);
    link(app, LinkRequest.of(citizen, NAME, PartialDate.parse("1979-01-30")), all);
    link(app, LinkRequest.of(citizen, NAME, PartialDate.parse("1979-01-30")), all);
    link(app, LinkRequest.of(citizen, "Khác", PartialDate.parse("1979-01-30")), all);
    all.add(new LinkResult.NotFound());
    all.add(new LinkResult.UnderReview("TX-1"));
    all.add(new LinkResult.Other());
    bulk(app, LinkRow.of(citizen, NAME, PartialDate.parse("1979-01-30")), all);
    registers(app, citizen, all);
    events(all);
    return all;
  }

  private static void units(List<Object> all) {
    all.add(AdministrativeUnit.commune("00004"));
    all.add(AdministrativeUnit.communeBefore2025("00004").now());
    all.add(AdministrativeUnit.communeBefore2025("00019").now());
  }

  private static void registers(Application app, CitizenId citizen, List<Object> all) {
    TaxCode code = TaxCode.parse(NUMBER);
    LocalDate day = LocalDate.of(2025, 7, 1);
    all.add(app.client().taxLinks().status(code).orElseThrow());
    all.addAll(app.client().taxLinks().history(code));
    all.add(new TaxEvent.Issued(day));
    all.add(new TaxEvent.Linked(day));
    all.add(new TaxEvent.Merged(day, code));
    all.add(new TaxEvent.StatusChanged(day, ReportedStatus.of("00")));
    all.add(new TaxEvent.Other(day));
    all.add(new CaseState.Open());
    all.add(new CaseState.Decided(Instant.EPOCH, new LinkResult.NotFound()));
    all.add(new CaseState.Other());
    AdministrativeUnit province = AdministrativeUnit.province("51");
    AuditContext.Unexplained who = AuditContext.of("1.004222", "CB-0042", "H15");
    AuditContext why = who.because("Hồ sơ 17");
    PartialDate birthDate = PartialDate.parse("1979-01-30");
    PersonCheck check = PersonCheck.of(citizen, NAME, birthDate).residesIn(province);
    CheckResult result = app.client().population().check(check, why);
    all.addAll(List.of(app.client().population(), province, who, why, check, result));
    all.add(((CheckResult.Matched) result).receipt());
    all.addAll(((CheckResult.Matched) result).receipt().statements());
    all.add(app.client().population().check(PersonCheck.of(citizen, "Khác", birthDate), why));
    all.add(new CheckResult.Denied(CheckResult.Reason.OTHER));
    all.add(new CheckResult.Unavailable(Optional.empty()));
    all.add(new CheckResult.Other());
    all.addAll(List.of(new Statement.AgeAtLeast(18), new Statement.Alive()));
    all.addAll(List.of(new Statement.HeadsHousehold(), new Statement.Other()));
  }

  private static void events(List<Object> all) {
    WebhookEvent decided = new WebhookEvent.TaxCaseDecided("TX-1");
    all.addAll(List.of(decided, new WebhookEvent.Repeated(decided)));
    all.add(new WebhookEvent.TaxBatchFinished("b", 1));
    all.add(new WebhookEvent.Unknown("urn:later", "{\"name\":\"" + NAME + "\"}"));
    ConsentId consent = ConsentId.of("c-1");
    all.add(new WebhookEvent.ConsentGranted(consent));
    all.add(new WebhookEvent.ConsentNarrowed(consent));
    all.add(new WebhookEvent.ConsentEnded(consent, EndCause.REVOKED_BY_CITIZEN, Instant.EPOCH));
    all.add(new WebhookEvent.Superseded(new WebhookEvent.ConsentGranted(consent)));
    all.add(new WebhookEvent.TaxStatusChanged(NAME));
    all.add(new WebhookEvent.IdentityChanged(NAME));
    all.add(new WebhookEvent.AccountLocked(NAME));
    all.add(new WebhookEvent.AccountRecovered(NAME));
    all.add(new Polled(1, 0, 0, false));
    all.add(new DeadLetter(Instant.EPOCH, Optional.empty(), "It threw.", NAME));
  }

  private static void login(Application app, List<Object> all) {
    BrowserSession browser = Application.newBrowser();
    LoginStart start = app.begin(browser, Claim.values());
    LoginOutcome outcome =
        app.client().redirectLogin().finish(Application.callbackOf(start), browser);
    all.add(app.client().redirectLogin());
    all.add(browser);
    all.add(LoginRequest.returningTo(Application.CALLBACK));
    all.add(start);
    all.add(outcome);
    all.add(((LoginOutcome.Approved) outcome).identity());
  }

  private static void session(Application app, EidMock mock, List<Object> all) throws Exception {
    LoginRequest request =
        LoginRequest.returningTo(Application.CALLBACK).withScopes("sandbox", "offline_access");
    LoginSession session = ((LoginOutcome.Approved) app.logIn(request)).session();
    all.add(session);
    all.add(app.client().loginSessions());
    all.add(Application.STORAGE_KEY);
    all.add(app.client().webhooks());
    URI api = URI.create(mock.issuer() + "/sandbox/v1");
    Call call = session.resources(api).newCall(new Request.Builder().url(api + "/vault").build());
    try (Response response = call.execute()) {
      all.add(StepUp.demandedBy(response).orElseThrow());
    }
    String logoutToken = mock.logoutToken(mock.citizen(NUMBER));
    Map<String, List<String>> form =
        Map.of("Content-Type", List.of("application/x-www-form-urlencoded"));
    byte[] body = ("logout_token=" + logoutToken).getBytes(StandardCharsets.US_ASCII);
    all.add(app.client().webhooks().accept(form, body));
    mock.advance(Duration.ofMinutes(10));
    call.clone().execute().close();
    all.add(app.client().loginSessions().logout(session, URI.create("https://app.example/out")));
    all.add(catchThrowable(() -> call.clone().execute()));
  }

  /** What a listener is told of a call. */
  private static CallListener.Call call(EidMock mock) {
    List<CallListener.Call> heard = new CopyOnWriteArrayList<>();
    EidClient.Builder builder = Application.builder(mock).listener(operation -> heard::add);
    try (Application listening = Application.of(builder.build())) {
      assertThat(listening.logIn(Claim.values())).isNotNull();
    }
    return heard.get(0);
  }

  private static void push(Application app, EidMock mock, CitizenId citizen, List<Object> all)
      throws Exception {
    PushLogin push = app.client().pushLogin();
    BrowserSession browser = Application.newBrowser();
    mock.citizen(NUMBER).ignoresNext();
    PushStart start = push.start(PushRequest.to(citizen).asking(Claim.values()), browser);
    all.addAll(List.of(push, PushRequest.to(citizen), start, start.id()));
    all.add(push.check(start.id(), browser));
    all.add(new WebhookEvent.PushAnswered(start.id()));
    mock.citizen(NUMBER).approvePush(mock.pendingPushes().get(0).authReqId());
    mock.advance(Duration.ofSeconds(5));
    all.add(push.check(start.id(), browser));
  }

  private static void consent(Application app, CitizenId citizen, List<Object> all)
      throws IOException {
    ConsentRequest request =
        ConsentRequest.ask(
            citizen,
            Application.TREATMENT,
            HealthData.IMMUNIZATIONS,
            CitizenData.IDENTITY,
            CitizenData.RESIDENCE,
            CitizenData.HOUSEHOLD,
            CitizenData.INSURANCE_CARD);
    Consent.Requested requested = app.client().consents().request(request);
    Consent.Active active = app.client().consents().requireActive(requested.id());
    all.add(app.client().consents());
    all.add(app.client().records());
    all.addAll(List.of(request, requested, active, active.id(), HealthData.IMMUNIZATIONS));
    all.add(Period.between(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1)));
    all.addAll(List.of(active.terms(), Notice.standard(), Recipient.of("lab", "Lab", "Lab")));
    all.add(app.client().consents().evidence(active.id()));
    for (DataSet<?> dataSet : active.dataSets().stream().map(PersonalDataTest::dataSet).toList()) {
      records(app, PullRequest.under(active, Application.TREATMENT, dataSet), all);
    }
    kept(app, active, all);
    all.add(app.client().consents().revoke(active.id(), "done"));
  }

  private static DataSet<?> dataSet(String name) {
    return Stream.of(
            HealthData.IMMUNIZATIONS,
            CitizenData.IDENTITY,
            CitizenData.RESIDENCE,
            CitizenData.HOUSEHOLD,
            CitizenData.INSURANCE_CARD)
        .filter(dataSet -> dataSet.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static <T> void records(Application app, PullRequest<T> request, List<Object> all) {
    Pull<T> pull = app.client().records().pull(request);
    List<T> items = pull.toList();
    all.addAll(List.of(request, pull, pull.receipt(), pull.receipt().returned()));
    all.addAll(items);
    items.stream()
        .filter(CitizenData.class::isInstance)
        .map(CitizenData.class::cast)
        .forEach(data -> parts(data, all));
  }

  private static void parts(CitizenData data, List<Object> all) {
    data.address().ifPresent(all::add);
    data.insuranceCard().ifPresent(all::add);
    data.household()
        .ifPresent(
            household -> {
              all.add(household);
              all.addAll(household.members());
            });
  }

  private static void kept(Application app, Consent.Active active, List<Object> all)
      throws IOException {
    SealedRecords store = app.client().sealedRecords(Files.createTempDirectory(temporary, "store"));
    PullRequest<HealthData> request =
        PullRequest.under(active, Application.TREATMENT, HealthData.IMMUNIZATIONS);
    all.addAll(List.of(store, store.keep(app.client().records().pull(request))));
    all.add(store.erase(active.id()).orElseThrow());
  }

  private static void ledger(EidMock mock, List<Object> all) throws IOException {
    Path file = Files.createTempDirectory(temporary, "ledger").resolve("ledger");
    LedgerEntry entry =
        new LedgerEntry(
            "t", Event.BEGUN, "staff", "sub", "c", "P", "d", Optional.empty(), 1, "begun");
    try (EidClient client = Application.builder(mock).auditLedger(file).build()) {
      AuditLedger ledger = client.auditLedger().orElseThrow();
      ledger.append(entry);
      all.addAll(List.of(ledger, entry, ledger.head(), LedgerFilter.everything().about("sub")));
    }
    ClientKey stranger = Keys.fresh();
    LedgerCheck check = AuditLedger.verify(file, stranger.publicKeys());
    all.addAll(List.of(check, check.problem().orElseThrow()));
  }

  private static void diagnosis(Application app, List<Object> all) {
    Diagnosis diagnosis = app.client().diagnose(Application.CALLBACK);
    all.add(diagnosis);
    all.addAll(diagnosis.findings());
  }

  private static void bulk(Application app, LinkRow row, List<Object> all) throws Exception {
    LinkRows rows = LinkRows.of(List.of(row));
    Path directory = Files.createTempDirectory(temporary, "bulk");
    LinkResults results = LinkResults.csv(directory.resolve("results.csv"));
    BulkLink job = BulkLink.of(rows, results).reportingTo(all::add);
    all.addAll(List.of(row, rows, results, job, app.client().taxLinks().link(job)));
  }

  private static void link(Application app, LinkRequest request, List<Object> all) {
    LinkResult result = app.client().taxLinks().link(request);
    all.add(request);
    all.add(result);
    if (result instanceof LinkResult.Linked linked) {
      all.add(linked.link());
    }
  }

  /** What must never be seen: the person, and every secret that went over the wire. */
  private static Set<String> secrets(EidMock mock) throws Exception {
    Set<String> secrets =
        mock.requests().stream()
            .flatMap(PersonalDataTest::credentials)
            .filter(text -> text.length() > 15)
            .collect(Collectors.toSet());
    secrets.add(NUMBER);
    secrets.add(NAME);
    secrets.add(String.valueOf(ECKey.parse(mock.clientKeyJwk()).getD()));
    assertThat(secrets).hasSizeGreaterThan(10);
    return secrets;
  }

  private static Stream<String> credentials(SeenRequest request) {
    return Stream.concat(
        request.header("Authorization").stream().map(value -> value.replace("DPoP ", "")),
        Stream.of(
                "state",
                "nonce",
                "code",
                "code_verifier",
                "client_assertion",
                "refresh_token",
                "auth_req_id",
                "client_notification_token")
            .flatMap(name -> request.form(name).stream()));
  }

  private static Set<String> kinds(List<Object> samples) {
    return samples.stream().map(sample -> sample.getClass().getName()).collect(Collectors.toSet());
  }

  /** All but enums, interfaces and exceptions; EidExceptionTest and the matrix look at those. */
  private static Set<String> printable() throws Exception {
    return ExportedTypes.all().stream()
        .filter(type -> !type.isEnum() && !Modifier.isAbstract(type.getModifiers()))
        .filter(type -> !EidException.class.isAssignableFrom(type))
        .map(Class::getName)
        .collect(Collectors.toSet());
  }
}

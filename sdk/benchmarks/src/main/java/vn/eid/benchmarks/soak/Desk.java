package vn.eid.benchmarks.soak;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.Request;
import okhttp3.Response;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.PartialDate;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.benchmarks.soak.Books.Word;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.Purpose;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginSession;
import vn.eid.login.PushRequest;
import vn.eid.population.AuditContext;
import vn.eid.population.PersonCheck;
import vn.eid.records.HealthData;
import vn.eid.records.Pull;
import vn.eid.records.PullRequest;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;
import vn.eid.webhook.WebhookEvent;

/** What the application does all day, and what it writes into its books. */
final class Desk {
  private static final String AN = "099085000011";
  private static final String NAME = "Nguyễn Văn An";
  private static final PartialDate BORN = PartialDate.parse("1985-03-12");
  private static final Purpose TREATMENT =
      Purpose.of("TREATMENT", "Khám và điều trị", "Medical treatment");
  private static final LoginRequest LOGIN =
      LoginRequest.returningTo(URI.create("https://app.example/callback"))
          .asking(Claim.NAME)
          .withScopes("sandbox", "offline_access");
  private static final int MOST_SESSIONS = 10;

  /** One thing that is done. */
  @FunctionalInterface
  interface Errand {
    void run() throws Exception;
  }

  /** Somebody whom the tax registry can link. */
  record Person(CitizenId citizen, String name, PartialDate born) {}

  private final EidClient client;
  private final Door door;
  private final URI api;
  private final Books books;
  private final Supplier<Person> people;
  private final AtomicInteger files = new AtomicInteger();
  private final ConcurrentLinkedDeque<LoginSession> sessions = new ConcurrentLinkedDeque<>();

  Desk(EidClient client, URI issuer, Books books, Supplier<Person> people) {
    this.client = client;
    this.door = new Door(issuer);
    this.api = URI.create(issuer + "/sandbox/v1/");
    this.books = books;
    this.people = people;
  }

  /** In the order in which they come round. */
  Map<String, Errand> errands() {
    Map<String, Errand> errands = new LinkedHashMap<>();
    errands.put("login", this::login);
    errands.put("link", this::link);
    errands.put("protected call", this::protectedCall);
    errands.put("check", this::check);
    errands.put("case", this::openAndDecide);
    errands.put("push", this::push);
    errands.put("pull", this::pull);
    errands.put("poll", this::poll);
    errands.put("webhook", this::webhook);
    return errands;
  }

  private void login() throws Exception {
    BrowserSession browser = newBrowser();
    URI callback = Door.leadsTo(client.redirectLogin().start(LOGIN, browser).authorizationUri());
    String code = callback.getRawQuery().replaceAll(".*\\bcode=([^&]*).*", "$1");
    try {
      LoginOutcome outcome = client.redirectLogin().finish(callback, browser);
      books.login(code, Word.DONE);
      remember(((LoginOutcome.Approved) outcome).session());
    } catch (UnavailableException e) {
      books.login(code, word(e));
      throw e;
    } catch (RuntimeException e) {
      books.login(code, Word.PERHAPS);
      throw e;
    }
  }

  private void remember(LoginSession session) {
    sessions.addLast(session);
    if (sessions.size() > MOST_SESSIONS) {
      var unused = sessions.pollFirst();
    }
  }

  /** With a token that is renewed where it has aged. */
  private void protectedCall() throws Exception {
    LoginSession session = sessions.peekLast();
    if (session == null) {
      return;
    }
    Request request = new Request.Builder().url(api.resolve("echo").toString()).build();
    try (Response response = session.resources(api).newCall(request).execute()) {
      if (response.code() != 200) {
        throw new IOException("HTTP " + response.code());
      }
      var unused = response.body().bytes();
    }
  }

  private void link() {
    Person person = people.get();
    LinkRequest request = LinkRequest.of(person.citizen(), person.name(), person.born());
    String number = person.citizen().value();
    books.link(number, Word.PERHAPS);
    try {
      LinkResult result = client.taxLinks().link(request);
      boolean linked = result instanceof LinkResult.Linked;
      books.link(number, linked ? Word.DONE : Word.PERHAPS);
    } catch (RateLimitedException e) {
      books.link(number, Word.NOT_DONE);
      throw e;
    } catch (UnavailableException e) {
      books.link(number, word(e));
      throw e;
    }
  }

  private void check() {
    PersonCheck question = PersonCheck.of(CitizenId.parse(AN), NAME, BORN).alive();
    var unused =
        client
            .population()
            .check(
                question,
                AuditContext.of("1.004222", "CB-0042", "H15")
                    .because("Hồ sơ " + files.incrementAndGet()));
  }

  /** The decision comes as an event, which is fetched. One at a time: it is one person's case. */
  private synchronized void openAndDecide() throws Exception {
    CitizenId son = CitizenId.parse("099091000156");
    LinkRequest request = LinkRequest.of(son, "Hồ Sơn", PartialDate.parse("1991-03-03"));
    if (client.taxLinks().link(request) instanceof LinkResult.UnderReview review) {
      books.sent(review.caseNumber());
      var unused =
          door.post(
              "/tax-cases/" + review.caseNumber() + "/decision", "{\"decision\":\"not_found\"}");
    }
  }

  private void push() throws InterruptedException {
    BrowserSession browser = newBrowser();
    var start = client.pushLogin().start(PushRequest.to(CitizenId.parse(AN)), browser);
    var unused = client.pushLogin().await(start.id(), browser);
  }

  private void pull() throws Exception {
    ConsentRequest request =
        ConsentRequest.ask(CitizenId.parse(AN), TREATMENT, HealthData.IMMUNIZATIONS);
    Consent.Requested asked = client.consents().request(request);
    Consent given = client.consents().awaitDecision(asked, Duration.ofSeconds(20));
    try (Pull<HealthData> pull =
        client
            .records()
            .pull(PullRequest.under((Consent.Active) given, TREATMENT, HealthData.IMMUNIZATIONS))) {
      var unused = pull.toList();
    }
    var unused = client.consents().revoke(given.id(), "done with it");
  }

  /** Fetches the events that wait. */
  void poll() {
    var unused = client.webhooks().poll(100, this::hear);
  }

  /** An event that is delivered by post. */
  private void webhook() throws Exception {
    String number = "TX-SOAK-" + UUID.randomUUID().toString().substring(0, 13);
    String token =
        door.post("/events", "{\"kind\":\"tax_case_decided\",\"about\":\"" + number + "\"}");
    books.sent(number);
    byte[] body = token.replaceAll(".*\"(eyJ[^\"]*)\".*", "$1").getBytes(StandardCharsets.US_ASCII);
    var headers = Map.of("Content-Type", List.of("application/secevent+jwt"));
    hear(accepted(headers, body));
  }

  /** As its sender does, which comes again after a 503. */
  private WebhookEvent accepted(Map<String, List<String>> headers, byte[] body)
      throws InterruptedException {
    while (true) {
      try {
        return client.webhooks().accept(headers, body);
      } catch (UnavailableException | RateLimitedException e) {
        Thread.sleep(200);
      }
    }
  }

  private void hear(WebhookEvent event) {
    if (event instanceof WebhookEvent.TaxCaseDecided decided) {
      books.arrived(decided.caseNumber());
    }
  }

  private static Word word(UnavailableException e) {
    return e.mayHaveTakenEffect() ? Word.PERHAPS : Word.NOT_DONE;
  }

  private static BrowserSession newBrowser() {
    return BrowserSession.of(UUID.randomUUID().toString());
  }
}

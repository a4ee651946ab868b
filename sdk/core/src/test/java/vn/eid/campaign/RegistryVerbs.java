package vn.eid.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.PartialDate;
import vn.eid.TaxCode;
import vn.eid.campaign.Verb.Effect;
import vn.eid.campaign.Verb.Often;
import vn.eid.campaign.Verb.Trait;
import vn.eid.mock.PayrollRow;
import vn.eid.population.AuditContext;
import vn.eid.population.CheckResult;
import vn.eid.population.PersonCheck;
import vn.eid.tax.BulkLink;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;
import vn.eid.tax.LinkResults;
import vn.eid.tax.LinkRow;
import vn.eid.tax.LinkRows;
import vn.eid.tax.RowOutcome;
import vn.eid.webhook.WebhookEvent;

/** The registers of tax and population, their events, and the diagnosis. */
final class RegistryVerbs {
  private static final String KEYS = "/registry/jwks";
  private static final String BATCHES = "/tax/v1/batches";
  private static final String AN = "099085000011";
  private static final String NAME = "Nguyễn Văn An";
  private static final PartialDate BORN = PartialDate.parse("1985-03-12");

  private static final String LEFT_OUT = "the row is unanswered";

  private RegistryVerbs() {}

  static List<Verb> tax() {
    String group = "Tax codes";
    return List.of(
        new Verb(
            group,
            "taxLinks.link",
            "link",
            "/tax/v1/links",
            Effect.BY_IT,
            Often.AGAIN,
            RegistryVerbs::link),
        new Verb(
            group,
            "taxLinks.status",
            "status",
            "/tax/v1/status",
            Effect.NONE,
            Often.AGAIN,
            RegistryVerbs::status),
        new Verb(
            group,
            "taxLinks.history",
            "history",
            "/tax/v1/history",
            Effect.NONE,
            Often.AGAIN,
            RegistryVerbs::history),
        new Verb(
            group,
            "taxLinks.review",
            "case",
            "/tax/v1/cases/{number}",
            Effect.NONE,
            Often.AGAIN,
            RegistryVerbs::review),
        new Verb(
            group,
            "taxLinks.link(BulkLink)",
            "the service's token",
            "/token",
            Effect.NONE,
            Often.AGAIN,
            RegistryVerbs::bulk,
            Trait.FIRST_CALL),
        new Verb(
            group,
            "taxLinks.link(BulkLink)",
            "chunk",
            BATCHES,
            Effect.BY_IT,
            Often.AGAIN,
            RegistryVerbs::bulk),
        new Verb(
            group,
            "taxLinks.link(BulkLink)",
            "results",
            BATCHES + "/{id}/results",
            Effect.BEFORE,
            Often.AGAIN,
            RegistryVerbs::slowBulk));
  }

  static List<Verb> others() {
    String group = "Population register, events, diagnosis";
    return List.of(
        new Verb(
            group,
            "population.check",
            "check",
            "/population/v1/checks",
            Effect.BY_IT,
            Often.AGAIN,
            RegistryVerbs::check),
        new Verb(
            group,
            "population.check",
            "registry's keys",
            KEYS,
            Effect.NONE,
            Often.AGAIN,
            RegistryVerbs::check,
            Trait.FIRST_CALL),
        new Verb(
            group,
            "webhooks.poll",
            "question",
            "/events/v1/poll",
            Effect.NONE,
            Often.AGAIN,
            RegistryVerbs::poll),
        new Verb(
            group,
            "webhooks.poll",
            "acknowledgement",
            "/events/v1/poll",
            Effect.BY_IT,
            Often.AGAIN,
            RegistryVerbs::acknowledgement,
            Trait.BEGINS_LATE),
        new Verb(
            group,
            "webhooks.accept",
            "registry's keys",
            KEYS,
            Effect.NONE,
            Often.AGAIN,
            RegistryVerbs::event,
            Trait.FIRST_CALL),
        new Verb(
            group,
            "webhooks.accept",
            "login keys",
            "/jwks",
            Effect.NONE,
            Often.AGAIN,
            RegistryVerbs::logout,
            Trait.FIRST_CALL),
        new Verb(
            group,
            "diagnose",
            "discovery",
            "/.well-known/openid-configuration",
            Effect.NONE,
            Often.AGAIN,
            RegistryVerbs::diagnose));
  }

  private static Attempt link(Office office) {
    PayrollRow person = office.newcomer();
    LinkRequest request =
        LinkRequest.of(
            CitizenId.parse(person.citizenId()),
            person.fullName(),
            PartialDate.parse(person.birthDate()));
    return Attempt.of(
            () -> {
              LinkResult result = office.client().taxLinks().link(request);
              return result instanceof LinkResult.Linked ? "works" : "lost: " + result;
            })
        .counting(() -> office.mock().linksMade());
  }

  private static Attempt status(Office office) {
    TaxCode code = TaxCode.parse(AN);
    return Attempt.of(() -> office.client().taxLinks().status(code).isPresent() ? "works" : "lost");
  }

  private static Attempt history(Office office) {
    TaxCode code = TaxCode.parse(AN);
    return Attempt.of(
        () -> {
          var unused = office.client().taxLinks().history(code);
          return "works";
        });
  }

  private static Attempt review(Office office) {
    LinkRequest request =
        LinkRequest.of(CitizenId.parse("099091000156"), "Hồ Sơn", PartialDate.parse("1991-03-03"));
    String number =
        ((LinkResult.UnderReview) office.helper().taxLinks().link(request)).caseNumber();
    return Attempt.of(
        () -> {
          var unused = office.client().taxLinks().review(number);
          return "works";
        });
  }

  private static Attempt slowBulk(Office office) throws IOException {
    office.mock().slowBatches(Duration.ofSeconds(9));
    return bulk(office);
  }

  private static Attempt bulk(Office office) throws IOException {
    PayrollRow person = office.newcomer();
    LinkRow row =
        LinkRow.of(
            CitizenId.parse(person.citizenId()),
            person.fullName(),
            PartialDate.parse(person.birthDate()));
    Path results = office.file("results-" + office.number() + ".csv");
    BulkLink job = job(row, results);
    return new Attempt(
        () -> linked(office, job),
        () -> {
          String resumed = linked(office, Files.exists(results) ? job.resuming() : job);
          // A row without an answer is in the file as such, and goes into another job.
          return resumed.equals(LEFT_OUT)
              ? linked(office, job(row, office.file("more-" + office.number() + ".csv")))
              : resumed;
        },
        () -> office.mock().linksMade());
  }

  private static BulkLink job(LinkRow row, Path results) {
    return BulkLink.of(LinkRows.of(List.of(row)), LinkResults.csv(results))
        .patientFor(Duration.ZERO);
  }

  private static String linked(Office office, BulkLink job) throws InterruptedException {
    var summary = office.client().taxLinks().link(job);
    if (summary.count(RowOutcome.UNANSWERED) == 1) {
      return LEFT_OUT;
    }
    long linked = summary.count(RowOutcome.LINKED) + summary.count(RowOutcome.ALREADY_LINKED);
    return linked == 1 ? "works" : "lost: " + summary;
  }

  private static Attempt check(Office office) {
    PersonCheck question = PersonCheck.of(CitizenId.parse(AN), NAME, BORN).alive();
    AuditContext why =
        AuditContext.of("1.004222", "CB-0042", "H15").because("Hồ sơ " + office.number());
    return Attempt.of(
        () -> {
          CheckResult result = office.client().population().check(question, why);
          return result instanceof CheckResult.Matched ? "works" : "answered: " + word(result);
        });
  }

  private static String word(Object result) {
    return result.getClass().getSimpleName();
  }

  private static Attempt poll(Office office) {
    Attempt attempt = happened(office, event -> {});
    return attempt.then(() -> office.outcome().works() ? "works" : attempt.call().call());
  }

  private static Attempt acknowledgement(Office office) {
    return happened(office, event -> office.arm())
        .then(() -> happened(office, event -> {}).call().call());
  }

  private static Attempt happened(Office office, Consumer<WebhookEvent> handler) {
    office.mock().citizen(AN).changesNameTo(NAME);
    return Attempt.of(
        () -> {
          var polled = office.client().webhooks().poll(10, handler);
          return polled.handled() > 0 ? "works" : "lost: " + polled;
        });
  }

  private static Attempt event(Office office) {
    byte[] token = office.mock().securityEvent().getBytes(StandardCharsets.US_ASCII);
    var headers = Map.of("Content-Type", List.of("application/secevent+jwt"));
    return accepting(office, headers, token);
  }

  private static Attempt logout(Office office) {
    LoginVerbs.logIn(office.helper());
    String token = office.mock().logoutToken(office.mock().citizen(AN));
    byte[] form = ("logout_token=" + token).getBytes(StandardCharsets.US_ASCII);
    var headers = Map.of("Content-Type", List.of("application/x-www-form-urlencoded"));
    return accepting(office, headers, form);
  }

  private static Attempt accepting(Office office, Map<String, List<String>> headers, byte[] body) {
    Callable<String> call =
        () -> {
          WebhookEvent event = office.client().webhooks().accept(headers, body);
          return event instanceof WebhookEvent.Repeated ? "lost" : "works";
        };
    // Nothing is used up by what failed; what was taken in is taken in once.
    return Attempt.of(call).then(() -> office.outcome().works() ? "works" : call.call());
  }

  private static Attempt diagnose(Office office) {
    return Attempt.of(
        () -> {
          var diagnosis = office.client().diagnose(Application.CALLBACK);
          return diagnosis.isHealthy() ? "works" : "reports " + diagnosis.problems().get(0).topic();
        });
  }
}

package vn.eid.campaign;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.campaign.Verb.Effect;
import vn.eid.campaign.Verb.Often;
import vn.eid.campaign.Verb.Trait;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.Consents;
import vn.eid.consent.DataSet;
import vn.eid.records.CitizenData;
import vn.eid.records.HealthData;
import vn.eid.records.Pull;
import vn.eid.records.PullRequest;

/** Consents, and what is read under them. */
final class ConsentVerbs {
  private static final String CONSENT = "/consent/v1/consents/{id}";
  private static final String REVOCATION = CONSENT + "/revocation";
  private static final String KEYS = "/registry/jwks";
  private static final String SHOTS = "/fhir/v1/Immunization";
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final CitizenId OF_SEVERAL_PAGES = CitizenId.parse("099060000134");

  private ConsentVerbs() {}

  static List<Verb> consents() {
    String group = "Consents";
    return List.of(
        new Verb(
            group,
            "consents.request",
            "the service's token",
            "/token",
            Effect.NONE,
            Often.ONCE,
            ConsentVerbs::request,
            Trait.FIRST_CALL),
        new Verb(
            group,
            "consents.request",
            "request",
            "/consent/v1/consents",
            Effect.BY_IT,
            Often.AGAIN,
            ConsentVerbs::request),
        new Verb(
            group,
            "consents.find",
            "consent",
            CONSENT,
            Effect.NONE,
            Often.AGAIN,
            office -> asking(office, Consents::find)),
        new Verb(
            group,
            "consents.of",
            "search",
            "/consent/v1/consents/search",
            Effect.NONE,
            Often.AGAIN,
            ConsentVerbs::of),
        new Verb(
            group,
            "consents.requireActive",
            "consent",
            CONSENT,
            Effect.NONE,
            Often.AGAIN,
            office -> asking(office, Consents::requireActive)),
        new Verb(
            group,
            "consents.awaitDecision",
            "consent",
            CONSENT,
            Effect.NONE,
            Often.AGAIN,
            ConsentVerbs::awaitDecision),
        new Verb(
            group,
            "consents.revoke",
            "revocation",
            REVOCATION,
            Effect.BY_IT,
            Often.AGAIN,
            ConsentVerbs::revoke),
        new Verb(
            group,
            "consents.revoke",
            "registry's keys",
            KEYS,
            Effect.BEFORE,
            Often.AGAIN,
            ConsentVerbs::revoke,
            Trait.FIRST_CALL),
        new Verb(
            group,
            "consents.evidence",
            "consent",
            CONSENT,
            Effect.NONE,
            Often.AGAIN,
            office -> asking(office, Consents::evidence)),
        new Verb(
            group,
            "consents.registryKeys",
            "registry's keys",
            KEYS,
            Effect.NONE,
            Often.AGAIN,
            ConsentVerbs::registryKeys,
            Trait.FIRST_CALL));
  }

  static List<Verb> records() {
    String group = "Records";
    return List.of(
        new Verb(
            group,
            "records.pull",
            "the pull's token",
            "/token",
            Effect.NONE,
            Often.AGAIN,
            office -> pull(office, AN, HealthData.IMMUNIZATIONS)),
        new Verb(
            group,
            "records.pull",
            "first page",
            SHOTS,
            Effect.BY_IT,
            Often.AGAIN,
            office -> pull(office, AN, HealthData.IMMUNIZATIONS)),
        new Verb(
            group,
            "records.pull",
            "later page",
            SHOTS,
            Effect.BEFORE,
            Often.AGAIN,
            ConsentVerbs::laterPage,
            Trait.BEGINS_LATE),
        new Verb(
            group,
            "records.pull",
            "citizen's data",
            "/citizen-data/v1/identity",
            Effect.BY_IT,
            Often.AGAIN,
            office -> pull(office, AN, CitizenData.IDENTITY)));
  }

  private interface Question {
    Object ask(Consents consents, ConsentId id);
  }

  private static Attempt request(Office office) {
    CitizenId citizen = CitizenId.parse(office.newcomer().citizenId());
    ConsentRequest request =
        ConsentRequest.ask(citizen, Application.TREATMENT, HealthData.IMMUNIZATIONS);
    return Attempt.of(
            () -> {
              var unused = office.client().consents().request(request);
              return "works";
            })
        .counting(
            () -> {
              try (var known = office.helper().consents().of(citizen)) {
                return known.count();
              }
            });
  }

  private static Attempt asking(Office office, Question question) throws Exception {
    ConsentId id = office.kept(() -> given(office, AN, HealthData.IMMUNIZATIONS).id());
    var unused = office.client().consents().find(id);
    return Attempt.of(
        () -> {
          var unusedAnswer = question.ask(office.client().consents(), id);
          return "works";
        });
  }

  private static Attempt of(Office office) throws Exception {
    var unused = office.kept(() -> given(office, AN, HealthData.IMMUNIZATIONS));
    return Attempt.of(() -> office.client().consents().of(AN).count() > 0 ? "works" : "lost");
  }

  private static Attempt awaitDecision(Office office) throws Exception {
    ConsentRequest request =
        ConsentRequest.ask(AN, Application.TREATMENT, HealthData.IMMUNIZATIONS);
    Consent.Requested asked = office.kept(() -> office.client().consents().request(request));
    return Attempt.of(
        () -> {
          Consent consent = office.client().consents().awaitDecision(asked, Duration.ofMinutes(20));
          return consent instanceof Consent.Active ? "works" : "lost";
        });
  }

  private static Attempt revoke(Office office) throws Exception {
    ConsentId id = given(office, AN, HealthData.IMMUNIZATIONS).id();
    return Attempt.of(
            () -> {
              var unused = office.client().consents().revoke(id, "no longer needed");
              return "works";
            })
        .counting(() -> office.helper().consents().find(id) instanceof Consent.Ended ? 1 : 0);
  }

  private static Attempt registryKeys(Office office) {
    return Attempt.of(
        () -> office.client().consents().registryKeys().contains("keys") ? "works" : "lost");
  }

  private static Attempt pull(Office office, CitizenId citizen, DataSet<?> what) throws Exception {
    Consent.Active consent = office.kept(() -> given(office, citizen, what));
    return Attempt.of(
        () -> {
          try (Pull<?> pull = open(office, consent, what)) {
            return pull.toList().isEmpty() ? "lost" : "works";
          }
        });
  }

  private static Attempt laterPage(Office office) throws Exception {
    Consent.Active consent =
        office.kept(() -> given(office, OF_SEVERAL_PAGES, HealthData.IMMUNIZATIONS));
    return new Attempt(
        () -> read(office, consent, office::arm), () -> read(office, consent, () -> {}), null);
  }

  /** All of it; something happens after the first item. */
  private static String read(Office office, Consent.Active consent, Runnable then) {
    try (Pull<HealthData> pull = open(office, consent, HealthData.IMMUNIZATIONS)) {
      Iterator<HealthData> items = pull.stream().iterator();
      int count = 1;
      var unused = items.next();
      then.run();
      for (; items.hasNext(); count++) {
        var unusedNext = items.next();
      }
      return count == 620 ? "works" : "lost " + (620 - count);
    }
  }

  private static <T> Pull<T> open(Office office, Consent.Active consent, DataSet<T> what) {
    return office.client().records().pull(PullRequest.under(consent, Application.TREATMENT, what));
  }

  private static Consent.Active given(Office office, CitizenId citizen, DataSet<?> what)
      throws InterruptedException {
    Consents consents = office.helper().consents();
    Consent.Requested asked =
        consents.request(ConsentRequest.ask(citizen, Application.TREATMENT, what).upTo(1_000));
    return (Consent.Active) consents.awaitDecision(asked, Duration.ofMinutes(20));
  }
}

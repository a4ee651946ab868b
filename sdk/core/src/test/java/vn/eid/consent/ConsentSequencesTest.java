package vn.eid.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ConsentEndedException;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.records.CitizenData;
import vn.eid.records.HealthData;
import vn.eid.records.Pull;
import vn.eid.records.PullRequest;

/**
 * Whatever happens in whatever order, no read passes that the citizen did not agree to, and each
 * read passes that the citizen agreed to. The seed stands in the test's name, so a failure repeats.
 */
class ConsentSequencesTest extends MockedApplicationTest {
  private static final int STEPS = 120;
  private static final int RECENT = 4;
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final List<DataSet<?>> DATA_SETS =
      List.of(HealthData.IMMUNIZATIONS, CitizenData.IDENTITY, CitizenData.RESIDENCE);
  private static final Duration LONG = Duration.ofDays(365);

  private static int passed;
  private static int refused;

  private final List<ModelledConsent> consents = new ArrayList<>();

  /** The proofs that the application holds, however old. */
  private final Map<ConsentId, Consent.Active> held = new HashMap<>();

  private Random random = new Random(0);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
  void noSequenceLetsAReadPassThatTheConsentDoesNotCover(long seed) {
    random = new Random(seed);
    ask();
    for (int step = 0; step < STEPS; step++) {
      step();
    }
  }

  @AfterAll
  static void bothWereTried() {
    assertThat(passed).as("reads that passed").isGreaterThan(20);
    assertThat(refused).as("reads that were refused").isGreaterThan(20);
  }

  @AfterEach
  void theListSaysWhatEachHasBecome() {
    Map<ConsentId, Consent> found =
        app.client().consents().of(AN).collect(Collectors.toMap(Consent::id, consent -> consent));
    assertThat(found).hasSameSizeAs(consents);
    consents.forEach(model -> mustAgree(model, Objects.requireNonNull(found.get(model.id))));
  }

  private void step() {
    int newest = consents.size() - 1;
    ModelledConsent consent = consents.get(newest - random.nextInt(Math.min(RECENT, newest + 1)));
    switch (random.nextInt(20)) {
      case 0, 1 -> ask();
      case 2, 3, 4, 5 -> approve(consent);
      case 6 -> decline(consent);
      case 7 -> revokeByCitizen(consent);
      case 8 -> revokeByUs(consent);
      case 9 -> mock.advance(Duration.ofSeconds(random.nextInt(900)));
      case 10, 11, 12 -> look(consent);
      default -> read(consent);
    }
  }

  private void ask() {
    Set<DataSet<?>> sets = someOf(DATA_SETS);
    Optional<Period> period = maybe(years(2015 + random.nextInt(5), 2022 + random.nextInt(3)));
    int times = random.nextInt(3);
    Duration validity = Duration.ofMinutes(10 + random.nextInt(120));
    ConsentRequest request =
        ConsentRequest.ask(AN, Application.TREATMENT, sets.toArray(DataSet<?>[]::new))
            .validFor(validity);
    request = period.isPresent() ? request.covering(period.get()) : request;
    request = times > 0 ? request.upTo(times) : request;
    mock.citizen(AN.value()).ignoresNext();
    ConsentId id = app.client().consents().request(request).id();
    OptionalInt uses = times > 0 ? OptionalInt.of(times) : OptionalInt.empty();
    consents.add(new ModelledConsent(id, names(sets), period, uses, validity, now()));
  }

  /** All of it or a part, for the whole time or less. */
  private void approve(ModelledConsent consent) {
    if (!consent.isWaiting(now()) || consent.isUnsure(now())) {
      return;
    }
    Set<String> chosen = someOf(List.copyOf(consent.asked));
    Duration atMost = random.nextBoolean() ? LONG : Duration.ofMinutes(1 + random.nextInt(30));
    mock.citizen(AN.value()).grantsAtMost(atMost);
    mock.citizen(AN.value()).approve(consent.id.value(), chosen.toArray(String[]::new));
    mock.citizen(AN.value()).approvesEverything();
    consent.approve(chosen, atMost, now());
    if (random.nextBoolean()) {
      look(consent);
    }
  }

  private void decline(ModelledConsent consent) {
    if (consent.isWaiting(now()) && !consent.isUnsure(now())) {
      mock.citizen(AN.value()).decline(consent.id.value());
      consent.end();
    }
  }

  private void revokeByCitizen(ModelledConsent consent) {
    if (consent.isActive(now()) && !consent.isUnsure(now())) {
      mock.citizen(AN.value()).revoke(consent.id.value());
      consent.end();
    }
  }

  private void revokeByUs(ModelledConsent consent) {
    app.client().consents().revoke(consent.id, "done");
    consent.end();
  }

  private void look(ModelledConsent model) {
    Consent found = app.client().consents().find(model.id);
    if (found instanceof Consent.Active active) {
      held.put(model.id, active);
    }
    mustAgree(model, found);
  }

  private void mustAgree(ModelledConsent model, Consent found) {
    if (!model.isUnsure(now())) {
      assertThat(found instanceof Consent.Active).isEqualTo(model.isActive(now()));
      assertThat(found instanceof Consent.Requested).isEqualTo(model.isWaiting(now()));
    }
  }

  /** With a proof as old as may be. */
  private void read(ModelledConsent model) {
    Consent.Active consent = held.get(model.id);
    if (consent == null) {
      return;
    }
    List<DataSet<?>> asked =
        DATA_SETS.stream().filter(set -> model.asked.contains(set.name())).toList();
    List<DataSet<?>> from = random.nextInt(4) == 0 ? DATA_SETS : asked;
    DataSet<?> dataSet = from.get(random.nextInt(from.size()));
    Optional<Period> days = maybe(years(2014 + random.nextInt(8), 2022 + random.nextInt(4)));
    boolean covered = model.covers(dataSet.name(), days, now());
    boolean unsure = model.isUnsure(now());
    boolean read = passes(consent, dataSet, days);
    if (!unsure) {
      assertThat(read).as("%s of %s, %s", dataSet, consent, days).isEqualTo(covered);
    }
    if (read) {
      model.wasRead(dataSet.name());
      passed++;
    } else {
      refused++;
    }
  }

  /** The one place that knows how records are read: the first item is enough, or that none came. */
  private boolean passes(Consent.Active consent, DataSet<?> dataSet, Optional<Period> days) {
    PullRequest<?> whole = PullRequest.under(consent, Application.TREATMENT, dataSet);
    try (Pull<?> pull =
        app.client().records().pull(days.<PullRequest<?>>map(whole::covering).orElse(whole))) {
      var unused = pull.stream().findFirst();
      return true;
    } catch (ConsentEndedException | InvalidRequestException refused) {
      return false;
    }
  }

  private <T> Set<T> someOf(List<T> all) {
    Set<T> some = new LinkedHashSet<>();
    all.stream().filter(one -> random.nextBoolean()).forEach(some::add);
    some.add(all.get(random.nextInt(all.size())));
    return some;
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private static Set<String> names(Set<DataSet<?>> sets) {
    return sets.stream().map(DataSet::name).collect(Collectors.toSet());
  }

  private static Period years(int from, int to) {
    return Period.between(LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31));
  }

  private Instant now() {
    return mock.clock().instant();
  }
}

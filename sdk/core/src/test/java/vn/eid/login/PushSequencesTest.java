package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.MockedApplicationTest;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;

/**
 * Whoever asks about a push in whatever order, it is finished once at most, by the browser in which
 * it began, and the provider is asked no more often than it allows. The seed stands in the test's
 * name, so a failure repeats.
 */
class PushSequencesTest extends MockedApplicationTest {
  private static final int STEPS = 40;
  private static final int RECENT = 3;
  private static final CitizenId APPROVES = CitizenId.parse("099085000011");
  private static final CitizenId IGNORES = CitizenId.parse("099198000123");

  /** What the mock allows between two questions. */
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  /** Shorter than any push lives. */
  private static final Duration IN_TIME = Duration.ofMinutes(1);

  private static int approved;
  private static int refused;

  private final List<BrowserSession> browsers =
      Stream.generate(Application::newBrowser).limit(3).toList();
  private final List<Asked> pushes = new ArrayList<>();
  private Random random = new Random(0);

  /** A push as it should stand. */
  private static final class Asked {
    final CitizenId citizen;
    final BrowserSession browser;
    final PushId id;
    final Instant at;
    boolean over;

    Asked(CitizenId citizen, BrowserSession browser, PushId id, Instant at) {
      this.citizen = citizen;
      this.browser = browser;
      this.id = id;
      this.at = at;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void aPushIsFinishedOnceAtMostAndByItsOwnBrowser(long seed) {
    random = new Random(seed);
    mock.stopClock();
    start();
    for (int step = 0; step < STEPS; step++) {
      step();
    }
  }

  @AfterEach
  void theProviderWasNotHurried() {
    assertThat(mock.refusals()).noneMatch(why -> why.contains("slow_down"));
  }

  @AfterAll
  static void bothWereTried() {
    assertThat(approved).as("logins").isGreaterThan(5);
    assertThat(refused).as("refusals").isGreaterThan(20);
  }

  private void step() {
    Asked push = pushes.get(pushes.size() - 1 - random.nextInt(Math.min(RECENT, pushes.size())));
    switch (random.nextInt(10)) {
      case 0, 1 -> start();
      case 2, 3 -> mock.advance(Duration.ofMillis(random.nextInt(4_000)));
      case 4 -> cancel(push);
      case 5, 6 -> check(push, browsers.get(random.nextInt(browsers.size())));
      default -> check(push, push.browser);
    }
  }

  private void start() {
    CitizenId citizen = random.nextInt(4) == 0 ? IGNORES : APPROVES;
    BrowserSession browser = browsers.get(random.nextInt(browsers.size()));
    PushId id = app.client().pushLogin().start(PushRequest.to(citizen), browser).id();
    pushes.add(new Asked(citizen, browser, id, mock.clock().instant()));
  }

  @SuppressWarnings("ReferenceEquality") // a browser is itself
  private void cancel(Asked push) {
    BrowserSession browser = browsers.get(random.nextInt(browsers.size()));
    app.client().pushLogin().cancel(push.id, browser);
    push.over |= browser == push.browser;
  }

  @SuppressWarnings("ReferenceEquality") // a browser is itself
  private void check(Asked push, BrowserSession browser) {
    Optional<PushStatus> status = status(push.id, browser);
    Duration age = Duration.between(push.at, mock.clock().instant());
    if (age.compareTo(IN_TIME) < 0) {
      assertThat(status.isPresent()).isEqualTo(!push.over && browser == push.browser);
    }
    refused += status.isEmpty() ? 1 : 0;
    if (status.isEmpty() || status.get() instanceof PushStatus.Waiting) {
      return;
    }
    assertThat(push.over).isFalse();
    assertThat(age).isGreaterThanOrEqualTo(INTERVAL);
    boolean loggedIn =
        ((PushStatus.Finished) status.get()).outcome() instanceof LoginOutcome.Approved;
    assertThat(loggedIn && push.citizen.equals(IGNORES)).isFalse();
    approved += loggedIn ? 1 : 0;
    push.over = true;
  }

  private Optional<PushStatus> status(PushId id, BrowserSession browser) {
    try {
      return Optional.of(app.client().pushLogin().check(id, browser));
    } catch (UntrustedException e) {
      assertThat(e.check()).isEqualTo(Check.STATE);
      return Optional.empty();
    }
  }
}

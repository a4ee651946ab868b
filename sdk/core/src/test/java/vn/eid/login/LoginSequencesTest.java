package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.MockedApplicationTest;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;

/**
 * Whatever comes back in whatever order, in whatever browser, a login is finished once at most, and
 * by the browser in which it began. The seed stands in the test's name, so a failure repeats.
 */
class LoginSequencesTest extends MockedApplicationTest {
  private static final int STEPS = 40;
  private static final int RECENT = 4;
  private static final Duration TO_FINISH = Duration.ofMinutes(10);

  /** The mock's code lives for a minute. */
  private static final Duration CODE = Duration.ofSeconds(60);

  /** A late callback is told from a foreign one for so long. */
  private static final Duration REMEMBERED = TO_FINISH.plus(Duration.ofMinutes(30));

  private static int approved;
  private static int refused;

  private final List<BrowserSession> browsers =
      Stream.generate(Application::newBrowser).limit(3).toList();
  private final List<Begun> logins = new ArrayList<>();
  private Random random = new Random(0);

  /** A login as it should stand. */
  private static final class Begun {
    final BrowserSession browser;
    final URI callback;
    final Instant at;
    boolean used;

    Begun(BrowserSession browser, URI callback, Instant at) {
      this.browser = browser;
      this.callback = callback;
      this.at = at;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void aLoginIsFinishedOnceAtMostAndByItsOwnBrowser(long seed) {
    random = new Random(seed);
    mock.stopClock();
    begin();
    for (int step = 0; step < STEPS; step++) {
      step();
    }
  }

  @AfterAll
  static void bothWereTried() {
    assertThat(approved).as("logins").isGreaterThan(10);
    assertThat(refused).as("refusals").isGreaterThan(20);
  }

  private void step() {
    Begun login = logins.get(logins.size() - 1 - random.nextInt(Math.min(RECENT, logins.size())));
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> begin();
      case 3 -> mock.advance(Duration.ofSeconds(random.nextInt(90)));
      case 4 -> mock.advance(Duration.ofMinutes(random.nextInt(50)));
      case 5 -> comesBackWithoutItsSender(login);
      case 6, 7 -> comesBack(login, browsers.get(random.nextInt(browsers.size())));
      default -> comesBack(login, login.browser);
    }
  }

  private void begin() {
    BrowserSession browser = browsers.get(random.nextInt(browsers.size()));
    URI callback = Application.callbackOf(app.begin(browser));
    logins.add(new Begun(browser, callback, mock.clock().instant()));
  }

  @SuppressWarnings("ReferenceEquality") // a browser is itself
  private void comesBack(Begun login, BrowserSession browser) {
    Optional<LoginOutcome> outcome = finish(login.callback, browser);
    boolean waits = !login.used && browser == login.browser;
    // Later it may be forgotten or still be told from a foreign one.
    boolean mayBeForgotten = waits && age(login).compareTo(REMEMBERED) >= 0;
    assertThat(outcome.isPresent() || mayBeForgotten).isEqualTo(waits);
    if (outcome.isPresent()) {
      login.used = true;
      boolean inTime = age(login).compareTo(CODE) < 0;
      assertThat(outcome.get() instanceof LoginOutcome.Approved).isEqualTo(inTime);
      assertThat(inTime || outcome.get() instanceof LoginOutcome.Expired).isTrue();
      approved += inTime ? 1 : 0;
    } else {
      refused++;
    }
  }

  /** It is refused and used up, because somebody else may have made it. */
  private void comesBackWithoutItsSender(Begun login) {
    URI forged = URI.create(login.callback.toString().replaceFirst("iss=[^&]*", "iss=x"));
    assertThat(finish(forged, login.browser)).isEmpty();
    login.used = true;
    refused++;
  }

  private Optional<LoginOutcome> finish(URI callback, BrowserSession browser) {
    try {
      return Optional.of(app.client().redirectLogin().finish(callback, browser));
    } catch (UntrustedException e) {
      assertThat(e.check()).isIn(Check.STATE, Check.ISSUER);
      return Optional.empty();
    }
  }

  private Duration age(Begun login) {
    return Duration.between(login.at, mock.clock().instant());
  }
}

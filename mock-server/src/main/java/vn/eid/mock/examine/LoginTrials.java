package vn.eid.mock.examine;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;
import vn.eid.mock.Injection;
import vn.eid.mock.KeyRotation;

/** Leads the application through its own login, each time in a new browser. */
final class LoginTrials {
  private final EidMock mock;
  private final URI loginPage;
  private final Success success;
  private final Wire wire;

  LoginTrials(EidMock mock, Subject subject, Wire wire) {
    this.mock = mock;
    this.loginPage = subject.loginPage();
    this.success = subject.success();
    this.wire = wire;
  }

  /** An ordinary login; nothing is wrong with it. */
  Visit ordinary() throws InterruptedException {
    mock.reset();
    return browser().open(loginPage);
  }

  /** A login that the citizen declines: nobody is logged in. */
  Visit declined(String citizen) throws InterruptedException {
    mock.reset();
    mock.citizen(citizen).declinesNext();
    return browser().open(loginPage);
  }

  boolean succeeds(Visit visit) {
    return success.isSeenIn(visit);
  }

  /** One login with one thing wrong. */
  Finding attempt(Trial trial) throws InterruptedException {
    long start = System.nanoTime();
    Optional<Visit> visit =
        trial.fault().isPresent() ? Optional.of(spoiled(trial.fault().get())) : inTwoBrowsers();
    if (visit.isEmpty() || trial.fault().filter(fault -> mock.firings(fault) == 0).isPresent()) {
      return Finding.notTried(trial, NotTried.why(trial));
    }
    Need need = trial.expected().need();
    if (!isAsked(need)) {
      return Finding.notTried(trial, need.missing());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return Finding.of(trial, succeeds(visit.get()), visit.get().seen(), took);
  }

  private Visit spoiled(Fault fault) throws InterruptedException {
    mock.reset();
    if (fault.name().startsWith("KEYS_")) {
      // The application may have the keys; the id token shows it one that it has not. The old ones
      // stay published, or it would lose them for the time after the reset.
      mock.rotateKeys(KeyRotation.PLANNED);
    }
    Injection injection = Injection.of(fault);
    mock.inject(
        fault.name().startsWith("TRANSPORT_")
            ? injection.at(TransportExpectations.AIM)
            : injection);
    return browser().open(loginPage);
  }

  /** The callback that one browser was sent to, opened in another. */
  private Optional<Visit> inTwoBrowsers() throws InterruptedException {
    mock.reset();
    Visit first = browser().open(loginPage, this::leavesTheProvider);
    boolean stopped = first.status() == 0 && first.trouble().isEmpty();
    return stopped ? Optional.of(browser().open(first.at())) : Optional.empty();
  }

  private boolean leavesTheProvider(URI from, URI to) {
    String provider = mock.issuer().getAuthority();
    return provider.equals(from.getAuthority()) && !provider.equals(to.getAuthority());
  }

  private boolean isAsked(Need need) {
    return need == Need.NOTHING
        || mock.requests().stream()
            .filter(request -> request.path().equals("/par"))
            .anyMatch(need::isMetBy);
  }

  private Browser browser() {
    return new Browser(wire);
  }
}

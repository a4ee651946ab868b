package vn.eid.mock.examine;

import java.net.URI;
import java.time.Duration;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;
import vn.eid.mock.Injection;
import vn.eid.mock.KeyRotation;

/** Leads the application through its own login, each time in a new browser. */
final class LoginTrials {
  private final EidMock mock;
  private final Subject subject;
  private final Wire wire;
  private final Duration patience;
  private final Fetched fetched = new Fetched();
  private final NotTried notTried = new NotTried(fetched);

  LoginTrials(EidMock mock, Subject subject, Wire wire, Patience patience) {
    this.mock = mock;
    this.subject = subject;
    this.wire = wire;
    this.patience = patience.page();
  }

  /** What the application has asked for until now, it asks for as it starts. */
  void begin() {
    fetched.atStart(mock.requests());
  }

  /** An ordinary login; nothing is wrong with it. */
  Visit ordinary() throws InterruptedException {
    mock.reset();
    return visit();
  }

  /** A login that the citizen declines: nobody is logged in. */
  Visit declined(String citizen) throws InterruptedException {
    mock.reset();
    mock.citizen(citizen).declinesNext();
    return visit();
  }

  boolean succeeds(Visit visit) {
    return subject.success().isSeenIn(visit);
  }

  /** One login with one thing wrong. */
  Finding attempt(Trial trial) throws InterruptedException {
    long start = System.nanoTime();
    Visit visit = trial.fault().isPresent() ? spoiled(trial.fault().get()) : inTwoBrowsers();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    boolean happened = trial.fault().map(this::happened).orElse(visit.status() > 0);
    if (!visit.isAnswered() && (happened || trial.fault().isEmpty())) {
      return Finding.silent(trial, visit, took);
    }
    return happened ? judged(trial, visit, took) : Finding.notTried(trial, why(trial, visit));
  }

  private boolean happened(Fault fault) {
    return mock.firings(fault) > 0;
  }

  private String why(Trial trial, Visit visit) {
    String why = notTried.why(trial, succeeds(visit), Fetched.askedForTokens(mock.requests()));
    return visit.isAnswered() ? why : why + " (the browser " + visit.seen() + ")";
  }

  private Finding judged(Trial trial, Visit visit, Duration took) {
    Need need = trial.expected().need();
    if (!isAsked(need)) {
      return Finding.notTried(trial, need.missing());
    }
    boolean wentOn = succeeds(visit);
    String seen = visit.seen();
    boolean leftToTls = wentOn && !fetched.keysEver() && Remedies.isAboutSignature(trial);
    return Finding.of(trial, wentOn, leftToTls ? seen + ". " + Remedies.TLS : seen, took);
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
    return visit();
  }

  private Visit visit() throws InterruptedException {
    Visit visit = browser().open(subject.loginPage());
    fetched.during(mock.requests());
    return visit;
  }

  /** The callback that one browser was sent to, opened in another; status 0 if it came to none. */
  private Visit inTwoBrowsers() throws InterruptedException {
    mock.reset();
    Visit first = browser().open(subject.loginPage(), this::leavesTheProvider);
    boolean stopped = first.status() == 0 && first.isAnswered();
    return stopped ? browser().open(first.at()) : notThere(first);
  }

  // A page that is no callback: nothing was tried.
  private static Visit notThere(Visit first) {
    return first.isAnswered() ? Visit.ended(first.at(), 0, "") : first;
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
    return new Browser(wire, patience);
  }
}

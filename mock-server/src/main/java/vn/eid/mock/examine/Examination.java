package vn.eid.mock.examine;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.eid.mock.EidMock;

/** One run: the ordinary login, then one trial after the other. */
final class Examination {
  private static final String CITIZEN = "099085000011";

  private final Subject subject;
  private final Predicate<Trial> chosen;
  private final Progress progress;
  private final LoginTrials logins;
  private final OrdinaryLogin ordinary;
  private final NoticeTrials notices;
  private final long until;
  private final List<Finding> findings = new ArrayList<>();

  Examination(
      EidMock mock,
      Subject subject,
      Predicate<Trial> chosen,
      Duration atMost,
      Patience patience,
      Progress progress) {
    Wire wire = new Wire();
    this.subject = subject;
    this.chosen = chosen;
    this.progress = progress;
    this.logins = new LoginTrials(mock, subject, wire, patience);
    this.ordinary = new OrdinaryLogin(mock, subject.loginPage(), logins, patience);
    this.notices =
        new NoticeTrials(mock, ordinary, CITIZEN, new NoticePost(wire, patience.notice()));
    this.until = System.nanoTime() + atMost.toNanos();
  }

  /** Runs to the end, or as far as it gets; an interrupt ends it. */
  Report run() {
    Optional<String> problem = Optional.empty();
    try {
      ordinary.awaitApplication(progress);
      logins.begin();
      begin();
      logIn();
      logOut();
      tellEvents();
    } catch (Inconclusive e) {
      problem = Optional.of(e.sentences());
    } catch (InterruptedException e) {
      problem = Optional.of("It was stopped before its end.");
    }
    return new Report(subject.loginPage(), List.copyOf(findings), problem);
  }

  /** What is told of these waits until the ordinary login has worked. */
  private void begin() throws Inconclusive, InterruptedException {
    List<Finding> first = new ArrayList<>();
    try {
      for (Trial trial : chosen(Trial.FIRST)) {
        mustBeInTime();
        first.add(logins.attempt(trial));
      }
      mustBeOrdinary(first);
    } catch (Inconclusive | InterruptedException e) {
      // Nothing that was seen means anything, not even a success.
      first.forEach(finding -> tell(finding.worthNothing("no ordinary login proves it")));
      throw e;
    }
    first.forEach(this::tell);
  }

  private void mustBeOrdinary(List<Finding> first) throws Inconclusive, InterruptedException {
    String tried =
        first.stream()
            .filter(finding -> finding.verdict() != Verdict.NOT_TRIED)
            .map(finding -> finding.trial().name())
            .collect(Collectors.joining(","));
    ordinary.mustSucceedAtFirst(tried);
    ordinary.mustFailWhereDeclined(CITIZEN);
  }

  private void logIn() throws Inconclusive, InterruptedException {
    for (Trial trial : chosen(Trial.LOGINS)) {
      mustBeInTime();
      prove(logins.attempt(trial), () -> livesAfter(trial));
    }
  }

  /** Whether the application still does what it should, after it did what it did. */
  private interface Proof {
    Optional<String> doubt() throws Inconclusive, InterruptedException;
  }

  private void prove(Finding finding, Proof proof) throws Inconclusive, InterruptedException {
    try {
      tell(proof.doubt().map(finding::doubted).orElse(finding));
    } catch (Inconclusive e) {
      tell(finding.doubted("the ordinary login does not succeed after it either"));
      throw e;
    }
  }

  private Optional<String> livesAfter(Trial trial) throws Inconclusive, InterruptedException {
    ordinary.mustSucceedAfter(trial);
    return Optional.empty();
  }

  private static Optional<String> taken(Answered good) {
    return good.isYes()
        ? Optional.empty()
        : Optional.of("a good one after it was not taken either: " + good.seen());
  }

  private void logOut() throws Inconclusive, InterruptedException {
    List<Trial> trials = chosen(Trial.LOGOUTS);
    if (subject.logouts().isEmpty() || trials.isEmpty()) {
      return;
    }
    URI to = subject.logouts().get();
    mustTake("logout token", notices.goodLogout(to));
    for (Trial trial : trials) {
      mustBeInTime();
      prove(notices.logout(to, trial), () -> taken(notices.goodLogout(to)));
    }
    mustTake("logout token", notices.goodLogout(to));
  }

  private void tellEvents() throws Inconclusive, InterruptedException {
    List<Trial> trials = chosen(Trial.EVENTS);
    if (subject.events().isEmpty() || trials.isEmpty()) {
      return;
    }
    URI to = subject.events().get();
    mustTake("event", notices.goodEvent(to));
    for (Trial trial : trials) {
      mustBeInTime();
      prove(notices.event(to, trial), () -> taken(notices.goodEvent(to)));
    }
    mustTake("event", notices.goodEvent(to));
  }

  private static void mustTake(String what, Answered answer) throws Inconclusive {
    if (!answer.isYes()) {
      throw new Inconclusive(
          "The application does not take a good "
              + what
              + " ("
              + answer.seen()
              + "), so nothing can be said about the bad ones.");
    }
  }

  private void mustBeInTime() throws Inconclusive {
    if (System.nanoTime() - until > 0) {
      throw new Inconclusive("The time was up before its end; --timeout gives it more.");
    }
  }

  private List<Trial> chosen(List<Trial> trials) {
    return trials.stream().filter(chosen).toList();
  }

  private void tell(Finding finding) {
    findings.add(finding);
    progress.found(finding);
  }
}

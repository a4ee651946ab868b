package vn.eid.mock.examine;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;

/** Logout tokens and events with one thing wrong each, and good ones beside them. */
final class NoticeTrials {
  // The time of an event is in seconds: a later one has to be later by one.
  private static final Duration A_SECOND = Duration.ofMillis(1100);

  private final EidMock mock;
  private final OrdinaryLogin logins;
  private final String citizen;
  private final NoticePost post;

  NoticeTrials(EidMock mock, OrdinaryLogin logins, String citizen, NoticePost post) {
    this.mock = mock;
    this.logins = logins;
    this.citizen = citizen;
    this.post = post;
  }

  /** A good logout token about a new session. */
  Answered goodLogout(URI to) throws Inconclusive, InterruptedException {
    return post.logout(to, newLogout());
  }

  Answered goodEvent(URI to) throws InterruptedException {
    mock.reset();
    return post.event(to, mock.securityEvent());
  }

  /** One logout token, each about a new session, with one thing wrong. */
  Finding logout(URI to, Trial trial) throws Inconclusive, InterruptedException {
    if (Trial.is(trial, Fault.LOGOUT_TOKEN_TWICE)) {
      String token = newLogout();
      return afterAnother(trial, post.logout(to, token), () -> post.logout(to, token));
    }
    logins.mustSucceed();
    trial.fault().ifPresent(mock::inject);
    String token = mock.logoutToken(mock.citizen(citizen));
    return spoiled(trial, () -> post.logout(to, token));
  }

  Finding event(URI to, Trial trial) throws InterruptedException {
    mock.reset();
    if (Trial.is(trial, Fault.EVENT_TWICE)) {
      String token = mock.securityEvent();
      return afterAnother(trial, post.event(to, token), () -> post.event(to, token));
    }
    if (Trial.is(trial, Fault.EVENT_OUT_OF_ORDER)) {
      String earlier = mock.securityEvent();
      Thread.sleep(A_SECOND.toMillis());
      Answered later = post.event(to, mock.securityEvent());
      return afterAnother(trial, later, () -> post.event(to, earlier));
    }
    trial.fault().ifPresent(mock::inject);
    String token = mock.securityEvent();
    return spoiled(trial, () -> post.event(to, token));
  }

  private String newLogout() throws Inconclusive, InterruptedException {
    logins.mustSucceed();
    return mock.logoutToken(mock.citizen(citizen));
  }

  /** Something that is posted now. */
  private interface Posted {
    Answered answer() throws InterruptedException;
  }

  private static Finding afterAnother(Trial trial, Answered before, Posted second)
      throws InterruptedException {
    return before.isYes()
        ? judged(trial, second)
        : Finding.notTried(trial, "the good one before it was not taken: " + before.seen());
  }

  private Finding spoiled(Trial trial, Posted posted) throws InterruptedException {
    Optional<Fault> fault = trial.fault().filter(it -> mock.firings(it) > 0);
    return fault.isPresent()
        ? judged(trial, posted)
        : Finding.notTried(trial, "nothing was wrong with what would have been posted");
  }

  private static Finding judged(Trial trial, Posted posted) throws InterruptedException {
    long start = System.nanoTime();
    Answered answer = posted.answer();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return answer.isYes() || answer.isNo()
        ? Finding.of(trial, answer.isYes(), answer.seen(), took)
        : Finding.notTried(trial, answer.seen() + ", which is no refusal");
  }
}

package vn.eid.mock.examine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;

/** Posts logout tokens and events to the application, as the national systems would. */
final class NoticeTrials {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final EidMock mock;
  private final OrdinaryLogin logins;
  private final String citizen;
  private final Wire wire;

  NoticeTrials(EidMock mock, OrdinaryLogin logins, String citizen, Wire wire) {
    this.mock = mock;
    this.logins = logins;
    this.citizen = citizen;
    this.wire = wire;
  }

  /** What the application answers: a status, or 0 and why there is none. */
  record Answered(int status, String trouble) {
    boolean isYes() {
      return status >= 200 && status < 300;
    }

    String seen() {
      return trouble.isEmpty() ? "answered with " + status : trouble;
    }
  }

  /** A good logout token about a new session. */
  Answered goodLogout(URI to) throws Inconclusive, InterruptedException {
    logins.mustSucceed();
    return post(to, Kind.LOGOUT, mock.logoutToken(mock.citizen(citizen)));
  }

  Answered goodEvent(URI to) throws InterruptedException {
    mock.reset();
    return post(to, Kind.EVENT, mock.securityEvent());
  }

  /** One logout token, each about a new session, with one thing wrong. */
  Finding logout(URI to, Trial trial) throws Inconclusive, InterruptedException {
    logins.mustSucceed();
    trial.fault().ifPresent(mock::inject);
    String token = mock.logoutToken(mock.citizen(citizen));
    return judged(to, Kind.LOGOUT, token, trial, trial.fault().isEmpty());
  }

  Finding event(URI to, Trial trial) throws InterruptedException {
    mock.reset();
    trial.fault().ifPresent(mock::inject);
    boolean twice = trial.fault().filter(Fault.EVENT_TWICE::equals).isPresent();
    return judged(to, Kind.EVENT, mock.securityEvent(), trial, twice);
  }

  private Finding judged(URI to, Kind kind, String token, Trial trial, boolean twice)
      throws InterruptedException {
    long start = System.nanoTime();
    if (twice) {
      post(to, kind, token);
    }
    Answered answer = post(to, kind, token);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return Finding.of(trial, answer.isYes(), answer.seen(), took);
  }

  /** What is posted, and how. */
  private enum Kind {
    /** OpenID Connect Back-Channel Logout 1.0, section 2.5. */
    LOGOUT("application/x-www-form-urlencoded", "logout_token="),
    /** RFC 8935, section 2.1. */
    EVENT("application/secevent+jwt", "");

    private final String type;
    private final String prefix;

    Kind(String type, String prefix) {
      this.type = type;
      this.prefix = prefix;
    }
  }

  private Answered post(URI to, Kind kind, String token) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", kind.type)
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(kind.prefix + token))
            .build();
    try {
      return new Answered(wire.send(request, PATIENCE).status(), "");
    } catch (IOException e) {
      return new Answered(0, String.valueOf(e.getMessage()));
    }
  }
}

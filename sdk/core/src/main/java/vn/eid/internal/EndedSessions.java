package vn.eid.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.eid.internal.json.Fields;

/**
 * The citizens' sessions that the provider has ended (OpenID Connect Back-Channel Logout 1.0): one
 * node is told, and all know. Thread-safe.
 */
public final class EndedSessions {
  private static final String BY_SESSION = "ended-session";
  private static final String BY_SUBJECT = "ended-subject";

  /** Longer than anybody's web session lives. */
  private static final Duration KEPT = Duration.ofDays(31);

  private final SharedState state;

  public EndedSessions(SharedState state) {
    this.state = state;
  }

  /** A session has ended: the one that is named, or where none is, all of the subject's so far. */
  public void ended(
      Operation operation, Optional<String> subject, Optional<String> sessionId, Instant at) {
    if (sessionId.isPresent()) {
      note(operation, BY_SESSION, sessionId.get(), at, subject);
    } else {
      note(operation, BY_SUBJECT, subject.orElseThrow(), at, subject);
    }
  }

  /**
   * Whether a session has ended.
   *
   * @param begun when the citizen logged in; one that began after the end of all stands
   */
  public boolean isEnded(
      Operation operation, String subject, Optional<String> sessionId, Optional<Instant> begun) {
    return sessionId
            .flatMap(id -> state.find(operation, BY_SESSION, id))
            .filter(end -> isAbout(end.content(), subject))
            .isPresent()
        || state
            .find(operation, BY_SUBJECT, subject)
            .filter(end -> begun.map(start -> !start.isAfter(at(end.content()))).orElse(true))
            .isPresent();
  }

  /** All that the logout token named must fit. */
  private static boolean isAbout(Fields end, String subject) {
    return end.text("sub").map(subject::equals).orElse(true);
  }

  private void note(
      Operation operation, String kind, String name, Instant at, Optional<String> subject) {
    Map<String, String> content =
        subject.isPresent()
            ? Map.of("at", at.toString(), "sub", subject.get())
            : Map.of("at", at.toString());
    var unused =
        state.settle(operation, kind, name, content, KEPT, former -> at(former).isBefore(at));
  }

  private static Instant at(Fields end) {
    return end.requiredInstant("at");
  }
}

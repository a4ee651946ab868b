package vn.eid.webhook;

import java.util.Optional;
import vn.eid.login.LoginSession;
import vn.eid.login.PushId;

/** Something that the national systems told, checked: one record or class for each kind. */
public sealed interface WebhookEvent {

  /**
   * A citizen's session has ended at the provider (đăng xuất; OpenID Connect Back-Channel Logout
   * 1.0): end your own sessions of theirs. Immutable and thread-safe.
   */
  final class LoggedOut implements WebhookEvent {
    private final Optional<String> subject;
    private final Optional<String> sessionId;

    LoggedOut(Optional<String> subject, Optional<String> sessionId) {
      this.subject = subject;
      this.sessionId = sessionId;
    }

    /** Whose session: {@link vn.eid.login.Identity#subject()}. */
    public Optional<String> subject() {
      return subject;
    }

    /** Which session: {@link LoginSession#sessionId()}. Empty stands for all of the subject's. */
    public Optional<String> sessionId() {
      return sessionId;
    }

    /** Whether this session is meant. One of them at least is named, and all that is named fits. */
    public boolean concerns(LoginSession session) {
      return subject.map(session.subject()::equals).orElse(true)
          && sessionId.map(id -> session.sessionId().equals(Optional.of(id))).orElse(true);
    }

    @Override
    public String toString() {
      return "LoggedOut[…]";
    }
  }

  /**
   * A citizen has answered a login by push (CIBA Core 1.0, section 10.2). What they answered,
   * {@link vn.eid.login.PushLogin#check} tells, which may be called at once now.
   */
  record PushAnswered(PushId id) implements WebhookEvent {}
}

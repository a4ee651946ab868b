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

  /**
   * An officer has decided a case of the tax registry. It says no more, because events hold no
   * personal data: what was decided, {@link vn.eid.tax.TaxLinks#review} tells.
   *
   * @param caseNumber as {@link vn.eid.tax.LinkResult.UnderReview} named it
   */
  record TaxCaseDecided(String caseNumber) implements WebhookEvent {}

  /**
   * The tax registry has finished a batch of links; its results can be fetched.
   *
   * @param batchId the registry's id of the batch
   * @param rows how many rows it had
   */
  record TaxBatchFinished(String batchId, long rows) implements WebhookEvent {}

  /**
   * An event that came before. The registry delivers each at least once: again where your answer
   * was lost, or was none of the good ones. Answer 202. Do nothing where you did what the first one
   * asked for; where you failed to, do it now. It is remembered in this process alone, so where
   * several servers listen, what you do must bear being done twice.
   *
   * @param event what came before
   */
  record Repeated(WebhookEvent event) implements WebhookEvent {}

  /**
   * An event of a kind that this version of the SDK does not know. Answer 202; there is nothing to
   * do.
   *
   * @param type its URI, up to 255 characters
   */
  record Unknown(String type) implements WebhookEvent {}
}

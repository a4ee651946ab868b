package vn.eid.webhook;

import java.time.Instant;
import java.util.Optional;
import vn.eid.consent.ConsentId;
import vn.eid.consent.EndCause;
import vn.eid.login.LoginSession;
import vn.eid.login.PushId;

/**
 * Something that the national systems told, checked: one record or class for each kind. Events hold
 * no personal data but pseudonyms: what changed is asked for afterwards, where you may ask.
 *
 * <p>The registry counts the states of each thing that it tells of, so that order is not left to
 * the network: see {@link Superseded}. STANDARD are the forms of the tokens and the names that the
 * kinds below say; all other names, and the counting, are ASSUMED.
 */
public sealed interface WebhookEvent {

  /**
   * A citizen's session has ended at the provider (đăng xuất; OpenID Connect Back-Channel Logout
   * 1.0, or the event {@code session-revoked} of OpenID CAEP 1.0): end your own sessions of theirs.
   * {@link vn.eid.login.LoginSessions#isLoggedOut} knows of it on all nodes. Immutable and
   * thread-safe.
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
   * A citizen has granted all that was asked ({@code urn:vn-eid:event:consent-granted}, ASSUMED).
   * The consent itself is {@link vn.eid.consent.Consents#find}'s to give: only its receipt proves
   * it.
   */
  record ConsentGranted(ConsentId consentId) implements WebhookEvent {}

  /**
   * A citizen has granted less than was asked, or takes a part of it back ({@code
   * urn:vn-eid:event:consent-narrowed}, ASSUMED). What is left, {@link
   * vn.eid.consent.Consents#find} tells; use no older {@link vn.eid.consent.Consent.Active}.
   */
  record ConsentNarrowed(ConsentId consentId) implements WebhookEvent {}

  /**
   * A consent is over, such as rút lại sự đồng ý ({@code urn:vn-eid:event:consent-ended}, ASSUMED).
   * By the registry's signature on the event that is proven. When you hold this, no node reads
   * under the consent any more, and each erases its sealed copies with its next look, unless the
   * consent was merely {@link EndCause#USED_UP}; what you copied elsewhere is yours to erase.
   *
   * @param at when it ended
   */
  record ConsentEnded(ConsentId consentId, EndCause cause, Instant at) implements WebhookEvent {}

  /**
   * How a citizen's tax code stands has changed ({@code urn:vn-eid:event:tax-status-changed},
   * ASSUMED): {@link vn.eid.tax.TaxLinks#status} tells.
   *
   * @param subject whose: {@link vn.eid.login.Identity#subject()}
   */
  record TaxStatusChanged(String subject) implements WebhookEvent {
    @Override
    public String toString() {
      return "TaxStatusChanged[…]";
    }
  }

  /**
   * Data of a citizen's identity has changed, such as the name or the residence ({@code
   * urn:vn-eid:event:identity-changed}, ASSUMED; it does not say what, as {@code
   * token-claims-change} of CAEP would). The next login or pull tells.
   *
   * @param subject whose: {@link vn.eid.login.Identity#subject()}
   */
  record IdentityChanged(String subject) implements WebhookEvent {
    @Override
    public String toString() {
      return "IdentityChanged[…]";
    }
  }

  /**
   * A citizen's account is locked (khóa tài khoản; {@code account-disabled} of OpenID RISC 1.0):
   * nobody logs in with it. Its sessions end too, each with an event of its own.
   *
   * @param subject whose: {@link vn.eid.login.Identity#subject()}
   */
  record AccountLocked(String subject) implements WebhookEvent {
    @Override
    public String toString() {
      return "AccountLocked[…]";
    }
  }

  /**
   * A citizen has the account back ({@code account-enabled} of OpenID RISC 1.0).
   *
   * @param subject whose: {@link vn.eid.login.Identity#subject()}
   */
  record AccountRecovered(String subject) implements WebhookEvent {
    @Override
    public String toString() {
      return "AccountRecovered[…]";
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
   * An event that came before, on whatever node. The registry delivers each at least once: again
   * where your answer was lost, or was none of the good ones. Answer 202. Do nothing where you did
   * what the first one asked for; where you failed to, do it now.
   *
   * @param event what came before
   */
  record Repeated(WebhookEvent event) implements WebhookEvent {}

  /**
   * An event that was overtaken: something newer about the same consent, case, batch, account,
   * identity or tax code was taken before, by the version that events carry, or where one carries
   * none by the times of both. Nothing is granted after an end, whatever its version. Answer 202;
   * there is nothing to do.
   *
   * @param event what came too late
   */
  record Superseded(WebhookEvent event) implements WebhookEvent {}

  /**
   * An event of a kind, or about somebody named in a way, that this version of the SDK does not
   * know. Answer 202; there is nothing to do unless you know it. Prints its type alone, without any
   * number of nine digits or more.
   *
   * @param type its URI, up to 255 characters
   * @param json all claims of the token (RFC 8417, section 2.2), checked as those of every event
   */
  record Unknown(String type, String json) implements WebhookEvent {
    @Override
    public String toString() {
      return "Unknown[" + type.replaceAll("[0-9]{9,}", "…") + "]";
    }
  }
}

package vn.eid.login;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A login by push that has begun: the citizen's phone shows it now. Show {@link #verificationCode},
 * and ask the citizen to approve only what shows the same. Immutable and thread-safe.
 */
public final class PushStart {
  private final PushId id;
  private final String verificationCode;
  private final Optional<URI> appLink;
  private final Instant answerBy;

  PushStart(PushId id, String verificationCode, Optional<URI> appLink, Instant answerBy) {
    this.id = id;
    this.verificationCode = verificationCode;
    this.appLink = appLink;
    this.answerBy = answerBy;
  }

  /** The handle to ask with. */
  public PushId id() {
    return id;
  }

  /**
   * Four digits that the phone shows too (mã xác minh). A citizen who sees others, or did not begin
   * a login, must decline: somebody else is trying to log in.
   */
  public String verificationCode() {
    return verificationCode;
  }

  /**
   * A link that opens the request in the e-ID app: on the phone itself as a link, beside it as a QR
   * code. Empty where the provider gives none (ASSUMED: the member {@code app_link}).
   */
  public Optional<URI> appLink() {
    return appLink;
  }

  /** Until when the citizen may answer. */
  public Instant answerBy() {
    return answerBy;
  }

  @Override
  public String toString() {
    return "PushStart[answerBy=" + answerBy + "]";
  }
}

package vn.eid.mock.state;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client asked for when it had a citizen's phone asked (OpenID Connect CIBA Core 1.0,
 * section 7.1), after every check.
 *
 * @param bindingMessage what the person sees both here and on the phone
 * @param life how long the citizen may take
 * @param notificationToken what the client wants to be pinged with; empty where it polls
 */
public record PushTerms(
    String clientId,
    String citizenId,
    Optional<String> bindingMessage,
    LoginTerms login,
    Duration life,
    Optional<String> notificationToken) {

  /** Masked: a log must not hold a citizen's number or a token. */
  @Override
  public String toString() {
    return "PushTerms[" + clientId + "]";
  }
}

package vn.eid.mock;

import java.net.URI;
import java.util.Optional;

/**
 * A request on a citizen's phone that nobody has decided yet. It holds what the tokens can be
 * fetched with; {@link #toString} shows nothing of it. Immutable, safe for use by several threads.
 */
public final class PendingPush {
  private final String authReqId;
  private final String citizenNumber;
  private final Optional<String> bindingMessage;
  private final URI appLink;

  PendingPush(
      String authReqId, String citizenNumber, Optional<String> bindingMessage, URI appLink) {
    this.authReqId = authReqId;
    this.citizenNumber = citizenNumber;
    this.bindingMessage = bindingMessage;
    this.appLink = appLink;
  }

  /** What {@link MockCitizen#approvePush} and {@link MockCitizen#declinePush} ask for. */
  public String authReqId() {
    return authReqId;
  }

  /** Whom the application asks, 12 digits that begin with 099. */
  public String citizenNumber() {
    return citizenNumber;
  }

  /** What the person is to see both in the application and on the phone, if it sent such a text. */
  public Optional<String> bindingMessage() {
    return bindingMessage;
  }

  /** The page of the server that plays the phone. */
  public URI appLink() {
    return appLink;
  }

  @Override
  public String toString() {
    return "PendingPush[099*********]";
  }
}

package vn.eid.login;

import java.nio.charset.StandardCharsets;
import vn.eid.InvalidRequestException;
import vn.eid.internal.jose.Hashes;

/**
 * The browser in front of which a login begins and must end. Make it of your own session's id: what
 * an HttpOnly cookie carries and nobody else can know. A callback that arrives in another browser
 * is refused, so a link to a finished login cannot be slipped to somebody (RFC 9700, section 4.7).
 *
 * <p>Only a hash of the id is kept. This class is immutable and thread-safe.
 */
public final class BrowserSession {
  private static final int MIN_LENGTH = 16;

  private final String binding;

  private BrowserSession(String binding) {
    this.binding = binding;
  }

  /**
   * The browser of a session id.
   *
   * @param sessionId at least 16 characters, random; such as a servlet session's id
   * @throws InvalidRequestException where it is shorter, because it could be guessed
   */
  public static BrowserSession of(String sessionId) {
    if (sessionId.length() < MIN_LENGTH) {
      throw new InvalidRequestException(
          "sessionId",
          "A browser session's id has at least 16 random characters; a shorter one can be guessed.");
    }
    return new BrowserSession(Hashes.sha256(sessionId.getBytes(StandardCharsets.UTF_8)));
  }

  /** The hash that ties a login to this browser. */
  String binding() {
    return binding;
  }

  @Override
  public String toString() {
    return "BrowserSession[…]";
  }
}

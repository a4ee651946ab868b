package vn.eid;

import java.net.URI;
import vn.eid.internal.http.SecureAddress;

/**
 * Which provider to speak to, and whether its people are real.
 *
 * <p>The two never mix: a sandbox takes synthetic citizen numbers only (prefix 099), production
 * takes none of them. This class is immutable and thread-safe.
 */
public final class Environment {
  private static final String REST = ", with a host and without user, query or fragment.";

  private final URI issuer;
  private final boolean sandbox;

  private Environment(URI issuer, boolean sandbox) {
    this.issuer = issuer;
    this.sandbox = sandbox;
  }

  /**
   * The real national systems.
   *
   * @param issuer the provider's issuer identifier, an https URL, character by character as it
   *     stands in its discovery document
   * @throws InvalidRequestException where it is no https URL, or has a query or fragment
   */
  public static Environment production(URI issuer) {
    if (!SecureAddress.isHttps(issuer)) {
      throw invalid("The issuer of production is an https URL" + REST);
    }
    return new Environment(withoutQuery(issuer), false);
  }

  /**
   * A sandbox or the mock server, with synthetic people.
   *
   * @param issuer an https URL, or plain http on this machine (localhost, 127.0.0.1, [::1])
   * @throws InvalidRequestException where it is neither, or has a query or fragment
   */
  public static Environment sandbox(URI issuer) {
    if (!SecureAddress.isHttps(issuer) && !SecureAddress.isOnThisMachine(issuer)) {
      throw invalid("The issuer of a sandbox is an https URL (http on this machine)" + REST);
    }
    return new Environment(withoutQuery(issuer), true);
  }

  /** The issuer identifier (OpenID Connect Discovery 1.0, section 3). */
  public URI issuer() {
    return issuer;
  }

  /** Whether the people are synthetic. */
  public boolean isSandbox() {
    return sandbox;
  }

  @Override
  public String toString() {
    return (sandbox ? "sandbox " : "production ") + issuer;
  }

  private static URI withoutQuery(URI issuer) {
    if (issuer.getRawQuery() != null) {
      throw invalid("An issuer is a URL without a query.");
    }
    return issuer;
  }

  private static InvalidRequestException invalid(String problem) {
    return new InvalidRequestException("issuer", problem);
  }
}

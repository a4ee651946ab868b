package vn.eid;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Which provider to speak to, and whether its people are real.
 *
 * <p>The two never mix: a sandbox takes synthetic citizen numbers only (prefix 099), production
 * takes none of them. This class is immutable and thread-safe.
 */
public final class Environment {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

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
    if (!"https".equals(scheme(issuer))) {
      throw invalid("The issuer of production is an https URL.");
    }
    return new Environment(checked(issuer), false);
  }

  /**
   * A sandbox or the mock server, with synthetic people.
   *
   * @param issuer an https URL, or plain http on this machine (localhost, 127.0.0.1, [::1])
   * @throws InvalidRequestException where it is neither, or has a query or fragment
   */
  public static Environment sandbox(URI issuer) {
    boolean local = "http".equals(scheme(issuer)) && isLoopback(issuer);
    if (!local && !"https".equals(scheme(issuer))) {
      throw invalid("The issuer of a sandbox is an https URL, or http on this machine only.");
    }
    return new Environment(checked(issuer), true);
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

  private static URI checked(URI issuer) {
    boolean plain =
        issuer.getRawQuery() == null
            && issuer.getRawFragment() == null
            && issuer.getRawUserInfo() == null
            && issuer.getHost() != null;
    if (!plain) {
      throw invalid("An issuer is a URL with a host and without user, query or fragment.");
    }
    return issuer;
  }

  private static boolean isLoopback(URI uri) {
    String host = uri.getHost();
    return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static InvalidRequestException invalid(String problem) {
    return new InvalidRequestException("issuer", problem);
  }
}

package vn.eid.internal.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which addresses are safe to send a secret or a person to. */
public final class SecureAddress {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private SecureAddress() {}

  /** An https address with a host, without a user and without a fragment. */
  public static boolean isHttps(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) && isPlain(uri);
  }

  /** The same over plain http on this machine. */
  public static boolean isOnThisMachine(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme())
        && isPlain(uri)
        && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
  }

  /** An https address; also plain http on this machine, where the issuer itself is that. */
  public static boolean isSafeFor(URI issuer, URI address) {
    return isHttps(address) || (isOnThisMachine(issuer) && isOnThisMachine(address));
  }

  private static boolean isPlain(URI uri) {
    return uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
  }
}

package vn.eid.mock;

import java.net.URI;
import java.util.List;

/** The redirect URIs that the demo client is registered with. */
final class RedirectUris {
  static final List<String> DEFAULTS =
      List.of("http://localhost/callback", "https://app.example/callback");

  private RedirectUris() {}

  // STANDARD: RFC 6749, section 3.1.2.
  static String check(String uri) {
    try {
      URI parsed = URI.create(uri);
      if (parsed.isAbsolute() && parsed.getHost() != null && parsed.getRawFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // The sentence below says it.
    }
    throw new IllegalArgumentException(
        "The redirect URI " + uri + " is not an absolute URI without a fragment.");
  }
}

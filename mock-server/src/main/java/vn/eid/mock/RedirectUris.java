package vn.eid.mock;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The addresses that the demo client is registered with. */
final class RedirectUris {
  static final List<String> DEFAULTS =
      List.of("http://localhost/callback", "https://app.example/callback");

  static final List<String> SIGNED_OUT =
      List.of("https://app.example/signed-out", "http://localhost:8080/signed-out");

  private RedirectUris() {}

  /** The list with one more address that a browser may be sent to. */
  static List<String> add(List<String> uris, String what, String uri) {
    List<String> more = new ArrayList<>(uris);
    more.add(check(what, uri));
    return List.copyOf(more);
  }

  // STANDARD: RFC 6749, section 3.1.2.
  private static String check(String what, String uri) {
    try {
      URI parsed = URI.create(uri);
      if (parsed.isAbsolute() && parsed.getHost() != null && parsed.getRawFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // The sentence below says it.
    }
    throw new IllegalArgumentException(
        "The " + what + " URI " + uri + " is not an absolute URI without a fragment.");
  }

  /** An address that the server itself posts to, from the command line. */
  static URI http(String uri) {
    try {
      return requireHttp(URI.create(uri));
    } catch (IllegalArgumentException e) {
      throw notHttp(uri);
    }
  }

  /** An address that the server itself posts to. */
  static URI requireHttp(URI uri) {
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getRawFragment() != null) {
      throw notHttp(uri.toString());
    }
    return uri;
  }

  private static IllegalArgumentException notHttp(String uri) {
    return new IllegalArgumentException(
        "The address " + uri + " is not an absolute http or https address without a fragment.");
  }
}

package vn.eid.mock.examine;

import java.util.List;
import vn.eid.mock.SeenRequest;

/** What the application is known to have fetched, and when: it decides what can be tried. */
final class Fetched {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String KEYS = "/jwks";
  private static final String TOKENS = "/token";

  private boolean discoveryAtStart;
  private boolean keysAtStart;
  private boolean keysEver;

  /** Remembers what came before the first trial. */
  void atStart(List<SeenRequest> requests) {
    discoveryAtStart = came(requests, DISCOVERY);
    keysAtStart = came(requests, KEYS);
    keysEver = keysAtStart;
  }

  /** Remembers what came during a visit. */
  void during(List<SeenRequest> requests) {
    keysEver = keysEver || came(requests, KEYS);
  }

  boolean discoveryAtStart() {
    return discoveryAtStart;
  }

  boolean keysAtStart() {
    return keysAtStart;
  }

  /** Whether it can check a signature of this provider at all. */
  boolean keysEver() {
    return keysEver;
  }

  static boolean askedForTokens(List<SeenRequest> requests) {
    return came(requests, TOKENS);
  }

  private static boolean came(List<SeenRequest> requests, String path) {
    return requests.stream().anyMatch(request -> request.path().equals(path));
  }
}

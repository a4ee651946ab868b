package vn.eid.mock.examine;

import vn.eid.mock.SeenRequest;

/** What the application must have asked for, or a fault is none to it. */
enum Need {
  NOTHING(""),
  LEVEL("the application demands no level; it would with acr_values"),
  AGE("the application does not say how fresh a login must be; it would with max_age");

  private final String missing;

  Need(String missing) {
    this.missing = missing;
  }

  /** Why the fault was not tried, and what would change that. */
  String missing() {
    return missing;
  }

  /** Whether a pushed authorization request asks for it. */
  boolean isMetBy(SeenRequest pushed) {
    return switch (this) {
      case NOTHING -> true;
      case LEVEL -> pushed.form("acr_values").isPresent() || demandsLevel(pushed);
      case AGE -> pushed.form("max_age").isPresent();
    };
  }

  private static boolean demandsLevel(SeenRequest pushed) {
    return pushed.form("claims").filter(claims -> claims.contains("\"acr\"")).isPresent();
  }
}

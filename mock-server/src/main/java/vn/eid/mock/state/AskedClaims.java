package vn.eid.mock.state;

import java.util.LinkedHashSet;
import java.util.Set;

/** The names in a {@code claims} parameter (OpenID Connect Core, section 5.5). */
public record AskedClaims(Set<String> idToken, Set<String> userinfo) {
  public static final AskedClaims NONE = new AskedClaims(Set.of(), Set.of());

  /** Every name, wherever it was asked for; the first named comes first. */
  public Set<String> all() {
    Set<String> all = new LinkedHashSet<>(idToken);
    all.addAll(userinfo);
    return all;
  }
}

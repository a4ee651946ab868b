package vn.eid.mock.endpoint;

import java.util.ArrayList;
import java.util.List;
import vn.eid.mock.state.LoginTerms;

/** What an application receives with a login, for the person who is to approve it. */
final class Shares {
  private Shares() {}

  /** The keys of the texts, each for one line. */
  static List<String> of(LoginTerms terms) {
    List<String> keys = new ArrayList<>();
    terms.claims().all().forEach(claim -> keys.add("claim." + claim));
    terms.scopes().stream()
        .filter(scope -> !scope.equals(LoginScopes.OPENID))
        .forEach(scope -> keys.add("scope." + scope));
    return List.copyOf(keys);
  }
}

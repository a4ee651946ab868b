package vn.eid.mock.endpoint;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.eid.mock.state.LoginTerms;

/** The {@code scope} and the {@code prompt} of a login: OpenID Connect Core, section 3.1.2.1. */
final class LoginScopes {
  static final String OPENID = "openid";

  private static final List<String> KNOWN = List.of(OPENID, LoginTerms.OFFLINE, Sandbox.SCOPE);
  private static final List<String> PROMPTS = List.of("none", "login", "consent");

  private LoginScopes() {}

  static Set<String> parse(Params form) {
    Set<String> scopes = words(form.required("scope"));
    if (!scopes.contains(OPENID)) {
      throw refusal("The scope has no openid; ", scopes);
    }
    for (String scope : scopes) {
      if (!KNOWN.contains(scope)) {
        throw refusal("The scope " + Quoted.of(scope) + " is not known here; ", scopes);
      }
    }
    return scopes;
  }

  private static Refusal refusal(String what, Set<String> scopes) {
    return Refusal.badRequest(
            "invalid_scope",
            what
                + "a login asks for openid, with offline_access or sandbox where it needs them, and"
                + " by the parameter claims for what is shared.")
        .comparing("openid, offline_access, sandbox", String.join(" ", scopes));
  }

  static Set<String> prompts(Params form) {
    Set<String> prompts = form.one("prompt").map(LoginScopes::words).orElse(Set.of());
    if (!PROMPTS.containsAll(prompts)) {
      throw Refusal.badRequest(
          "invalid_request", "The prompt may be none, login, or consent, and nothing else.");
    }
    if (prompts.contains("none") && prompts.size() > 1) {
      throw Refusal.badRequest("invalid_request", "The prompt none stands alone.");
    }
    return prompts;
  }

  /**
   * What is granted of the scopes that a browser login asks for. STANDARD: offline_access without
   * prompt=consent is ignored (OpenID Connect Core, section 11).
   */
  static Set<String> granted(Set<String> scopes, Set<String> prompts) {
    Set<String> granted = new LinkedHashSet<>(scopes);
    if (!prompts.contains("consent")) {
      granted.remove(LoginTerms.OFFLINE);
    }
    return Collections.unmodifiableSet(granted);
  }

  private static Set<String> words(String value) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(value.split(" ", -1))));
  }
}

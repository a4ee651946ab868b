package vn.eid.login;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.eid.internal.json.Fields;

/** What a login must come to, as it is kept while the citizen makes up their mind. */
final class StoredTerms {
  private StoredTerms() {}

  static Map<String, Object> of(LoginTerms terms) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("claims", terms.claims().stream().map(Claim::name).sorted().toList());
    content.put("scopes", terms.scopes());
    content.put("acr_values", terms.acrValues());
    terms.accountLevel().ifPresent(level -> content.put("account_level", level.name()));
    terms.signedInWithin().ifPresent(age -> content.put("max_age", age.toSeconds()));
    return content;
  }

  static LoginTerms read(Fields content) {
    Set<Claim> claims =
        content.texts("claims").stream().map(Claim::valueOf).collect(Collectors.toSet());
    return new LoginTerms(
        Set.copyOf(claims),
        content.texts("scopes"),
        content.texts("acr_values"),
        content.text("account_level").map(AccountLevel::valueOf),
        content.integer("max_age").map(Duration::ofSeconds));
  }
}

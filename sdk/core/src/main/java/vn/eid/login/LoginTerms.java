package vn.eid.login;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.eid.InvalidRequestException;
import vn.eid.internal.PlainWord;
import vn.eid.internal.json.Json;

/**
 * What a login asks for and what must come of it: the same in a browser and by push.
 *
 * @param acrValues one of these must be reached; none stands for any
 * @param signedInWithin how long ago the citizen may have been asked to prove who they are
 */
record LoginTerms(
    Set<Claim> claims,
    List<String> scopes,
    List<String> acrValues,
    Optional<AccountLevel> accountLevel,
    Optional<Duration> signedInWithin) {
  static final LoginTerms PLAIN =
      new LoginTerms(Set.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final String OFFLINE = "offline_access";

  LoginTerms asking(Claim... wanted) {
    Set<Claim> all = EnumSet.noneOf(Claim.class);
    all.addAll(claims);
    all.addAll(List.of(wanted));
    return new LoginTerms(Set.copyOf(all), scopes, acrValues, accountLevel, signedInWithin);
  }

  LoginTerms atLeast(AuthenticationLevel level) {
    // The lowest level that will do comes first: nobody is asked for a fingerprint without need.
    List<String> enough =
        Stream.of(AuthenticationLevel.values())
            .filter(other -> other.compareTo(level) >= 0)
            .map(AuthenticationLevel::acr)
            .toList();
    return new LoginTerms(claims, scopes, enough, accountLevel, signedInWithin);
  }

  LoginTerms atLeast(AccountLevel level) {
    return new LoginTerms(claims, scopes, acrValues, Optional.of(level), signedInWithin);
  }

  LoginTerms signedInWithin(Duration age) {
    if (age.isNegative() || age.compareTo(LONGEST) > 0) {
      throw new InvalidRequestException("signedInWithin", "A duration is from zero to a year.");
    }
    return new LoginTerms(claims, scopes, acrValues, accountLevel, Optional.of(age));
  }

  LoginTerms withScopes(String... wanted) {
    for (String scope : wanted) {
      // RFC 6749, section 3.3.
      if (!PlainWord.is(scope, 200)) {
        throw new InvalidRequestException(
            "scopes", "A scope is one word of plain characters; pass several words one by one.");
      }
    }
    List<String> all = Stream.concat(scopes.stream(), Stream.of(wanted)).distinct().toList();
    return new LoginTerms(claims, all, acrValues, accountLevel, signedInWithin);
  }

  LoginTerms satisfying(StepUp demand) {
    return new LoginTerms(
        claims,
        scopes,
        levels(demand.acrValues()),
        accountLevel,
        Stream.concat(demand.signedInWithin().stream(), signedInWithin.stream())
            .min(Comparator.naturalOrder()));
  }

  /** An API may ask for more than the application does, and never for less. */
  private List<String> levels(List<String> demanded) {
    if (acrValues.isEmpty()) {
      return demanded;
    }
    List<String> both = acrValues.stream().filter(demanded::contains).toList();
    return both.isEmpty() ? acrValues : both;
  }

  /** The parameters that say all this, at either endpoint that begins a login. */
  Map<String, String> parameters() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put(
        "scope", String.join(" ", Stream.concat(Stream.of("openid"), scopes.stream()).toList()));
    if (scopes.contains(OFFLINE)) {
      // OpenID Connect Core, section 11: without it the provider must ignore the scope.
      form.put("prompt", "consent");
    }
    signedInWithin.ifPresent(age -> form.put("max_age", Long.toString(age.toSeconds())));
    if (!claims.isEmpty() || !acrValues.isEmpty()) {
      form.put("claims", claimsParameter());
    }
    return form;
  }

  /**
   * The claims parameter (OpenID Connect Core, section 5.5): personal claims in the id token, to
   * save a round trip; the level as an essential claim, so that the provider refuses rather than
   * answer with less (section 5.5.1.1).
   */
  private String claimsParameter() {
    Map<String, Object> userinfo = new LinkedHashMap<>();
    claims.stream()
        .sorted()
        .forEach(claim -> userinfo.put(claim.wireName(), Map.of("essential", true)));
    Map<String, Object> idToken = new LinkedHashMap<>(userinfo);
    if (!acrValues.isEmpty()) {
      idToken.put("acr", Map.of("essential", true, "values", acrValues));
    }
    return Json.text(Map.of("id_token", idToken, "userinfo", userinfo));
  }
}

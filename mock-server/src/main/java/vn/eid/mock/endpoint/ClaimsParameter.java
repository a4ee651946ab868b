package vn.eid.mock.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.eid.mock.state.AskedClaims;

/** The {@code claims} parameter of a login: OpenID Connect Core, section 5.5. */
final class ClaimsParameter {
  private static final List<String> MEMBERS = List.of("id_token", "userinfo");
  private static final List<String> NAMES = List.of("name", "birthdate", "gender", "citizen_id");
  // Each id token holds them: asking for them says what they ought to be. ASSUMED: account_level.
  private static final List<String> ALWAYS = List.of("acr", "account_level");

  private ClaimsParameter() {}

  static AskedClaims parse(Params form) {
    Optional<JsonNode> claims = object(form);
    if (claims.isEmpty()) {
      return AskedClaims.NONE;
    }
    claims.get().fieldNames().forEachRemaining(ClaimsParameter::requireMember);
    Set<String> idToken = names(claims.get().path("id_token"), ALWAYS);
    return new AskedClaims(idToken, names(claims.get().path("userinfo"), List.of()));
  }

  /** What is asked of the id token; a missing node where nothing is. */
  static JsonNode idToken(Params form) {
    return object(form).map(claims -> claims.path("id_token")).orElse(MissingNode.getInstance());
  }

  private static Optional<JsonNode> object(Params form) {
    try {
      return form.one("claims").map(json -> Json.object(json.getBytes(StandardCharsets.UTF_8)));
    } catch (Refusal e) {
      throw refusal("The claims parameter is not a JSON object.");
    }
  }

  private static void requireMember(String member) {
    if (!MEMBERS.contains(member)) {
      throw refusal("The claims parameter has the member " + Quoted.of(member) + ".");
    }
  }

  // ASSUMED: OpenID Connect lets a provider ignore a claim that it does not know. This one refuses,
  // because a misspelt name would otherwise only show as a claim that never comes.
  private static Set<String> names(JsonNode asked, List<String> always) {
    if (asked.isMissingNode()) {
      return Set.of();
    }
    if (!asked.isObject()) {
      throw refusal("A member of the claims parameter is not a JSON object.");
    }
    Set<String> names = new LinkedHashSet<>();
    asked
        .properties()
        .forEach(
            claim -> {
              if (!NAMES.contains(claim.getKey()) && !always.contains(claim.getKey())) {
                throw refusal("There is no claim " + Quoted.of(claim.getKey()) + " to ask for.");
              }
              if (!claim.getValue().isNull() && !claim.getValue().isObject()) {
                throw refusal("A claim is asked for with null or with a JSON object.");
              }
              names.add(claim.getKey());
            });
    always.forEach(names::remove);
    return names;
  }

  private static Refusal refusal(String sentence) {
    return Refusal.badRequest("invalid_request", sentence);
  }
}

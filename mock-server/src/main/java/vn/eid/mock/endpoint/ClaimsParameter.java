package vn.eid.mock.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.eid.mock.state.AskedClaims;

/** The {@code claims} parameter of a pushed request: OpenID Connect Core, section 5.5. */
final class ClaimsParameter {
  private static final List<String> NAMES = List.of("name", "birthdate", "gender", "citizen_id");

  private ClaimsParameter() {}

  static AskedClaims parse(Params form) {
    return form.one("claims").map(ClaimsParameter::parse).orElse(AskedClaims.NONE);
  }

  private static AskedClaims parse(String json) {
    JsonNode claims;
    try {
      claims = Json.object(json.getBytes(StandardCharsets.UTF_8));
    } catch (Refusal e) {
      throw refusal("The claims parameter is not a JSON object.");
    }
    claims
        .fieldNames()
        .forEachRemaining(
            member -> {
              if (!member.equals("id_token") && !member.equals("userinfo")) {
                throw refusal("The claims parameter has the member " + Quoted.of(member) + ".");
              }
            });
    return new AskedClaims(names(claims.path("id_token")), names(claims.path("userinfo")));
  }

  // ASSUMED: OpenID Connect lets a provider ignore a claim that it does not know. This one refuses,
  // because a misspelt name would otherwise only show as a claim that never comes.
  private static Set<String> names(JsonNode asked) {
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
              if (!NAMES.contains(claim.getKey())) {
                throw refusal("There is no claim " + Quoted.of(claim.getKey()) + " to ask for.");
              }
              if (!claim.getValue().isNull() && !claim.getValue().isObject()) {
                throw refusal("A claim is asked for with null or with a JSON object.");
              }
              names.add(claim.getKey());
            });
    return names;
  }

  private static Refusal refusal(String sentence) {
    return Refusal.badRequest("invalid_request", sentence);
  }
}

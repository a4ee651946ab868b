package vn.eid.mock.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.AccessTokens;
import vn.eid.mock.state.AskedClaims;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.DataGrant;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;

/** A token for one data set of one consent, named by authorization_details: RFC 9396. */
final class ConsentedDataGrant implements TokenGrant {
  /** ASSUMED: the type is ours; no national one is public. */
  static final String TYPE = "vn_consented_data";

  private static final Set<String> MEMBERS = Set.of("type", "consent_id", "data_set", "pull");

  private final MockState state;
  private final DataGrants consents;

  ConsentedDataGrant(MockState state, DataGrants consents) {
    this.state = state;
    this.consents = consents;
  }

  @Override
  public Map<String, Object> tokens(Client client, String jkt, Exchange exchange) {
    Params form = exchange.form();
    if (form.one("scope").isPresent()) {
      throw Refusal.badRequest(
          "invalid_request", "Ask for a scope or for authorization_details, not for both.");
    }
    DataGrant grant = grant(client, detail(form.required("authorization_details")));
    AccessToken token = token(client, jkt, grant);
    state.tokens().issue(token);
    Map<String, Object> members = TokenMembers.of(token);
    members.put(
        "authorization_details",
        List.of(
            Map.of(
                "type",
                TYPE,
                "consent_id",
                grant.consentId(),
                "data_set",
                grant.dataSet(),
                "pull",
                grant.pull())));
    return members;
  }

  private AccessToken token(Client client, String jkt, DataGrant grant) {
    return new AccessToken(
        Secrets.random(),
        client.id(),
        jkt,
        Set.of(),
        Optional.empty(),
        Optional.of(grant),
        AskedClaims.NONE,
        state.clock().instant().plus(AccessTokens.LIFE));
  }

  private DataGrant grant(Client client, JsonNode detail) {
    Optional<String> pull =
        detail.has("pull") ? Optional.of(text(detail, "pull")) : Optional.empty();
    return consents.grant(client.id(), text(detail, "consent_id"), text(detail, "data_set"), pull);
  }

  // STANDARD: RFC 9396, section 5: an unknown type, an unknown member or a missing one is refused.
  private static JsonNode detail(String json) {
    JsonNode details = parse(json);
    if (!details.isArray() || details.size() != 1) {
      throw refusal("The authorization_details are not a JSON array of exactly one object.");
    }
    JsonNode detail = details.get(0);
    if (!detail.path("type").asText("").equals(TYPE)) {
      throw refusal("The type in authorization_details must be " + TYPE + ".");
    }
    detail
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!MEMBERS.contains(name)) {
                throw refusal("The authorization_details have the member " + Quoted.of(name) + ".");
              }
            });
    return detail;
  }

  private static JsonNode parse(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw refusal("The authorization_details are not JSON.");
    }
  }

  private static String text(JsonNode detail, String name) {
    JsonNode node = detail.path(name);
    if (!node.isTextual() || node.textValue().isEmpty() || node.textValue().length() > 256) {
      throw refusal("The authorization_details need a " + name + " that is a string.");
    }
    return node.textValue();
  }

  private static Refusal refusal(String sentence) {
    return Refusal.badRequest("invalid_authorization_details", sentence);
  }
}

package vn.eid.mock.endpoint;

import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import vn.eid.mock.fault.RegistrationFaults;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;

/**
 * Shows anybody the public keys that are registered for a client, so that its owner can compare
 * them with the own ones. ASSUMED: what a client uploads, or lets be fetched from its {@code
 * jwks_uri}, has no address at the authority in any standard.
 */
final class ClientKeys implements Endpoint {
  static final String PATH = "/clients/keys";

  private final MockState state;
  private final RegistrationFaults registrations;

  ClientKeys(MockState state) {
    this.state = state;
    this.registrations = new RegistrationFaults(state.faults(), state.keys());
  }

  @Override
  public Reply answer(Exchange exchange) {
    exchange.query().only("client_id");
    String clientId = exchange.query().required("client_id");
    Client client =
        state
            .clients()
            .find(clientId)
            .orElseThrow(
                () ->
                    Refusal.of(
                        404,
                        "client_not_found",
                        "The client " + Quoted.of(clientId) + " is not registered here."));
    return Reply.json(200, Map.of("keys", publicHalves(registrations.shown(client))));
  }

  // A test may have registered a whole key pair.
  private static List<Map<String, Object>> publicHalves(JsonWebKeySet keys) {
    return keys.getJsonWebKeys().stream()
        .map(key -> key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
        .toList();
  }
}

package vn.eid.benchmarks.mock;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.eid.benchmarks.WireRequest;

/** Tokens of Keycloak, for a client that shows its secret, or proves itself by its key. */
final class KeycloakTokenLoad implements MockLoad {
  // It takes none that is good for longer.
  private static final Duration LIFE = Duration.ofSeconds(55);

  private final String label;
  private final Credentials credentials;

  /** What the client sends of itself; another one with each request. */
  @FunctionalInterface
  private interface Credentials {
    Map<String, String> of(URI issuer) throws JOSEException;
  }

  private KeycloakTokenLoad(String label, Credentials credentials) {
    this.label = label;
    this.credentials = credentials;
  }

  static KeycloakTokenLoad withSecret(String clientId, String secret) {
    Map<String, String> fields = Map.of("client_id", clientId, "client_secret", secret);
    return new KeycloakTokenLoad("tokens", unused -> fields);
  }

  static KeycloakTokenLoad withKey(String clientId, JWK key) throws JOSEException {
    ClientProof proof = new ClientProof(clientId, TokenKeys.EC, key, LIFE);
    return new KeycloakTokenLoad(
        "tokens, client with " + TokenKeys.EC.algorithm(), issuer -> proof.fields(issuer));
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public List<byte[]> requests(URI issuer, int count) throws JOSEException {
    URI url = URI.create(issuer + "/protocol/openid-connect/token");
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, String> form = new HashMap<>(credentials.of(issuer));
      form.put("grant_type", "client_credentials");
      requests.add(WireRequest.post(url, Map.of(), form));
    }
    return requests;
  }
}

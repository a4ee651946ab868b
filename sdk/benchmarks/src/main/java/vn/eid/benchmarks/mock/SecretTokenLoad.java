package vn.eid.benchmarks.mock;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import vn.eid.benchmarks.WireRequest;

/**
 * Tokens for a client that shows a secret, which is not looked at: as mock-oauth2-server has it.
 */
final class SecretTokenLoad implements MockLoad {

  @Override
  public String label() {
    return "tokens";
  }

  @Override
  public List<byte[]> requests(URI issuer, int count) {
    byte[] request =
        WireRequest.post(
            URI.create(issuer + "/token"),
            Map.of(),
            Map.of(
                "grant_type", "client_credentials",
                "scope", "consent",
                "client_id", "demo-client",
                "client_secret", "whatever"));
    return Collections.nCopies(count, request);
  }
}

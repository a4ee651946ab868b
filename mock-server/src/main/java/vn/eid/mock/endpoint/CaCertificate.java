package vn.eid.mock.endpoint;

import java.nio.charset.StandardCharsets;
import vn.eid.mock.state.MockState;

/**
 * Hands out the certificate that an application on this machine has to trust, where the server
 * speaks HTTPS, in PEM (RFC 8555, section 9.1, for the media type).
 */
final class CaCertificate implements Endpoint {
  private final MockState state;

  CaCertificate(MockState state) {
    this.state = state;
  }

  @Override
  public Reply answer(Exchange exchange) {
    String pem =
        state
            .caCertificate()
            .orElseThrow(() -> Refusal.of(404, "no_https", "This server speaks HTTP, not HTTPS."));
    return Reply.typed(
        200, "application/pem-certificate-chain", pem.getBytes(StandardCharsets.US_ASCII));
  }
}

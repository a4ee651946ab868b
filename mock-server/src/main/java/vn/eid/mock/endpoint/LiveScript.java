package vn.eid.mock.endpoint;

import java.io.IOException;
import java.io.InputStream;

/** {@code GET /inspector/live.js}: what the inspector can do without, and is nicer with. */
final class LiveScript implements Endpoint {
  static final String PATH = "/inspector/live.js";

  private final byte[] script = read();

  private static byte[] read() {
    try (InputStream in = LiveScript.class.getResourceAsStream("/vn/eid/mock/page/live.js")) {
      if (in != null) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new IllegalStateException("The mock's own script cannot be read.", e);
    }
    throw new IllegalStateException("The mock's own script is not in its jar.");
  }

  @Override
  public Reply answer(Exchange exchange) {
    return Reply.typed(200, "text/javascript; charset=utf-8", script)
        .with("Cache-Control", "no-cache")
        .with("X-Content-Type-Options", "nosniff")
        .with("Cross-Origin-Resource-Policy", "same-origin");
  }
}

package vn.eid.benchmarks.login;

import java.io.IOException;
import java.net.URI;
import vn.eid.benchmarks.KeptConnection;
import vn.eid.benchmarks.WireRequest;

/**
 * Somebody's browser at the mock server, which agrees in their place: one request, one redirect.
 */
public final class Browser implements AutoCloseable {
  private final KeptConnection connection;

  Browser(URI issuer) throws IOException {
    connection = new KeptConnection(issuer);
  }

  /** Where the page sends the browser. */
  URI visit(URI page) throws IOException {
    KeptConnection.Answer answer = connection.send(WireRequest.get(page));
    String location = answer.headers().get("location");
    if (location == null) {
      throw new IOException(answer.status() + " " + answer.body());
    }
    return URI.create(location);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}

package vn.eid.mock.state;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where the demo client is reached, besides its redirect URIs. What a test changes goes back to
 * what the server was started with at a reset. Safe for use by threads.
 */
public final class ClientAddresses {

  /**
   * What a client registers.
   *
   * @param signedOut where a browser may go after a logout
   * @param pushes where the client is pinged; empty where it polls
   * @param logouts where the client is told of a logout; empty where it is not
   * @param events where the client is told what the registry did; empty where it is not
   */
  public record Registered(
      List<String> signedOut, Optional<URI> pushes, Optional<URI> logouts, Optional<URI> events) {}

  private final Registered atStart;
  private volatile Registered now;

  public ClientAddresses(Registered atStart) {
    this.atStart = atStart;
    this.now = atStart;
  }

  /** The addresses to which a browser may be sent after a logout; equal in every character. */
  public List<String> signedOut(String clientId) {
    return isDemo(clientId) ? now.signedOut() : List.of();
  }

  /** Where a client is pinged when a citizen has decided; empty for a client that polls. */
  public Optional<URI> pushes(String clientId) {
    return isDemo(clientId) ? now.pushes() : Optional.empty();
  }

  /** Where a client is told that a session has ended; empty for one that is not told. */
  public Optional<URI> logouts(String clientId) {
    return isDemo(clientId) ? now.logouts() : Optional.empty();
  }

  /** Where a client is told what the registry did; empty for one that is not told. */
  public Optional<URI> events(String clientId) {
    return isDemo(clientId) ? now.events() : Optional.empty();
  }

  public synchronized void notifyPushesAt(URI uri) {
    now = new Registered(now.signedOut(), Optional.of(uri), now.logouts(), now.events());
  }

  public synchronized void deliverLogoutTo(URI uri) {
    now = new Registered(now.signedOut(), now.pushes(), Optional.of(uri), now.events());
  }

  public synchronized void deliverEventsTo(URI uri) {
    now = new Registered(now.signedOut(), now.pushes(), now.logouts(), Optional.of(uri));
  }

  synchronized void reset() {
    now = atStart;
  }

  private static boolean isDemo(String clientId) {
    return clientId.equals(DemoClient.ID);
  }
}

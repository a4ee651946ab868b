package vn.eid.mock.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * The registered applications. They stay across resets, as they would at the authority; only the
 * demo client is again what it was at the start.
 */
public final class Clients {
  private final DemoClient demo;
  private final Map<String, Client> byId = new ConcurrentHashMap<>();

  public Clients(DemoClient demo) {
    this.demo = demo;
    register(demo.client());
  }

  public DemoClient demo() {
    return demo;
  }

  public void register(Client client) {
    byId.put(client.id(), client);
  }

  /**
   * Registers other keys for the demo client, in the place of all that it had, until {@link
   * #reset}.
   *
   * @throws IllegalArgumentException if none of them is one to encrypt for, though something is to
   *     be
   */
  public void registerDemoKeys(JsonWebKeySet keys) {
    byId.computeIfPresent(demo.client().id(), (id, client) -> client.withKeys(keys));
  }

  public Optional<Client> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The ids of all that are registered. */
  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  void reset() {
    register(demo.client());
  }
}

package vn.eid.mock.state;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The registered applications. They stay across resets, as they would at the authority. */
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

  public Optional<Client> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}

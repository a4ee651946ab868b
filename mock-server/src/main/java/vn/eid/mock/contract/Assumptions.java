package vn.eid.mock.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Route;

/**
 * Refuses, where a test asks for it, what relies on an assumption about the national systems. Safe
 * for use by threads.
 */
public final class Assumptions {
  private final Set<String> relied = new LinkedHashSet<>();
  private volatile boolean forbidden;

  /** From now on, until {@link #allow}. */
  public void forbid() {
    forbidden = true;
  }

  public synchronized void allow() {
    forbidden = false;
    relied.clear();
  }

  /** What was relied on since {@link #forbid}, one sentence each. */
  public synchronized List<String> relied() {
    return List.copyOf(relied);
  }

  /**
   * Looks at a request before it is answered.
   *
   * @throws Refusal 501 {@code assumed}
   */
  public void check(Route route, Exchange exchange) {
    if (!forbidden) {
      return;
    }
    Behaviour.of(route).stream()
        .filter(behaviour -> behaviour.fidelity() == Fidelity.ASSUMED)
        .filter(behaviour -> behaviour.when().of(exchange))
        .findFirst()
        .ifPresent(
            assumed -> {
              throw refusal(route, assumed);
            });
  }

  private synchronized Refusal refusal(Route route, Behaviour assumed) {
    relied.add(
        route.method()
            + " "
            + route.pattern()
            + " ("
            + assumed.id()
            + ": "
            + assumed.behaviour()
            + ")");
    return Refusal.of(
        501,
        "assumed",
        "Nothing that is public says that the national systems do this; see "
            + assumed.id()
            + " at /fidelity.");
  }
}

package vn.eid.mock.endpoint;

import java.util.Set;
import vn.eid.mock.fault.Faults;
import vn.eid.mock.fault.TransportFaults;
import vn.eid.mock.state.MockState;

/**
 * Stands before each route: says what an exchange is about where a fault is aimed at somebody, and
 * has the faults of transport strike what applications call. The mock's own doors and the pages of
 * citizens are never struck by those.
 */
final class InScene implements Endpoint {
  private static final Set<String> SERVICES =
      Set.of(
          ".well-known",
          "jwks",
          "par",
          "ciba",
          "token",
          "userinfo",
          "revocation",
          "clients",
          "registry",
          "consent",
          "fhir",
          "events",
          "citizen-data",
          "tax",
          "population",
          "sandbox");

  private final MockState state;
  private final Faults faults;
  private final Route route;
  private final Endpoint struck;

  InScene(MockState state, Route route) {
    this.state = state;
    this.faults = state.faults();
    this.route = route;
    this.struck =
        isService(route) ? new TransportFaults(faults, route.endpoint()) : route.endpoint();
  }

  @Override
  public void checkSize(int bytes) {
    struck.checkSize(bytes);
  }

  @Override
  public Reply answer(Exchange exchange) {
    // Nothing is looked up where it would not matter.
    return faults.areAimed()
        ? faults.in(
            new SceneReader(state, exchange, route.pattern()).scene(),
            () -> struck.answer(exchange))
        : struck.answer(exchange);
  }

  private static boolean isService(Route route) {
    return route.errors() != ErrorStyle.PAGE && SERVICES.contains(route.pattern().split("/", 3)[1]);
  }
}

package vn.eid.mock;

import java.io.PrintStream;
import vn.eid.mock.state.Citizen;

/** What the command line says after the start. */
final class Greeting {
  private Greeting() {}

  static void print(EidMock mock, PrintStream out) {
    out.println("eid mock server: synthetic people, not the national system.");
    out.println();
    out.println("  issuer      " + mock.issuer());
    out.println("  client id   " + mock.clientId());
    out.println("  client key  " + mock.issuer() + "/__admin/eid/client (this machine only)");
    out.println();
    for (Citizen citizen : mock.state().citizens().all()) {
      out.printf("  %s  %-20s  %s%n", citizen.id(), citizen.name(), citizen.why().en());
    }
    out.println();
    out.println("Stop it with Ctrl+C.");
  }
}

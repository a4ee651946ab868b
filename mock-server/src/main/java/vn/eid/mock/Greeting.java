package vn.eid.mock;

import java.io.PrintStream;
import java.text.Normalizer;
import vn.eid.mock.contract.Fidelity;
import vn.eid.mock.door.AdminDoor;
import vn.eid.mock.state.Citizen;

/** What the command line says after the start. */
final class Greeting {
  private Greeting() {}

  static void print(EidMock mock, boolean adminDoorOpen, PrintStream out) {
    out.println("eid mock server: synthetic people, not the national system.");
    out.println();
    out.println("  issuer      " + mock.issuer());
    out.println("  client id   " + mock.clientId());
    out.println("  client key  " + mock.issuer() + AdminDoor.PATH + "/client");
    out.println("  for tests   " + mock.issuer() + AdminDoor.PATH + whoMay(adminDoorOpen));
    for (String uri : mock.state().clients().demo().client().redirectUris()) {
      out.println("  redirect    " + uri + " (--redirect-uri registers others)");
    }
    out.println("  phones      " + mock.issuer() + "/phone (what waits for the citizens there)");
    mock.state()
        .caCertificate()
        .ifPresent(
            unused ->
                out.println("  certificate " + mock.issuer() + AdminDoor.PATH + "/ca (trust it)"));
    out.println("  inspector   " + mock.issuer() + "/inspector (what happened, and why)");
    out.println("  consents    " + mock.issuer() + "/my (who may read a citizen's data)");
    out.println();
    out.println(Fidelity.summary() + ": " + mock.issuer() + "/fidelity");
    out.println();
    for (Citizen citizen : mock.state().citizens().all()) {
      out.printf("  %s  %-20s  %s%n", citizen.id(), composed(citizen.name()), citizen.why().en());
    }
    out.println();
    out.println("Stop it with Ctrl+C. Each refused request is told below, with the reason.");
  }

  private static String whoMay(boolean adminDoorOpen) {
    return adminDoorOpen
        ? " OPEN TO ALL WHO REACH THIS ADDRESS: they have the client key and decide for everybody"
        : " (this machine only)";
  }

  /** A decomposed name has more characters than it shows, and would break the column. */
  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}

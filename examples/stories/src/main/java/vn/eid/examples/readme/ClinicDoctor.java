package vn.eid.examples.readme;

import java.io.PrintStream;
import java.net.URI;
import vn.eid.EidClient;
import vn.eid.diagnosis.Diagnosis;

/** The diagnosis of the README, as it compiles. */
public final class ClinicDoctor {
  private ClinicDoctor() {}

  /** Prints what is wrong, if anything is. */
  public static void examine(EidClient eid, URI callback, PrintStream out) {
    // readme:begin
    Diagnosis diagnosis = eid.diagnose(callback);
    if (!diagnosis.isHealthy()) {
      out.println(diagnosis); // what is wrong, what to do, and who must do it
    }
    // readme:end
  }
}

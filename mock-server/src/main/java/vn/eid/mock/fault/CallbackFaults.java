package vn.eid.mock.fault;

import java.util.List;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Secrets;

/** Changes the parameters of the return from a login. */
public final class CallbackFaults {
  /** One parameter; a name may stand in several. */
  public record Parameter(String name, String value) {}

  private final Faults faults;

  public CallbackFaults(Faults faults) {
    this.faults = faults;
  }

  /** Changes the list in place. */
  public void apply(List<Parameter> parameters) {
    if (faults.fires(Fault.CALLBACK_WITHOUT_ISS)) {
      parameters.removeIf(parameter -> parameter.name().equals("iss"));
    }
    if (faults.fires(Fault.CALLBACK_WRONG_ISS)) {
      replace(parameters, "iss", "https://other.example");
    }
    if (faults.fires(Fault.CALLBACK_WRONG_STATE)) {
      replace(parameters, "state", Secrets.random());
    }
    if (faults.fires(Fault.CALLBACK_TWO_CODES)) {
      parameters.add(new Parameter("code", Secrets.random()));
    }
  }

  private static void replace(List<Parameter> parameters, String name, String value) {
    parameters.replaceAll(
        parameter -> parameter.name().equals(name) ? new Parameter(name, value) : parameter);
  }
}

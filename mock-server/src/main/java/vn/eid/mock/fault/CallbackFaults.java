package vn.eid.mock.fault;

import java.util.List;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Secrets;

/** Changes the parameters of the return from a login. */
public final class CallbackFaults {
  /** One parameter; a name may stand in several. */
  public record Parameter(String name, String value) {}

  private static final Parameter DENIED = new Parameter("error", "access_denied");
  private static final String OTHER_ISSUER = "https://other.example";

  private final Faults faults;

  public CallbackFaults(Faults faults) {
    this.faults = faults;
  }

  /** Changes the list in place. */
  public void apply(List<Parameter> parameters) {
    if (faults.fires(Fault.CALLBACK_WITHOUT_ISS)) {
      remove(parameters, "iss");
    }
    if (faults.fires(Fault.CALLBACK_WRONG_ISS)) {
      replace(parameters, "iss", OTHER_ISSUER);
    }
    if (faults.fires(Fault.CALLBACK_WRONG_STATE)) {
      replace(parameters, "state", Secrets.random());
    }
    if (faults.fires(Fault.CALLBACK_TWO_CODES)) {
      parameters.add(new Parameter("code", Secrets.random()));
    }
    if (faults.fires(Fault.CALLBACK_WITHOUT_STATE)) {
      remove(parameters, "state");
    }
    boolean hasCode = parameters.stream().anyMatch(parameter -> parameter.name().equals("code"));
    if (hasCode && faults.fires(Fault.CALLBACK_WITHOUT_CODE)) {
      remove(parameters, "code");
    }
    if (hasCode && faults.fires(Fault.CALLBACK_CODE_AND_ERROR)) {
      parameters.add(DENIED);
    }
    applyToErrors(parameters);
  }

  private void applyToErrors(List<Parameter> parameters) {
    if (faults.fires(Fault.CALLBACK_ERROR_WRONG_STATE)) {
      deny(parameters);
      replace(parameters, "state", Secrets.random());
    }
    if (faults.fires(Fault.CALLBACK_ERROR_WITHOUT_ISS)) {
      deny(parameters);
      remove(parameters, "iss");
    }
    if (faults.fires(Fault.CALLBACK_ERROR_WRONG_ISS)) {
      deny(parameters);
      replace(parameters, "iss", OTHER_ISSUER);
    }
  }

  private static void deny(List<Parameter> parameters) {
    remove(parameters, "code");
    remove(parameters, "error");
    parameters.add(DENIED);
  }

  private static void remove(List<Parameter> parameters, String name) {
    parameters.removeIf(parameter -> parameter.name().equals(name));
  }

  private static void replace(List<Parameter> parameters, String name, String value) {
    parameters.replaceAll(
        parameter -> parameter.name().equals(name) ? new Parameter(name, value) : parameter);
  }
}

package vn.eid.mock.fault;

import java.util.List;
import java.util.Map;
import vn.eid.mock.Fault;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.state.MockState;

/** Changes what an answer of the tax registry is about. */
public final class TaxFaults {
  // Never a code of anybody's: the annex ends at 10.
  private static final String NO_STATUS = "77";
  private static final String NO_CASE = "TX-2020-999999";

  private final MockState state;

  public TaxFaults(MockState state) {
    this.state = state;
  }

  /** The answer to a link; the registry keeps the genuine one under its idempotency key. */
  public Reply answer(Reply own) {
    if (fires(Fault.TAX_LINK_MISMATCH)) {
      return Reply.json(200, Map.of("result", "mismatch", "fields", List.of("full_name")));
    }
    return fires(Fault.TAX_LINK_UNKNOWN_RESULT)
        ? Reply.json(200, Map.of("result", "postponed"))
        : own;
  }

  /** The tax code that somebody was linked to. */
  public String linkedCode(String own) {
    return fires(Fault.TAX_LINK_OTHER_CITIZEN) ? another(own) : own;
  }

  /** The tax code that an answer says it is about. */
  public String askedCode(String own) {
    return fires(Fault.TAX_STATUS_OTHER_CODE) ? another(own) : own;
  }

  /** The code of a status. */
  public String status(String own) {
    return fires(Fault.TAX_STATUS_UNKNOWN_CODE) ? NO_STATUS : own;
  }

  /** The case that an answer says it is about. */
  public String caseNumber(String own) {
    return fires(Fault.TAX_CASE_OTHER_NUMBER) ? NO_CASE : own;
  }

  private boolean fires(Fault fault) {
    return state.faults().fires(fault);
  }

  private String another(String own) {
    return OtherCitizen.than(state, own);
  }
}

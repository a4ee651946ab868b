package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.eid.mock.state.WithheldReason;

/**
 * Says why less is returned than was asked for: a FHIR R4 OperationOutcome beside the matches
 * (section 3.1.1.1). ASSUMED: the reasons, and that they are counted.
 */
final class Outcome {
  private static final String REASON = "urn:eid:withheld-reason";
  private static final String COUNT = "urn:eid:withheld-count";

  private Outcome() {}

  static ObjectNode of(String id, List<Shown.Left> left) {
    ObjectNode outcome = Resource.object().put("resourceType", "OperationOutcome").put("id", id);
    outcome.set("text", Narrative.of(left.stream().map(one -> one.reason().text()).toList()));
    ArrayNode issues = outcome.putArray("issue");
    left.forEach(one -> issues.add(issue(one)));
    return outcome;
  }

  private static ObjectNode issue(Shown.Left left) {
    ObjectNode issue = Resource.object();
    if (left.count() > 0) {
      issue
          .putArray("extension")
          .addObject()
          .put("url", COUNT)
          .put("valueUnsignedInt", left.count());
    }
    boolean lost = left.reason() == WithheldReason.SOURCE_UNREACHABLE;
    issue.put("severity", "information").put("code", lost ? "incomplete" : "suppressed");
    issue.set(
        "details",
        Concept.of(REASON, left.reason().code(), null).text(left.reason().text()).node());
    return issue;
  }
}

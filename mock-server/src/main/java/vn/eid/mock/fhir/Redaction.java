package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Leaves out of a resource who treated the citizen, and says that something is left out. */
final class Redaction {
  private static final List<String> WHO_TREATED =
      List.of("performer", "serviceProvider", "recorder", "informationSource");

  private Redaction() {}

  // STANDARD: the label REDACTED of v3-ObservationValue (FHIR R4, section 6.1.1).
  static ObjectNode of(ObjectNode resource) {
    resource.remove(WHO_TREATED);
    resource
        .putObject("meta")
        .putArray("security")
        .addObject()
        .put("system", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue")
        .put("code", "REDACTED");
    return resource;
  }
}

package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One line of a summary. The resource is made when it is written, so a long record is never in
 * memory as a whole.
 *
 * @param line what stands in the section's narrative
 */
record Item(UUID id, LocalDate day, String line, Supplier<ObjectNode> resource) {

  String url() {
    return "urn:uuid:" + id;
  }
}

package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/**
 * One entry of a record. The resource is made when it is written, so a long record is never in
 * memory as a whole.
 *
 * @param day the day that a search by date and a consent's period go by
 * @param line what a person reads instead of the resource
 * @param body makes the resource from a reference to its patient
 */
record Item(UUID id, LocalDate day, String line, Function<ObjectNode, ObjectNode> body) {

  String url() {
    return "urn:uuid:" + id;
  }

  ObjectNode resource(ObjectNode patient) {
    return body.apply(patient);
  }

  /** The same entry without who treated the citizen. */
  Item redacted() {
    return new Item(id, day, line, patient -> Redaction.of(resource(patient)));
  }
}

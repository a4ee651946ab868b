package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What all FHIR resources of the mock have in common. */
final class Resource {
  private Resource() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A resource with its narrative. */
  static ObjectNode of(String type, String id, String line) {
    ObjectNode resource = object().put("resourceType", type).put("id", id);
    resource.set("text", Narrative.of(line));
    return resource;
  }

  /** Names somebody who has no resource here. */
  static ObjectNode named(String display) {
    return object().put("display", display);
  }

  static ObjectNode reference(String to) {
    return object().put("reference", to);
  }
}

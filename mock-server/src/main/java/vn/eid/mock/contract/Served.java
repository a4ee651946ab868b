package vn.eid.mock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where a document is read, so that what it shows can be tried there.
 *
 * @param issuer the address of the server
 * @param callback an address of the client that is registered there
 */
public record Served(String issuer, String callback) {
  private static final String RETURN_URI = "return_uri";

  /** The document with this server, and with examples that it takes. */
  ObjectNode document(Contract contract) {
    ObjectNode document = contract.servedAt(issuer);
    for (JsonNode example : document.findParents(RETURN_URI)) {
      if (example.path(RETURN_URI).isTextual()) {
        ((ObjectNode) example).put(RETURN_URI, callback);
      }
    }
    return document;
  }
}

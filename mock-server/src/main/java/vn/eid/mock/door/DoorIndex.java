package vn.eid.mock.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.Reply;

/** What stands behind the admin door, for a program and, as it is laid out, for a person. */
final class DoorIndex {
  private final URI issuer;
  private final List<Errand> errands;

  DoorIndex(URI issuer, List<Errand> errands) {
    this.issuer = issuer;
    this.errands = errands;
  }

  Errand errand() {
    return Errand.get("", "This list.", this::answer);
  }

  private Reply answer(Exchange exchange) {
    Map<String, Object> index = new LinkedHashMap<>();
    index.put(
        "about",
        "What a test can do with this mock, over HTTP. POST and PUT take application/json; a mistake"
            + " is answered with a problem document (RFC 9457) and changes nothing.");
    index.put("citizens_schema", issuer + CitizensSchema.PATH);
    index.put("routes", Stream.concat(Stream.of(clientKey()), errands()).toList());
    return Reply.typed(200, "application/json", pretty(index)).with("Cache-Control", "no-store");
  }

  private Stream<Map<String, Object>> errands() {
    return Stream.concat(Stream.of(errand()), errands.stream()).map(this::line);
  }

  private Map<String, Object> line(Errand errand) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("method", errand.method());
    line.put("url", issuer + AdminDoor.PATH + errand.path());
    line.put("does", errand.does());
    if (!errand.example().isEmpty()) {
      line.put("example", errand.example());
    }
    return line;
  }

  private Map<String, Object> clientKey() {
    return line(
        Errand.get(
            "/client",
            "The client that is registered from the start, with its private key.",
            this::answer));
  }

  private static byte[] pretty(Object document) {
    try {
      String text =
          Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new AssertionError("The index is not JSON.", e);
    }
  }
}

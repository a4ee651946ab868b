package vn.eid.mock.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Optional;
import vn.eid.mock.state.HealthRecord;
import vn.eid.mock.state.Period;
import vn.eid.mock.state.Person;

/**
 * A person's record of one kind in a period, oldest first, and one page of it as a FHIR R4
 * searchset.
 */
public final class SearchPage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Chart chart;
  private final Shown shown;

  public SearchPage(
      Person person, HealthRecord health, RecordKind kind, Period period, LocalDate today) {
    this.chart = new Chart(person, health);
    this.shown = new Shown(chart, kind, period, today);
  }

  /** How many resources there are on all pages. */
  public int total() {
    return shown.total();
  }

  /**
   * Writes the resources from {@code first} on, one after the other.
   *
   * @param base the URL of the resource type, without a slash at the end
   * @param self the URL of this page
   */
  public void write(
      OutputStream out, int first, int count, String base, String self, Optional<String> next)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("resourceType", "Bundle");
      json.writeStringField("type", "searchset");
      json.writeNumberField("total", total());
      json.writeArrayFieldStart("link");
      json.writeObject(link("self", self));
      if (next.isPresent()) {
        json.writeObject(link("next", next.get()));
      }
      json.writeEndArray();
      entries(json, first, Math.min(first + count, total()), base);
      json.writeEndObject();
    }
  }

  // FHIR has no empty lists: a page without entries has no member "entry".
  private void entries(JsonGenerator json, int first, int end, String base) throws IOException {
    boolean tells = end == total() && !shown.left().isEmpty();
    if (first >= end && !tells) {
      return;
    }
    json.writeArrayFieldStart("entry");
    for (int i = first; i < end; i++) {
      Item item = shown.at(i);
      ObjectNode entry = Resource.object().put("fullUrl", base + "/" + item.id());
      json.writeObject(found(entry, item.resource(chart.patientOfServer()), "match"));
    }
    if (tells) {
      String id = chart.seed("outcome").uuid().toString();
      ObjectNode entry = Resource.object().put("fullUrl", "urn:uuid:" + id);
      json.writeObject(found(entry, Outcome.of(id, shown.left()), "outcome"));
    }
    json.writeEndArray();
  }

  private static ObjectNode found(ObjectNode entry, ObjectNode resource, String mode) {
    entry.set("resource", resource);
    entry.putObject("search").put("mode", mode);
    return entry;
  }

  private static ObjectNode link(String relation, String url) {
    return Resource.object().put("relation", relation).put("url", url);
  }
}

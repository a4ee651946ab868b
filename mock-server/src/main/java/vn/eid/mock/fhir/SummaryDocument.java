package vn.eid.mock.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.eid.mock.state.HealthRecord;
import vn.eid.mock.state.Period;
import vn.eid.mock.state.Person;

/**
 * A person's International Patient Summary: a FHIR R4 document (R4, section 3.3), whose first entry
 * is the Composition and whose references stay inside.
 */
public final class SummaryDocument {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Chart chart;
  private final LocalDate today;
  private final Instant now;
  private final String organizationUrl;

  public SummaryDocument(Person person, HealthRecord health, Instant now) {
    this.chart = new Chart(person, health);
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.organizationUrl = "urn:uuid:" + new Seed("organization").uuid();
  }

  /** Writes what falls into the period, one resource after the other. */
  public void write(OutputStream out, Period period) throws IOException {
    Seed document = chart.seed("document/" + period);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("resourceType", "Bundle");
      json.writeStringField("id", document.uuid().toString());
      json.writeObjectField("identifier", identifier(document));
      json.writeStringField("type", "document");
      json.writeStringField("timestamp", now.toString());
      json.writeArrayFieldStart("entry");
      entries(
          json, document.with("composition").uuid().toString(), Section.of(chart, period, today));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void entries(JsonGenerator json, String compositionId, List<Section> sections)
      throws IOException {
    entry(json, "urn:uuid:" + compositionId, composition(compositionId, sections));
    entry(json, "urn:uuid:" + chart.patientId(), Patient.of(chart));
    entry(json, organizationUrl, organization());
    for (Section section : sections) {
      for (Item item : section.items()) {
        entry(json, item.url(), item.resource(chart.patientInDocument()));
      }
    }
  }

  private static void entry(JsonGenerator json, String url, ObjectNode resource)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("fullUrl", url);
    json.writeObjectField("resource", resource);
    json.writeEndObject();
  }

  private static ObjectNode identifier(Seed document) {
    return Resource.object()
        .put("system", "urn:ietf:rfc:3986")
        .put("value", "urn:uuid:" + document.uuid());
  }

  private ObjectNode composition(String id, List<Section> sections) {
    ObjectNode composition =
        Resource.of("Composition", id, "Tóm tắt hồ sơ sức khỏe (dữ liệu mô phỏng)")
            .put("status", "final");
    composition.set(
        "type", Concept.of(Concept.LOINC, "60591-5", "Patient summary Document").node());
    composition.set("subject", chart.patientInDocument());
    composition.put("date", now.toString());
    composition.putArray("author").add(Resource.reference(organizationUrl));
    composition.put("title", "Tóm tắt hồ sơ sức khỏe");
    ArrayNode nodes = composition.putArray("section");
    sections.forEach(section -> nodes.add(section.node()));
    return composition;
  }

  private ObjectNode organization() {
    String id = organizationUrl.substring("urn:uuid:".length());
    return Resource.of("Organization", id, "Sổ sức khỏe điện tử (mô phỏng)")
        .put("name", "Sổ sức khỏe điện tử (mô phỏng)");
  }
}

package vn.eid.mock.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.eid.mock.state.Period;
import vn.eid.mock.state.Person;

/** A person's doses in a period, oldest first, and one page of them as a FHIR R4 searchset. */
public final class ImmunizationPage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Person person;
  private final List<Dose> doses;

  public ImmunizationPage(Person person, Period period, LocalDate today) {
    this.person = person;
    this.doses =
        Vaccinations.of(person, today).stream().filter(dose -> period.holds(dose.day())).toList();
  }

  /** How many doses there are on all pages. */
  public int total() {
    return doses.size();
  }

  /**
   * Writes the doses from {@code first} on.
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
      entries(json, doses.subList(first, Math.min(first + count, total())), base);
      json.writeEndObject();
    }
  }

  // FHIR has no empty lists: a page without entries has no member "entry".
  private void entries(JsonGenerator json, List<Dose> page, String base) throws IOException {
    if (page.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("entry");
    for (Dose dose : page) {
      ObjectNode entry = Resource.object().put("fullUrl", base + "/" + dose.id());
      entry.set("resource", Immunization.of(dose, Patient.logicalReference(person)));
      entry.putObject("search").put("mode", "match");
      json.writeObject(entry);
    }
    json.writeEndArray();
  }

  private static ObjectNode link(String relation, String url) {
    return Resource.object().put("relation", relation).put("url", url);
  }
}

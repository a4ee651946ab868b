package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import vn.eid.mock.state.Period;

/**
 * One section of the International Patient Summary.
 *
 * @param code the section's LOINC code, as the IPS implementation guide fixes it
 */
record Section(String code, String display, String title, List<Item> items) {
  private static final String ALLERGIES = "Allergies and adverse reactions Document";
  private static final String MEDICATIONS = "History of Medication use Narrative";
  private static final String RESULTS = "Relevant diagnostic tests/laboratory data note";

  /** The five sections, each with what falls into the period. */
  static List<Section> of(Chart chart, Period period) {
    return Stream.of(
            new Section("11450-4", "Problem list - Reported", "Bệnh mạn tính", Problems.of(chart)),
            new Section("48765-2", ALLERGIES, "Dị ứng", Allergies.of(chart)),
            new Section("10160-0", MEDICATIONS, "Thuốc đang dùng", Medications.of(chart)),
            new Section("11369-6", "History of Immunization note", "Tiêm chủng", doses(chart)),
            new Section("30954-2", RESULTS, "Kết quả xét nghiệm", Results.of(chart)))
        .map(section -> section.within(period))
        .toList();
  }

  private static List<Item> doses(Chart chart) {
    return Vaccinations.of(chart.person(), chart.today()).stream()
        .map(
            dose ->
                new Item(
                    dose.id(),
                    dose.day(),
                    Immunization.line(dose),
                    () -> Immunization.of(dose, chart.subject())))
        .toList();
  }

  private Section within(Period period) {
    List<Item> inside = items.stream().filter(item -> period.holds(item.day())).toList();
    return new Section(code, display, title, inside);
  }

  ObjectNode node() {
    ObjectNode section = Resource.object().put("title", title);
    section.set("code", Concept.of(Concept.LOINC, code, display).node());
    if (items.isEmpty()) {
      section.set("text", Narrative.of("Không có dữ liệu trong khoảng thời gian được đồng ý."));
      section.set("emptyReason", Concept.hl7("list-empty-reason", "unavailable").node());
      return section;
    }
    section.set("text", Narrative.of(items.stream().map(Item::line).toList()));
    ArrayNode entries = section.putArray("entry");
    items.forEach(item -> entries.add(Resource.reference(item.url())));
    return section;
  }
}

package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.Period;
import vn.eid.mock.state.WithheldReason;
import vn.eid.mock.state.Withholding;

/**
 * One section of the International Patient Summary.
 *
 * @param code the section's LOINC code, as the IPS implementation guide fixes it
 * @param emptyReason why there are no items, where there are none
 */
record Section(String code, String display, String title, List<Item> items, String emptyReason) {
  private static final String ALLERGIES = "Allergies and adverse reactions Document";
  private static final String MEDICATIONS = "History of Medication use Narrative";
  private static final String RESULTS = "Relevant diagnostic tests/laboratory data note";
  private static final String NOTHING = "unavailable";

  /** A summary of a very long record has its newest entries. */
  private static final int MOST_ITEMS = 1000;

  /** The five sections, each with what falls into the period and is not withheld. */
  static List<Section> of(Chart chart, Period period, LocalDate today) {
    return Stream.of(
            section("11450-4", "Problem list - Reported", "Bệnh mạn tính", Problems.of(chart))
                .unlessWithheld(chart, DataSet.CONDITIONS),
            section("48765-2", ALLERGIES, "Dị ứng", Allergies.of(chart))
                .unlessWithheld(chart, DataSet.ALLERGIES),
            section("10160-0", MEDICATIONS, "Thuốc đang dùng", Medications.of(chart))
                .unlessWithheld(chart, DataSet.MEDICATIONS),
            section("11369-6", "History of Immunization note", "Tiêm chủng", doses(chart))
                .unlessWithheld(chart, DataSet.IMMUNIZATIONS),
            section("30954-2", RESULTS, "Kết quả xét nghiệm", Results.of(chart))
                .unlessWithheld(chart, DataSet.LABORATORY_RESULTS))
        .map(section -> section.within(period, today))
        .toList();
  }

  private static Section section(String code, String display, String title, List<Item> items) {
    return new Section(code, display, title, items, NOTHING);
  }

  private static List<Item> doses(Chart chart) {
    History doses = Vaccinations.of(chart);
    return IntStream.range(Math.max(0, doses.size() - MOST_ITEMS), doses.size())
        .mapToObj(doses::at)
        .toList();
  }

  // A summary that shows a part looks whole, so a section is withheld as a whole.
  private Section unlessWithheld(Chart chart, DataSet dataSet) {
    List<WithheldReason> reasons =
        chart.health().withheld(dataSet).stream().map(Withholding::reason).toList();
    if (reasons.isEmpty()) {
      return this;
    }
    boolean lost = reasons.stream().allMatch(WithheldReason.SOURCE_UNREACHABLE::equals);
    return new Section(code, display, title, List.of(), lost ? NOTHING : "withheld");
  }

  private Section within(Period period, LocalDate today) {
    List<Item> inside =
        items.stream()
            .filter(item -> period.holds(item.day()) && !item.day().isAfter(today))
            .toList();
    return new Section(code, display, title, inside, emptyReason);
  }

  ObjectNode node() {
    ObjectNode section = Resource.object().put("title", title);
    section.set("code", Concept.of(Concept.LOINC, code, display).node());
    if (items.isEmpty()) {
      section.set("text", Narrative.of(whyEmpty()));
      section.set("emptyReason", Concept.hl7("list-empty-reason", emptyReason).node());
      return section;
    }
    section.set("text", Narrative.of(items.stream().map(Item::line).toList()));
    ArrayNode entries = section.putArray("entry");
    items.forEach(item -> entries.add(Resource.reference(item.url())));
    return section;
  }

  private String whyEmpty() {
    return emptyReason.equals(NOTHING)
        ? "Không có dữ liệu trong khoảng thời gian được đồng ý."
        : "Có dữ liệu nhưng không được trả về.";
  }
}

package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The laboratory results of the yearly check-ups: FHIR R4 Observation. */
final class Results {
  private static final int FIRST_AGE = 1;
  private static final List<Integer> YEARS = List.of(2024, 2025, 2026);

  private Results() {}

  static List<Item> of(Chart chart) {
    List<Item> items = new ArrayList<>();
    for (int year : YEARS) {
      Seed seed = chart.seed("check-up/" + year);
      LocalDate day = LocalDate.of(year, 1, 5).plusDays(seed.below(150));
      if (day.isAfter(chart.atAge(FIRST_AGE, 0)) && chart.isRecorded(day)) {
        String facility = seed.oneOf(Facility.HOSPITALS);
        for (LabTest test : LabTest.values()) {
          items.add(item(chart, test, day, facility));
        }
      }
    }
    return items;
  }

  private static Item item(Chart chart, LabTest test, LocalDate day, String facility) {
    Seed seed = chart.seed("result/" + test + "/" + day);
    BigDecimal value = test.value(seed);
    String line = test.title() + " " + value + " " + test.unit() + ", " + day;
    String id = seed.uuid().toString();
    return new Item(
        seed.uuid(),
        day,
        line,
        () ->
            observation(chart, test, Resource.of("Observation", id, line), day, facility)
                .set("valueQuantity", quantity(test, value)));
  }

  private static ObjectNode observation(
      Chart chart, LabTest test, ObjectNode observation, LocalDate day, String facility) {
    observation.put("status", "final");
    observation.putArray("category").add(Concept.hl7("observation-category", "laboratory").node());
    observation.set("code", test.concept().node());
    observation.set("subject", chart.subject());
    observation.put("effectiveDateTime", day.toString());
    observation.putArray("performer").addObject().put("display", facility);
    return observation;
  }

  private static ObjectNode quantity(LabTest test, BigDecimal value) {
    return Resource.object()
        .put("value", value)
        .put("unit", test.unit())
        .put("system", "http://unitsofmeasure.org")
        .put("code", test.unit());
  }
}

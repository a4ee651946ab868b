package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.eid.mock.state.DataSet;

/** Laboratory results: FHIR R4 Observation. */
final class Results {
  private Results() {}

  static History history(Chart chart) {
    LabTest[] tests = LabTest.values();
    return History.of(
        chart,
        chart.health().atLeast(DataSet.LABORATORY_RESULTS),
        of(chart),
        (index, day) -> {
          Seed seed = chart.seed("result/more/" + index);
          return item(seed, tests[index % tests.length], day, seed.oneOf(Facility.HOSPITALS));
        });
  }

  /** The results of the yearly check-ups. */
  static List<Item> of(Chart chart) {
    List<Item> items = new ArrayList<>();
    for (CheckUp checkUp : CheckUp.of(chart)) {
      for (LabTest test : LabTest.values()) {
        Seed seed = chart.seed("result/" + test + "/" + checkUp.day());
        items.add(item(seed, test, checkUp.day(), checkUp.facility()));
      }
    }
    return items;
  }

  private static Item item(Seed seed, LabTest test, LocalDate day, String facility) {
    BigDecimal value = test.value(seed);
    String line = test.title() + " " + value + " " + test.unit() + ", " + day;
    return new Item(
        seed.uuid(),
        day,
        line,
        patient -> {
          ObjectNode result = Resource.of("Observation", seed.uuid().toString(), line);
          fill(result, test, day, patient);
          result.putArray("performer").add(Resource.named(facility));
          result.set("valueQuantity", quantity(test, value));
          result.putArray("interpretation").add(test.interpretation(value).node());
          range(result, test);
          return result;
        });
  }

  private static void fill(ObjectNode result, LabTest test, LocalDate day, ObjectNode patient) {
    result.put("status", "final");
    result.putArray("category").add(Concept.hl7("observation-category", "laboratory").node());
    result.set("code", test.concept().node());
    result.set("subject", patient);
    result.put("effectiveDateTime", day.toString());
  }

  private static void range(ObjectNode result, LabTest test) {
    ObjectNode range = result.putArray("referenceRange").addObject();
    range.set("low", quantity(test, test.least()));
    range.set("high", quantity(test, test.most()));
  }

  private static ObjectNode quantity(LabTest test, BigDecimal value) {
    return Resource.object()
        .put("value", value)
        .put("unit", test.unit())
        .put("system", "http://unitsofmeasure.org")
        .put("code", test.unit());
  }
}

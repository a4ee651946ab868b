package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A day on which the person saw a doctor: FHIR R4 Encounter, with the diagnosis and the medicine
 * that came of it.
 *
 * @param seed of this visit only
 */
record Visit(Seed seed, Complaint complaint, LocalDate day) {
  private static final int FEWEST = 4;
  private static final int DAYS = 6 * 365;

  /** The visits of the last six years. */
  static List<Visit> of(Chart chart) {
    int visits = FEWEST + chart.seed("visits").below(8);
    return IntStream.range(0, visits)
        .mapToObj(number -> of(chart, number))
        .filter(visit -> chart.isRecorded(visit.day()))
        .toList();
  }

  private static Visit of(Chart chart, int number) {
    Seed seed = chart.seed("visit/" + number);
    int ago = seed.with("ago").below(DAYS);
    return new Visit(
        seed, seed.oneOf(List.of(Complaint.values())), Chart.RECORDED_UNTIL.minusDays(ago));
  }

  /** A visit that only makes a record long. */
  static Visit more(Chart chart, int index, LocalDate day) {
    Complaint[] complaints = Complaint.values();
    return new Visit(chart.seed("visit/more/" + index), complaints[index % complaints.length], day);
  }

  String facility() {
    return seed.with("facility").oneOf(Facility.HOSPITALS);
  }

  Item encounter() {
    Seed own = seed.with("encounter");
    String line = "Khám ngoại trú, " + complaint.title() + ", " + day;
    return new Item(own.uuid(), day, line, patient -> encounter(own, line, patient));
  }

  private ObjectNode encounter(Seed own, String line, ObjectNode patient) {
    ObjectNode encounter =
        Resource.of("Encounter", own.uuid().toString(), line).put("status", "finished");
    encounter
        .putObject("class")
        .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
        .put("code", "AMB")
        .put("display", "ambulatory");
    encounter.set("subject", patient);
    encounter.putObject("period").put("start", day.toString()).put("end", day.toString());
    encounter.putArray("reasonCode").add(complaint.concept().node());
    encounter.set("serviceProvider", Resource.named(facility()));
    return encounter;
  }

  Item condition() {
    Seed own = seed.with("condition");
    String line = complaint.title() + ", " + day;
    return new Item(
        own.uuid(),
        day,
        line,
        patient -> {
          ObjectNode condition =
              Problems.condition(own, line, "resolved", "encounter-diagnosis", day, patient);
          condition.set("code", complaint.concept().node());
          condition.set("recorder", Resource.named(facility()));
          return condition;
        });
  }

  Item medication() {
    Seed own = seed.with("medication");
    String line = complaint.dosage() + ", " + complaint.days() + " ngày, từ " + day;
    return new Item(own.uuid(), day, line, patient -> medication(own, line, patient));
  }

  private ObjectNode medication(Seed own, String line, ObjectNode patient) {
    ObjectNode statement =
        Medications.statement(own, line, "completed", complaint.drug(), day, patient);
    ObjectNode dosage = statement.putArray("dosage").addObject().put("text", complaint.dosage());
    dosage
        .putObject("timing")
        .putObject("repeat")
        .putObject("boundsDuration")
        .put("value", complaint.days())
        .put("unit", "ngày")
        .put("system", "http://unitsofmeasure.org")
        .put("code", "d");
    statement.set("informationSource", Resource.named(facility()));
    return statement;
  }
}

package vn.eid.mock.fhir;

import java.time.LocalDate;
import java.util.List;

/** A yearly check-up: the day, and where. */
record CheckUp(LocalDate day, String facility) {
  private static final int FIRST_AGE = 1;
  private static final List<Integer> YEARS = List.of(2024, 2025, 2026);

  static List<CheckUp> of(Chart chart) {
    return YEARS.stream()
        .map(year -> of(chart.seed("check-up/" + year), year))
        .filter(one -> one.day().isAfter(chart.atAge(FIRST_AGE, 0)) && chart.isRecorded(one.day()))
        .toList();
  }

  private static CheckUp of(Seed seed, int year) {
    LocalDate day = LocalDate.of(year, 1, 5).plusDays(seed.below(150));
    return new CheckUp(day, seed.oneOf(Facility.HOSPITALS));
  }
}

package vn.eid.mock.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.eid.mock.state.DataSet;

/** The doses in one person's record. */
final class Vaccinations {
  private static final int ADULT_YEARS = 18;
  private static final List<LocalDate> COVID_CAMPAIGN =
      List.of(LocalDate.of(2021, 8, 20), LocalDate.of(2021, 10, 8), LocalDate.of(2022, 1, 25));
  // No doctor would give so many: for long records.
  private static final List<Vaccine> ANY_TIME = List.of(Vaccine.INFLUENZA, Vaccine.TETANUS);

  private final Chart chart;
  private final List<Event> events;
  private final Spread spread;

  private record Event(Vaccine vaccine, LocalDate day) {}

  private Vaccinations(Chart chart) {
    this.chart = chart;
    this.events = events(chart);
    int atLeast = chart.health().atLeast(DataSet.IMMUNIZATIONS);
    this.spread = new Spread(chart.birth(), Math.max(0, atLeast - events.size()));
  }

  static History of(Chart chart) {
    Vaccinations all = new Vaccinations(chart);
    return new History(
        all.events.stream().map(event -> Immunization.item(all.dose(event))).toList(),
        all.spread,
        (index, day) -> Immunization.item(all.dose(index, day)));
  }

  private static List<Event> events(Chart chart) {
    List<Event> events = new ArrayList<>();
    addProgramme(events, chart.birth());
    addAdult(events, chart.birth(), new Seed(chart.person().number()).below(4));
    events.removeIf(event -> !chart.isRecorded(event.day()));
    events.sort(Comparator.comparing(Event::day).thenComparing(Event::vaccine));
    return events;
  }

  private static void addProgramme(List<Event> events, LocalDate birth) {
    for (Programme line : Programme.ALL) {
      if (line.includes(birth.getYear())) {
        line.months().forEach(age -> events.add(new Event(line.vaccine(), birth.plusMonths(age))));
      }
    }
  }

  private static void addAdult(List<Event> events, LocalDate birth, int winters) {
    LocalDate adult = birth.plusYears(ADULT_YEARS);
    COVID_CAMPAIGN.stream()
        .filter(day -> !day.isBefore(adult))
        .forEach(day -> events.add(new Event(Vaccine.COVID_19, day)));
    for (int winter = 0; winter < winters; winter++) {
      LocalDate day = LocalDate.of(Chart.RECORDED_UNTIL.getYear() - 1 - winter, 10, 12);
      if (!day.isBefore(adult)) {
        events.add(new Event(Vaccine.INFLUENZA, day));
      }
    }
  }

  private Dose dose(Event event) {
    return dose(event.vaccine(), own(event.vaccine(), event.day()) + more(event), event.day());
  }

  private Dose dose(int index, LocalDate day) {
    Vaccine vaccine = ANY_TIME.get(index % ANY_TIME.size());
    return dose(vaccine, own(vaccine, day) + index / ANY_TIME.size() + 1, day);
  }

  /** How many doses of the vaccine the seed gives until the day. */
  private int own(Vaccine vaccine, LocalDate day) {
    return (int)
        events.stream().filter(one -> one.vaccine() == vaccine && !one.day().isAfter(day)).count();
  }

  /** How many doses that only make the record long stand before one of the seed's. */
  private int more(Event event) {
    int turn = ANY_TIME.indexOf(event.vaccine());
    int before = spread.before(event.day());
    return turn < 0 ? 0 : (before - turn + ANY_TIME.size() - 1) / ANY_TIME.size();
  }

  private Dose dose(Vaccine vaccine, int number, LocalDate day) {
    Seed own = new Seed(chart.person().number()).with(vaccine + "/" + number);
    String lot = String.format(Locale.ROOT, "MP%05d", own.below(100_000));
    return new Dose(own.uuid(), vaccine, number, day, lot, own.oneOf(Facility.CLINICS));
  }
}

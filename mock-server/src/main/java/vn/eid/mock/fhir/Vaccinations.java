package vn.eid.mock.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.eid.mock.state.Person;

/** The doses in one person's record, oldest first. */
final class Vaccinations {
  /** The record's last day: what the mock's clock brings later is not written down any more. */
  static final LocalDate RECORDED_UNTIL = LocalDate.of(2026, 6, 30);

  private static final int ADULT_YEARS = 18;
  private static final List<LocalDate> COVID_CAMPAIGN =
      List.of(LocalDate.of(2021, 8, 20), LocalDate.of(2021, 10, 8), LocalDate.of(2022, 1, 25));
  private static final List<Vaccine> ANY_TIME = List.of(Vaccine.INFLUENZA, Vaccine.TETANUS);

  private record Event(Vaccine vaccine, LocalDate day) {}

  private Vaccinations() {}

  static List<Dose> of(Person person, LocalDate today) {
    List<Event> events = new ArrayList<>();
    LocalDate birth = person.birthDate().lastDay();
    addProgramme(events, birth);
    addAdult(events, birth, new Seed(person.number()).below(4));
    events.removeIf(event -> event.day().isAfter(RECORDED_UNTIL));
    addMore(events, birth, person.immunizations() - events.size());
    events.sort(Comparator.comparing(Event::day).thenComparing(Event::vaccine));
    return doses(events, new Seed(person.number()), today);
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
      LocalDate day = LocalDate.of(RECORDED_UNTIL.getYear() - 1 - winter, 10, 12);
      if (!day.isBefore(adult)) {
        events.add(new Event(Vaccine.INFLUENZA, day));
      }
    }
  }

  // For long records only, so that pages and memory are tested; no doctor would give so many.
  private static void addMore(List<Event> events, LocalDate birth, int missing) {
    long days = RECORDED_UNTIL.toEpochDay() - birth.toEpochDay();
    for (int i = 0; i < missing; i++) {
      LocalDate day = birth.plusDays(days * (i + 1) / (missing + 1));
      events.add(new Event(ANY_TIME.get(i % ANY_TIME.size()), day));
    }
  }

  private static List<Dose> doses(List<Event> events, Seed seed, LocalDate today) {
    List<Dose> doses = new ArrayList<>();
    Map<Vaccine, Integer> given = new EnumMap<>(Vaccine.class);
    for (Event event : events) {
      if (event.day().isAfter(today)) {
        break;
      }
      int number = given.merge(event.vaccine(), 1, Integer::sum);
      Seed own = seed.with(event.vaccine() + "/" + number);
      String lot = String.format(Locale.ROOT, "MP%05d", own.below(100_000));
      doses.add(
          new Dose(
              own.uuid(), event.vaccine(), number, event.day(), lot, own.oneOf(Facility.CLINICS)));
    }
    return doses;
  }
}

package vn.eid.mock.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the tax registry has written down about one tax code.
 *
 * @param replacedBy the citizen's number, where the code was merged into it
 * @param events the oldest first
 */
public record TaxFile(TaxStatus status, Optional<String> replacedBy, List<TaxEvent> events) {
  // Since then the personal identification number is the tax code (Circular 86/2024/TT-BTC, article
  // 39).
  private static final LocalDate NUMBERS_ARE_CODES = LocalDate.of(2025, 7, 1);
  private static final String FIRST_CODE = "00";
  private static final String FIRST_REASON = "03";
  // ASSUMED: most people needed a tax code with their first job.
  private static final int FIRST_JOB = 20;

  /** Of a citizen's number, linked or not. */
  static TaxFile ofNumber(TaxEntry entry, Optional<TaxLink> link) {
    LocalDate issued = latest(NUMBERS_ARE_CODES, entry.birthDate().firstDay());
    TaxStatus status =
        new TaxStatus(entry.code(), Optional.of(entry.reason()), Optional.of(issued));
    List<TaxEvent> events = new ArrayList<>(List.of(TaxEvent.issued(issued)));
    link.ifPresent(made -> events.addAll(made(made)));
    if (!entry.code().equals(FIRST_CODE) || !entry.reason().equals(FIRST_REASON)) {
      events.add(TaxEvent.changed(issued, status));
    }
    events.sort(Comparator.comparing(TaxEvent::at)); // keeps the order of one day
    return new TaxFile(status, Optional.empty(), List.copyOf(events));
  }

  private static List<TaxEvent> made(TaxLink link) {
    LocalDate day = VietnamDays.of(link.linkedAt());
    List<TaxEvent> events = new ArrayList<>();
    link.entry().oldCodes().forEach(code -> events.add(TaxEvent.merged(day, code)));
    events.add(TaxEvent.linked(day));
    return events;
  }

  /** Of an old code, merged or not. */
  static TaxFile ofOldCode(TaxEntry entry, Optional<TaxLink> link) {
    LocalDate issued =
        earliest(NUMBERS_ARE_CODES.minusDays(1), entry.birthDate().firstDay().plusYears(FIRST_JOB));
    List<TaxEvent> events = new ArrayList<>(List.of(TaxEvent.issued(issued)));
    TaxStatus status =
        link.map(TaxFile::merged)
            .orElseGet(
                () -> new TaxStatus(FIRST_CODE, Optional.of(FIRST_REASON), Optional.of(issued)));
    link.ifPresent(made -> events.add(TaxEvent.changed(VietnamDays.of(made.linkedAt()), status)));
    return new TaxFile(status, link.map(TaxLink::taxCode), List.copyOf(events));
  }

  // ASSUMED: 01 without a reason, because the annex has none for a code that became a number.
  private static TaxStatus merged(TaxLink link) {
    return new TaxStatus("01", Optional.empty(), Optional.of(VietnamDays.of(link.linkedAt())));
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}

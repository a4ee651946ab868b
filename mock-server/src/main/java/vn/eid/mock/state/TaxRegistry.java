package vn.eid.mock.state;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The tax registry, which since 1 July 2025 takes the personal identification number as a person's
 * tax code. Matching needs name, birth date and number (Circular 86/2024/TT-BTC, article 39). Safe
 * for use by threads.
 */
public final class TaxRegistry {
  // ASSUMED: when the registry linked those whom the data file calls linked.
  private static final Instant LINKED_BY_LAW = Instant.parse("2025-06-30T17:00:00Z");

  private final Citizens citizens;
  private final Clock clock;
  private final Map<String, TaxLink> links = new HashMap<>();
  private final Map<String, String> cases = new HashMap<>();
  private final AtomicInteger lastCase = new AtomicInteger(122);

  public TaxRegistry(Citizens citizens, Clock clock) {
    this.citizens = citizens;
    this.clock = clock;
  }

  /**
   * Makes number and tax code one.
   *
   * @param oldCodes codes that the caller knows; a code that the registry does not know is a
   *     mismatch
   */
  public synchronized TaxOutcome link(
      String number, String fullName, BirthDate birthDate, List<String> oldCodes) {
    Optional<TaxEntry> found = citizens.find(number).flatMap(citizen -> citizen.person().tax());
    if (found.isEmpty()) {
      return new TaxOutcome.NotFound();
    }
    TaxEntry entry = found.get();
    List<String> fields = mismatches(entry, fullName, birthDate, oldCodes);
    if (!fields.isEmpty()) {
      return new TaxOutcome.Mismatch(fields);
    }
    if (entry.candidates() > 1) {
      return new TaxOutcome.UnderReview(cases.computeIfAbsent(number, unused -> nextCase()));
    }
    return linked(number, entry);
  }

  /** Forgets the links and cases made here. */
  public synchronized void reset() {
    links.clear();
    cases.clear();
    lastCase.set(122);
  }

  private TaxOutcome linked(String number, TaxEntry entry) {
    TaxLink before = links.get(number);
    if (before != null) {
      return new TaxOutcome.AlreadyLinked(before);
    }
    if (entry.linked()) {
      return new TaxOutcome.AlreadyLinked(new TaxLink(number, entry, LINKED_BY_LAW));
    }
    TaxLink link = new TaxLink(number, entry, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    links.put(number, link);
    return new TaxOutcome.Linked(link);
  }

  private static List<String> mismatches(
      TaxEntry entry, String fullName, BirthDate birthDate, List<String> oldCodes) {
    List<String> fields = new ArrayList<>();
    if (!comparable(entry.name()).equals(comparable(fullName))) {
      fields.add("full_name");
    }
    if (!entry.birthDate().equals(birthDate)) {
      fields.add("birth_date");
    }
    if (!entry.oldCodes().containsAll(oldCodes)) {
      fields.add("old_tax_codes");
    }
    return List.copyOf(fields);
  }

  /** Accents count: Đoàn and Doãn are two people. */
  private static String comparable(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    // Upper case first: İ and ß fold only that way round (Unicode, section 5.18).
    String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return folded.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  private String nextCase() {
    int year = clock.instant().atZone(clock.getZone()).getYear();
    return String.format(Locale.ROOT, "TX-%d-%06d", year, lastCase.incrementAndGet());
  }
}

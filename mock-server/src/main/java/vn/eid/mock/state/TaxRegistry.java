package vn.eid.mock.state;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.eid.mock.CaseDecision;

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
  private final LinkTable links = new LinkTable();
  private final LongTable mergedInto = new LongTable(1);
  private final TaxCases cases;
  private final Map<String, TaxEntry> changed = new ConcurrentHashMap<>();
  private long made;

  public TaxRegistry(Citizens citizens, Clock clock) {
    this.citizens = citizens;
    this.clock = clock;
    this.cases = new TaxCases(clock);
  }

  /** What clerks look into, because several taxpayers match. */
  public TaxCases cases() {
    return cases;
  }

  /**
   * Makes number and tax code one.
   *
   * @param clientId who asks: a case that this opens is that client's
   * @param oldCodes codes that the caller knows; a code that the registry does not know is a
   *     mismatch
   */
  public TaxOutcome link(
      String clientId, String number, String fullName, BirthDate birthDate, List<String> oldCodes) {
    Optional<TaxEntry> found = entry(number);
    if (found.isEmpty()) {
      return new TaxOutcome.NotFound();
    }
    TaxEntry entry = found.get();
    List<String> fields = TaxMatch.differing(entry, fullName, birthDate, oldCodes);
    if (!fields.isEmpty()) {
      return new TaxOutcome.Mismatch(fields);
    }
    return entry.candidates() > 1 ? reviewed(clientId, number, entry) : linked(number, entry);
  }

  /** A clerk decides an open case; empty where there is no such one. */
  public synchronized Optional<TaxCase> decide(String caseNumber, CaseDecision decision) {
    return cases
        .open(caseNumber)
        .map(review -> cases.decide(review, decided(review.citizenId(), decision)));
  }

  private TaxOutcome decided(String number, CaseDecision decision) {
    return switch (decision) {
      case LINK -> {
        TaxEntry entry = entry(number).orElseThrow();
        linked(number, entry);
        yield new TaxOutcome.Linked(linkOf(number, entry).orElseThrow());
      }
      case MISMATCH -> new TaxOutcome.Mismatch(List.of("full_name", "birth_date"));
      case NOT_FOUND -> new TaxOutcome.NotFound();
    };
  }

  /** Has the code of a number stand otherwise until the next reset; false where it has none. */
  public boolean changeStatus(String number, String code, String reason) {
    Optional<TaxEntry> entry = entry(number);
    entry.ifPresent(before -> changed.put(number, before.standing(code, reason)));
    return entry.isPresent();
  }

  /** What is written down about a tax code of 10, 12 or 13 digits; empty where it is not listed. */
  public synchronized Optional<TaxFile> file(String taxCode) {
    return taxCode.length() == 12
        ? entry(taxCode).map(entry -> TaxFile.ofNumber(entry, linkOf(taxCode, entry)))
        : ownerOf(taxCode).flatMap(this::fileOfOldCode);
  }

  private Optional<TaxFile> fileOfOldCode(String owner) {
    return entry(owner).map(entry -> TaxFile.ofOldCode(entry, linkOf(owner, entry)));
  }

  /** The link of a number; empty where number and tax code are two. */
  public synchronized Optional<TaxLink> link(String number) {
    return entry(number).flatMap(entry -> linkOf(number, entry));
  }

  /**
   * How often the registry was asked to link this number and did, or found that it was done; what
   * it answered from memory does not count.
   */
  public synchronized long timesLinked(String number) {
    return links.times(number);
  }

  /** How many numbers became tax codes here. */
  public synchronized long linksMade() {
    return made;
  }

  /** Forgets the links and cases made here. */
  public synchronized void reset() {
    changed.clear();
    links.clear();
    mergedInto.clear();
    cases.reset();
    made = 0;
  }

  private Optional<TaxEntry> entry(String number) {
    return Optional.ofNullable(changed.get(number))
        .or(() -> citizens.person(number).flatMap(Person::tax));
  }

  private synchronized Optional<TaxLink> linkOf(String number, TaxEntry entry) {
    Optional<Instant> since = entry.linked() ? Optional.of(LINKED_BY_LAW) : links.since(number);
    return since.map(at -> new TaxLink(number, entry, at));
  }

  private synchronized TaxOutcome reviewed(String clientId, String number, TaxEntry entry) {
    if (linkOf(number, entry).isPresent()) {
      return linked(number, entry);
    }
    TaxCase review = cases.review(clientId, number);
    return new TaxOutcome.UnderReview(review.number(), review.openedAt());
  }

  private synchronized TaxOutcome linked(String number, TaxEntry entry) {
    Optional<TaxLink> before = linkOf(number, entry);
    TaxLink link = before.orElseGet(() -> new TaxLink(number, entry, now()));
    links.put(number, link.linkedAt());
    if (before.isPresent()) {
      return new TaxOutcome.AlreadyLinked(link);
    }
    for (String code : entry.oldCodes()) {
      mergedInto.set(mergedInto.add(Long.parseLong(code)), 0, Long.parseLong(number));
    }
    made++;
    return new TaxOutcome.Linked(link);
  }

  /** Whose an old code is: of those who stand in the file, and of those it was merged for. */
  private Optional<String> ownerOf(String code) {
    if (code.length() != 10) {
      return Optional.empty();
    }
    int at = mergedInto.find(Long.parseLong(code));
    return at < 0
        ? citizens.all().stream().filter(citizen -> has(citizen, code)).map(Citizen::id).findFirst()
        : Optional.of(String.format(Locale.ROOT, "%012d", mergedInto.value(at, 0)));
  }

  private static boolean has(Citizen citizen, String oldCode) {
    return citizen.person().tax().filter(entry -> entry.oldCodes().contains(oldCode)).isPresent();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}

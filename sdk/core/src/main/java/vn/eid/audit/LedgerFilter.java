package vn.eid.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.consent.ConsentId;
import vn.eid.internal.json.Fields;

/** Which lines of a ledger somebody asks for. Immutable and thread-safe. */
public final class LedgerFilter {
  private final Optional<Instant> from;
  private final Optional<Instant> until;
  private final Map<String, String> members;

  private LedgerFilter(
      Optional<Instant> from, Optional<Instant> until, Map<String, String> members) {
    this.from = from;
    this.until = until;
    this.members = members;
  }

  /** All lines. */
  public static LedgerFilter everything() {
    return new LedgerFilter(Optional.empty(), Optional.empty(), Map.of());
  }

  /** Of these, the lines written at this time or later. */
  public LedgerFilter from(Instant time) {
    return new LedgerFilter(Optional.of(time), until, members);
  }

  /** Of these, the lines written before this time. */
  public LedgerFilter until(Instant time) {
    return new LedgerFilter(from, Optional.of(time), members);
  }

  /** Of these, the lines about one consent. */
  public LedgerFilter under(ConsentId consent) {
    return with("consent_id", consent.value());
  }

  /** Of these, the lines about one citizen, by the pseudonym ({@code Identity.subject()}). */
  public LedgerFilter about(String subject) {
    return with("sub", subject);
  }

  /** Of these, the lines about what one person asked for, by your reference. */
  public LedgerFilter askedBy(String reference) {
    return with("asked_by", reference);
  }

  boolean takes(Fields line) {
    Instant time = line.requiredInstant("time");
    return from.filter(time::isBefore).isEmpty()
        && until.filter(end -> !time.isBefore(end)).isEmpty()
        && members.entrySet().stream()
            .allMatch(e -> line.text(e.getKey()).filter(e.getValue()::equals).isPresent());
  }

  Map<String, String> members() {
    Map<String, String> all = new LinkedHashMap<>();
    from.ifPresent(time -> all.put("from", time.toString()));
    until.ifPresent(time -> all.put("until", time.toString()));
    all.putAll(members);
    return all;
  }

  @Override
  public String toString() {
    return "LedgerFilter" + members();
  }

  private LedgerFilter with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new LedgerFilter(from, until, Map.copyOf(more));
  }
}

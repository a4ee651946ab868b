package vn.eid.mock.state;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The links that clerks look into, and what they found. Safe for use by threads. */
public final class TaxCases {
  // A load test must not fill the memory: beyond this many the oldest is forgotten, as if unknown.
  private static final int MOST = 100_000;
  private static final int BEFORE_FIRST = 122;

  private final Clock clock;
  private final Map<String, TaxCase> byNumber = new LinkedHashMap<>();
  private final Map<String, String> latest = new HashMap<>();
  private int last = BEFORE_FIRST;

  TaxCases(Clock clock) {
    this.clock = clock;
  }

  /** A case of this client; another client's is not there. */
  public synchronized Optional<TaxCase> find(String clientId, String number) {
    return Optional.ofNullable(byNumber.get(number))
        .filter(found -> found.clientId().equals(clientId));
  }

  /** A case that no clerk has decided. */
  synchronized Optional<TaxCase> open(String number) {
    return Optional.ofNullable(byNumber.get(number)).filter(found -> found.decided().isEmpty());
  }

  /** The case that this client opened last about this citizen, whether it is decided or not. */
  public synchronized Optional<TaxCase> latest(String clientId, String citizenId) {
    return Optional.ofNullable(latest.get(whose(clientId, citizenId)))
        .flatMap(number -> find(clientId, number));
  }

  /** The open case of this client about this citizen, a new one where there is none. */
  synchronized TaxCase review(String clientId, String citizenId) {
    return latest(clientId, citizenId)
        .filter(found -> found.decided().isEmpty())
        .orElseGet(() -> begin(clientId, citizenId));
  }

  /** Closes a case. ASSUMED: who asks again after a rejection gets a new case. */
  synchronized TaxCase decide(TaxCase review, TaxOutcome outcome) {
    TaxCase decided = review.decided(now(), outcome);
    byNumber.put(review.number(), decided);
    return decided;
  }

  synchronized void reset() {
    byNumber.clear();
    latest.clear();
    last = BEFORE_FIRST;
  }

  private TaxCase begin(String clientId, String citizenId) {
    TaxCase begun = new TaxCase(nextNumber(), clientId, citizenId, now(), Optional.empty());
    byNumber.put(begun.number(), begun);
    latest.put(whose(clientId, citizenId), begun.number());
    forgetOldest();
    return begun;
  }

  private void forgetOldest() {
    if (byNumber.size() > MOST) {
      Iterator<TaxCase> cases = byNumber.values().iterator();
      TaxCase oldest = cases.next();
      cases.remove();
      latest.remove(whose(oldest.clientId(), oldest.citizenId()), oldest.number());
    }
  }

  private static String whose(String clientId, String citizenId) {
    return citizenId + " " + clientId;
  }

  private String nextNumber() {
    last++;
    int year = now().atZone(VietnamDays.ZONE).getYear();
    return String.format(Locale.ROOT, "TX-%d-%06d", year, last);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}

package vn.eid.mock.state;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.eid.mock.state.ConsentState.Active;
import vn.eid.mock.state.ConsentState.Cause;
import vn.eid.mock.state.ConsentState.Ended;
import vn.eid.mock.state.ConsentState.Requested;

/**
 * One consent transaction. Each step happens under the lock of this object and first lets the time
 * pass, so threads agree on who was first. Safe for use by threads.
 */
public final class Consent {
  /** ASSUMED: how long the national app keeps a request open. */
  public static final Duration TIME_TO_DECIDE = Duration.ofMinutes(10);

  private final String id;
  private final String link = Secrets.random();
  private final ConsentTerms terms;
  private final Instant decideBy;
  private final Map<DataSet, Set<String>> tokensByDataSet = new EnumMap<>(DataSet.class);

  private ConsentState state = new Requested();
  private Instant expiresAt;

  Consent(String id, ConsentTerms terms, Instant now) {
    this.id = id;
    this.terms = terms;
    this.decideBy = now.plus(TIME_TO_DECIDE).truncatedTo(ChronoUnit.SECONDS);
    this.expiresAt = decideBy;
  }

  public String id() {
    return id;
  }

  /** The unguessable last segment of the approval link: whoever opens it decides. */
  public String link() {
    return link;
  }

  public ConsentTerms terms() {
    return terms;
  }

  public Instant decideBy() {
    return decideBy;
  }

  synchronized ConsentState state(Instant now) {
    boolean over = !(state instanceof Ended) && !now.isBefore(expiresAt);
    if (over) {
      state = new Ended(Cause.EXPIRED, expiresAt);
    }
    return state;
  }

  /**
   * Why the client may not read the data set now; empty where it may. A token that was counted
   * already may be answered again, for a client whose answer was lost.
   */
  synchronized Optional<Barrier> barrier(DataSet dataSet, Optional<String> token, Instant now) {
    if (!terms.dataSets().contains(dataSet)) {
      return Optional.of(Barrier.DATA_SET_NOT_CONSENTED);
    }
    boolean counted = token.filter(tokens(dataSet)::contains).isPresent();
    ConsentState current = state(now);
    if (current instanceof Requested) {
      return Optional.of(Barrier.REQUESTED);
    }
    if (current instanceof Ended ended) {
      boolean again = ended.cause() == Cause.USED_UP && counted && now.isBefore(expiresAt);
      return again ? Optional.empty() : Optional.of(Barrier.of(ended.cause()));
    }
    return usedUp(dataSet) && !counted ? Optional.of(Barrier.USED_UP) : Optional.empty();
  }

  /** Counts one use for a token that may read: of threads that race for the last use, one wins. */
  synchronized Optional<Barrier> use(DataSet dataSet, String token, Instant now) {
    Optional<Barrier> barrier = barrier(dataSet, Optional.of(token), now);
    if (barrier.isEmpty() && terms.uses().isPresent()) {
      tokensByDataSet.computeIfAbsent(dataSet, unused -> new HashSet<>()).add(token);
      if (state instanceof Active && terms.dataSets().stream().allMatch(this::usedUp)) {
        state = new Ended(Cause.USED_UP, now);
      }
    }
    return barrier;
  }

  /** Whether the decision counted: only the first one does, and only in time. */
  synchronized boolean decide(boolean approve, Instant now, Receipts receipts) {
    if (!(state(now) instanceof Requested)) {
      return false;
    }
    if (approve) {
      Instant grantedAt = now.truncatedTo(ChronoUnit.SECONDS);
      expiresAt = grantedAt.plus(terms.validFor());
      state = new Active(receipts.sign(this, grantedAt, expiresAt));
    } else {
      state = new Ended(Cause.DENIED, now);
    }
    return true;
  }

  /** Ends what has not ended. Whether this call did it. */
  synchronized boolean end(Cause cause, Instant now) {
    if (state(now) instanceof Ended) {
      return false;
    }
    state = new Ended(cause, now);
    return true;
  }

  private Set<String> tokens(DataSet dataSet) {
    return tokensByDataSet.getOrDefault(dataSet, Set.of());
  }

  private boolean usedUp(DataSet dataSet) {
    return terms.uses().isPresent() && tokens(dataSet).size() >= terms.uses().getAsInt();
  }
}

package vn.eid.mock.state;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
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

  private final String id = Secrets.random();
  private final String link = Secrets.random();
  private final ConsentTerms terms;
  private final Receipts receipts;
  private final Instant decideBy;
  private final Pulls pulls = new Pulls();

  private ConsentState state = new Requested();

  Consent(ConsentTerms terms, Receipts receipts, Instant now) {
    this.terms = terms;
    this.receipts = receipts;
    this.decideBy = now.plus(TIME_TO_DECIDE).truncatedTo(ChronoUnit.SECONDS);
  }

  public String id() {
    return id;
  }

  /** The unguessable last segment of the approval link: whoever opens it decides. */
  public String link() {
    return link;
  }

  /** What was asked for. */
  public ConsentTerms terms() {
    return terms;
  }

  public Instant decideBy() {
    return decideBy;
  }

  synchronized ConsentState state(Instant now) {
    Instant until = grant().map(ConsentGrant::expiresAt).orElse(decideBy);
    if (!(state instanceof Ended) && !now.isBefore(until)) {
      state = ended(Cause.EXPIRED, until, now);
    }
    return state;
  }

  /**
   * Why the client may not read the data set now; empty where it may. A pull that was counted
   * already may go on, also where it was the last use.
   */
  synchronized Optional<Barrier> barrier(DataSet dataSet, Optional<String> pull, Instant now) {
    ConsentState current = state(now);
    if (!dataSets().contains(dataSet)) {
      return Optional.of(Barrier.DATA_SET_NOT_CONSENTED);
    }
    if (current instanceof Requested) {
      return Optional.of(Barrier.REQUESTED);
    }
    if (current instanceof Ended ended && !letsPullsGoOn(ended, now)) {
      return Optional.of(Barrier.of(ended.cause()));
    }
    if (pull.isPresent() && !pulls.knows(pull.get(), dataSet, now)) {
      return Optional.of(Barrier.PULL_UNKNOWN);
    }
    boolean counted = pull.filter(pulls::answered).isPresent();
    return usedUp(dataSet) && !counted ? Optional.of(Barrier.USED_UP) : Optional.empty();
  }

  /** Begins a pull of a data set. It is no use before it is answered. */
  synchronized String beginPull(DataSet dataSet, Instant now) {
    return pulls.begin(dataSet, now);
  }

  /** Counts a pull that may read as a use, once: of pulls that race for the last, one wins. */
  synchronized Optional<Barrier> use(DataSet dataSet, String pull, Instant now) {
    Optional<Barrier> barrier = barrier(dataSet, Optional.of(pull), now);
    if (barrier.isEmpty()) {
      pulls.answer(pull, now);
      if (state instanceof Active && dataSets().stream().allMatch(this::usedUp)) {
        state = ended(Cause.USED_UP, now, now);
      }
    }
    return barrier;
  }

  /** Whether the approval counted: only the first decision does, and only in time. */
  synchronized boolean approve(ConsentTerms granted, Instant now) {
    boolean open = state(now) instanceof Requested;
    if (open) {
      Instant grantedAt = now.truncatedTo(ChronoUnit.SECONDS);
      Instant until = grantedAt.plus(granted.validFor());
      String receipt = receipts.granted(this, granted, grantedAt, until);
      state = new Active(new ConsentGrant(granted, grantedAt, until, receipt));
    }
    return open;
  }

  /** Whether the refusal counted. */
  synchronized boolean decline(Instant now) {
    return state(now) instanceof Requested && end(Cause.DENIED, now);
  }

  /** Whether the citizen took an active consent back with this call. */
  synchronized boolean revoke(Instant now) {
    return state(now) instanceof Active && end(Cause.REVOKED_BY_CITIZEN, now);
  }

  /** Ends what has not ended. Whether this call did it. */
  synchronized boolean end(Cause cause, Instant now) {
    if (state(now) instanceof Ended) {
      return false;
    }
    state = ended(cause, now, now);
    return true;
  }

  /** How many uses are left of each data set; empty where there is no limit. */
  public synchronized Map<DataSet, Integer> usesLeft() {
    Map<DataSet, Integer> left = new LinkedHashMap<>();
    terms
        .uses()
        .ifPresent(most -> dataSets().forEach(set -> left.put(set, most - pulls.uses(set))));
    return left;
  }

  /** How many pulls were answered. */
  public synchronized int reads() {
    return pulls.uses();
  }

  public synchronized Optional<Instant> lastRead() {
    return pulls.lastRead();
  }

  private Ended ended(Cause cause, Instant at, Instant now) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    return new Ended(cause, second, receipts.ended(this, cause, second, now), grant());
  }

  private Optional<ConsentGrant> grant() {
    if (state instanceof Active active) {
      return Optional.of(active.grant());
    }
    return state instanceof Ended ended ? ended.grant() : Optional.empty();
  }

  // What was granted, or asked for where nothing is.
  private Set<DataSet> dataSets() {
    return grant().map(ConsentGrant::terms).orElse(terms).dataSets();
  }

  private boolean usedUp(DataSet dataSet) {
    return terms.uses().isPresent() && pulls.uses(dataSet) >= terms.uses().getAsInt();
  }

  private static boolean letsPullsGoOn(Ended ended, Instant now) {
    boolean inTime = ended.grant().filter(grant -> now.isBefore(grant.expiresAt())).isPresent();
    return ended.cause() == Cause.USED_UP && inTime;
  }
}

package vn.eid.mock.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request on a citizen's phone, from the asking until its tokens are fetched. Each step happens
 * under the lock of this object, so threads agree on who was first. Safe for use by threads.
 */
public final class PushRequest {
  private static final Duration LONGER = Duration.ofSeconds(5);

  private final String id = Secrets.random();
  private final String ticket = Secrets.random();
  private final PushTerms terms;
  private final Instant expiresAt;

  private Duration interval = PushRequests.INTERVAL;
  private @Nullable Instant lastPoll;
  private @Nullable String jkt;
  private @Nullable Session session;
  private @Nullable PushBarrier refusal;
  private boolean fetched;

  PushRequest(PushTerms terms, Instant now) {
    this.terms = terms;
    this.expiresAt = now.plus(terms.life());
  }

  /** The {@code auth_req_id}. */
  public String id() {
    return id;
  }

  /** The unguessable last segment of the phone page: whoever opens it decides. */
  public String ticket() {
    return ticket;
  }

  public PushTerms terms() {
    return terms;
  }

  /** Whether the citizen may still decide. */
  synchronized boolean waits(Instant now) {
    return session == null && refusal == null && now.isBefore(expiresAt);
  }

  /** Begins the session of a citizen who approves; false where it is too late for a decision. */
  synchronized boolean approve(Supplier<Session> begin, Instant now) {
    boolean open = waits(now);
    if (open) {
      session = begin.get();
    }
    return open;
  }

  synchronized boolean refuse(PushBarrier why, Instant now) {
    boolean open = waits(now);
    if (open) {
      refusal = why;
    }
    return open;
  }

  /**
   * What a poll by this key meets; empty where it may have the tokens, which happens once. ASSUMED:
   * the first poll's key is the one of the whole request, as dpop_jkt is of a browser login.
   */
  synchronized Optional<PushBarrier> poll(String key, Instant now) {
    if (fetched) {
      return Optional.of(PushBarrier.FETCHED);
    }
    if (jkt != null && !jkt.equals(key)) {
      return Optional.of(PushBarrier.OTHER_KEY);
    }
    jkt = key;
    if (!now.isBefore(expiresAt)) {
      return Optional.of(PushBarrier.EXPIRED);
    }
    if (refusal != null) {
      return Optional.of(refusal);
    }
    fetched = session != null;
    return fetched ? Optional.empty() : Optional.of(pending(now));
  }

  // STANDARD: CIBA Core 1.0, section 11: slow_down is a kind of authorization_pending, so who polls
  // too early is not kept from a decision that was made.
  private PushBarrier pending(Instant now) {
    // Not before the last poll either: the clock may have been set back.
    boolean early =
        lastPoll != null && !now.isBefore(lastPoll) && now.isBefore(lastPoll.plus(interval));
    lastPoll = now;
    if (early) {
      interval = interval.plus(LONGER);
    }
    return early ? PushBarrier.TOO_EARLY : PushBarrier.PENDING;
  }

  synchronized boolean polled() {
    return jkt != null;
  }

  /** Counts a poll as one that came too early. */
  synchronized void slowDown(String key, Instant now) {
    jkt = key;
    lastPoll = now;
    interval = interval.plus(LONGER);
  }

  /** The login that came of it, once the citizen approved. */
  public synchronized Optional<Session> session() {
    return Optional.ofNullable(session);
  }

  /** Masked: a log must not hold what the tokens can be fetched with. */
  @Override
  public String toString() {
    return "PushRequest[" + terms.clientId() + "]";
  }
}

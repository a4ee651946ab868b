package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The tax registry's work in bulk: what it takes on, what it does, what it counts. */
public final class TaxBatches {
  private static final Duration LIFE = Duration.ofHours(24);
  private static final int MOST_KEPT = 20_000;
  private static final int MOST_UNFINISHED = 16;

  private final Clock clock;
  private final TaxRegistry registry;
  private final RowMemory memory;
  private final RowLimit limit;
  private final IdempotencyKeys keys;
  private final Expiring<TaxBatch> slow;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong rowsReceived = new AtomicLong();
  private final AtomicLong rowsDone = new AtomicLong();
  private volatile long seed;
  private volatile Duration atMost = Duration.ZERO;

  /** What the registry says to a batch that it does not take on now. */
  public record Busy(boolean byRows, long retryAfterSeconds) {}

  TaxBatches(Clock clock, TaxRegistry registry) {
    this.clock = clock;
    this.registry = registry;
    this.memory = new RowMemory(clock);
    this.limit = new RowLimit(clock);
    this.keys = new IdempotencyKeys(clock);
    this.slow = new Expiring<>(clock, LIFE, MOST_KEPT);
  }

  /** How it is from the start and after each reset. */
  public void startWith(long seedOfDelays, int rowsPerSecond) {
    seed = seedOfDelays;
    limit.startWith(rowsPerSecond);
  }

  /** Takes no more rows a second than this until the next reset; 0 for no limit. */
  public void limitRows(int perSecond) {
    limit.set(perSecond);
  }

  /** Finishes each batch after a while, until the next reset; zero for at once. */
  public void slowDown(Duration longest) {
    atMost = longest;
  }

  /** Under which keys batches came. */
  public IdempotencyKeys keys() {
    return keys;
  }

  /** Why a batch of so many rows cannot be taken on now; empty where it can, and is counted. */
  public synchronized Optional<Busy> refuse(String clientId, int rows) {
    List<TaxBatch> unfinished = unfinished(clientId);
    if (unfinished.size() >= MOST_UNFINISHED) {
      Instant first =
          unfinished.stream().map(TaxBatch::readyAt).min(Instant::compareTo).orElseThrow();
      return Optional.of(new Busy(false, secondsUntil(first)));
    }
    return limit.refuse(rows).map(seconds -> new Busy(true, seconds));
  }

  /** Takes on a batch; each has a while of its own, so that they finish in another order. */
  public TaxBatch accept(String clientId, int rows) {
    long longest = atMost.toMillis();
    long delay = longest == 0 ? 0 : 1 + Math.floorMod(Mix.of(seed, received.get()), longest);
    return accept(clientId, rows, Duration.ofMillis(delay));
  }

  /** Takes on a batch that is done after so long. */
  public synchronized TaxBatch accept(String clientId, int rows, Duration time) {
    Instant now = clock.instant();
    TaxBatch batch = new TaxBatch(Secrets.random(), clientId, rows, now, now.plus(time));
    if (batch.isSlow()) {
      slow.put(batch.id(), batch);
    }
    return batch;
  }

  /** A batch that was not finished at once; empty where it is another client's, or a day old. */
  public Optional<TaxBatch> find(String clientId, String id) {
    return slow.find(id).filter(batch -> batch.clientId().equals(clientId));
  }

  /** Whole seconds, at least one, until a moment of the mock's clock. */
  public long secondsUntil(Instant moment) {
    long millis = Duration.between(clock.instant(), moment).toMillis();
    return Math.max(1, (millis + 999) / 1000);
  }

  /** Counts a batch that came, also one that had come before. */
  public void count(int rows) {
    received.incrementAndGet();
    rowsReceived.addAndGet(rows);
  }

  /** Links a row, or says what became of it the first time. */
  public RowAnswer work(String clientId, TaxRow row) {
    // One row at a time: two batches may hold the same row.
    synchronized (memory) {
      Optional<RowOutcome> before = memory.find(clientId, row);
      if (before.isPresent()) {
        return again(clientId, row, before.get());
      }
      RowAnswer answer =
          row.fault()
              .map(fault -> RowAnswer.of(row, fault))
              .orElseGet(() -> RowAnswer.of(row, link(clientId, row)));
      memory.remember(clientId, row, answer.outcome());
      rowsDone.incrementAndGet();
      return answer;
    }
  }

  private TaxOutcome link(String clientId, TaxRow row) {
    return registry.link(
        clientId, row.citizenId(), row.fullName(), row.birthDate().orElseThrow(), row.oldCodes());
  }

  private RowAnswer again(String clientId, TaxRow row, RowOutcome outcome) {
    String number = row.citizenId();
    return new RowAnswer(
        row.rowKey(),
        outcome,
        outcome.isLinked() ? registry.link(number) : Optional.empty(),
        outcome == RowOutcome.UNDER_REVIEW
            ? registry.cases().latest(clientId, number).map(TaxCase::number)
            : Optional.empty());
  }

  private List<TaxBatch> unfinished(String clientId) {
    Instant now = clock.instant();
    return slow.values().stream()
        .filter(batch -> batch.clientId().equals(clientId) && !batch.isReady(now))
        .toList();
  }

  public long received() {
    return received.get();
  }

  public long rowsReceived() {
    return rowsReceived.get();
  }

  /** Rows that were worked on, not answered from memory. */
  public long rowsDone() {
    return rowsDone.get();
  }

  /** Forgets all batches and rows. */
  public void reset() {
    memory.clear();
    limit.reset();
    keys.reset();
    slow.clear();
    received.set(0);
    rowsReceived.set(0);
    rowsDone.set(0);
    atMost = Duration.ZERO;
  }
}

package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What came out of each row, for a day and for each client: a row key means one row. Of a row it
 * keeps three numbers (hashes of its key and of its content, the time and the outcome), which is 24
 * bytes, or 64 at the most with the free places of the table. Safe for use by threads.
 */
final class RowMemory {
  // ASSUMED: as long as idempotency keys.
  private static final long LIFE = Duration.ofHours(24).toSeconds();
  private static final int SWEEP_EVERY = 100_000;
  private static final int CONTENT = 1;

  private final Clock clock;
  // Unknown outside: rows that were made to have one hash must not be taken for one row.
  private final long secret = Mix.of(System.nanoTime());
  private final LongTable rows = new LongTable(2);
  private int untilSweep = SWEEP_EVERY;

  RowMemory(Clock clock) {
    this.clock = clock;
  }

  /** The outcome of the first time; empty where the row is new. */
  synchronized Optional<RowOutcome> find(String clientId, TaxRow row) {
    int at = rows.find(key(clientId, row));
    if (at < 0 || !isAlive(rows.value(at, 0), now())) {
      return Optional.empty();
    }
    boolean same = rows.value(at, CONTENT) == row.content();
    return Optional.of(same ? outcome(rows.value(at, 0)) : RowOutcome.KEY_REUSED);
  }

  synchronized void remember(String clientId, TaxRow row, RowOutcome outcome) {
    sweep();
    int at = rows.add(key(clientId, row));
    rows.set(at, 0, now() << 8 | outcome.number());
    rows.set(at, CONTENT, row.content());
  }

  synchronized void clear() {
    rows.clear();
  }

  private void sweep() {
    if (--untilSweep == 0) {
      long now = now();
      rows.retain(first -> isAlive(first, now));
      untilSweep = Math.max(SWEEP_EVERY, rows.size());
    }
  }

  private long key(String clientId, TaxRow row) {
    return Mix.of(Mix.of(secret, clientId), row.rowKey());
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private static boolean isAlive(long first, long now) {
    return now - (first >> 8) < LIFE;
  }

  private static RowOutcome outcome(long first) {
    return RowOutcome.of((int) (first & 0xff));
  }
}

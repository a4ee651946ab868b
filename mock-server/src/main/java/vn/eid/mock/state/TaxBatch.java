package vn.eid.mock.state;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A batch that the registry has taken on. Safe for use by threads. */
public final class TaxBatch {
  private final String id;
  private final String clientId;
  private final int rows;
  private final Instant takenAt;
  private final Instant readyAt;
  private volatile @Nullable Packed results;

  TaxBatch(String id, String clientId, int rows, Instant takenAt, Instant readyAt) {
    this.id = id;
    this.clientId = clientId;
    this.rows = rows;
    this.takenAt = takenAt;
    this.readyAt = readyAt;
  }

  public String id() {
    return id;
  }

  public String clientId() {
    return clientId;
  }

  /** How many rows it has. */
  public int rows() {
    return rows;
  }

  /** When its results can be had. */
  public Instant readyAt() {
    return readyAt;
  }

  /** Whether the time is over that it takes, or the clock was set back since it began. */
  boolean isReady(Instant now) {
    return now.isBefore(takenAt) || !now.isBefore(readyAt);
  }

  /** Whether it was not finished at once. */
  public boolean isSlow() {
    return readyAt.isAfter(takenAt);
  }

  /** Whether its rows wait to be worked on. */
  public boolean isUntouched() {
    return results == null;
  }

  /** Keeps the results until somebody comes for them. */
  public void finishWith(byte[] resultLines) {
    results = Packed.of(resultLines);
  }

  /** The results as they were written; empty where they are not ready. */
  public Optional<byte[]> results(Instant now) {
    return Optional.ofNullable(results).filter(packed -> isReady(now)).map(Packed::unpack);
  }
}

package vn.eid.tax;

import java.time.Duration;
import java.util.function.Consumer;
import vn.eid.InvalidRequestException;

/**
 * A whole payroll, or a nation, to be linked: {@link TaxLinks#link(BulkLink)} does it. Immutable
 * and thread-safe.
 */
public final class BulkLink {
  private static final int MAX_AT_ONCE = 16;
  private static final int MAX_CHUNK = 5_000;

  final LinkRows rows;
  final LinkResults results;
  final boolean resuming;
  final int chunkSize;
  final int atOnce;
  final Duration patience;
  final Consumer<BulkProgress> listener;

  private BulkLink(
      LinkRows rows,
      LinkResults results,
      boolean resuming,
      int chunkSize,
      int atOnce,
      Duration patience,
      Consumer<BulkProgress> listener) {
    this.rows = rows;
    this.results = results;
    this.resuming = resuming;
    this.chunkSize = chunkSize;
    this.atOnce = atOnce;
    this.patience = patience;
    this.listener = listener;
  }

  /** Links these rows and writes what comes of each. */
  public static BulkLink of(LinkRows rows, LinkResults results) {
    return new BulkLink(rows, results, false, 1_000, 4, Duration.ofMinutes(10), unused -> {});
  }

  /**
   * Goes on where an earlier run with the same rows and the same results file stopped, however it
   * did; begins where there was none, and does nothing where it had finished.
   */
  public BulkLink resuming() {
    return new BulkLink(rows, results, true, chunkSize, atOnce, patience, listener);
  }

  /**
   * How many rows make one batch; 1,000 by default. A resumed job keeps the size that it began
   * with.
   *
   * @throws InvalidRequestException where it is not 1 to 5,000
   */
  public BulkLink inChunksOf(int size) {
    if (size < 1 || size > MAX_CHUNK) {
      throw new InvalidRequestException("inChunksOf", "A batch has 1 to 5,000 rows.");
    }
    return new BulkLink(rows, results, resuming, size, atOnce, patience, listener);
  }

  /**
   * How many batches may be under way at once; 4 by default. The job begins with fewer and finds
   * out how many the registry takes.
   *
   * @throws InvalidRequestException where it is not 1 to 16
   */
  public BulkLink atOnce(int batches) {
    if (batches < 1 || batches > MAX_AT_ONCE) {
      throw new InvalidRequestException("atOnce", "Between 1 and 16 batches go at once.");
    }
    return new BulkLink(rows, results, resuming, chunkSize, batches, patience, listener);
  }

  /**
   * How long the job goes on asking while the registry gives no answer at all; 10 minutes by
   * default. Then it stops, and can be resumed. A pause that the registry asks for is waited in
   * addition. Where nobody has ever answered since the job began or was resumed, such as where an
   * address is wrong, it stops after 30 seconds.
   *
   * @throws InvalidRequestException where it is negative
   */
  public BulkLink patientFor(Duration time) {
    if (time.isNegative()) {
      throw new InvalidRequestException("patientFor", "A patience is not negative.");
    }
    return new BulkLink(rows, results, resuming, chunkSize, atOnce, time, listener);
  }

  /** Tells how far it has come, a few times a second at most, on the thread that called. */
  public BulkLink reportingTo(Consumer<BulkProgress> progress) {
    return new BulkLink(rows, results, resuming, chunkSize, atOnce, patience, progress);
  }

  @Override
  public String toString() {
    return "BulkLink[in chunks of " + chunkSize + ", " + atOnce + " at once]";
  }
}

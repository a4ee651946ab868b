package vn.eid.tax;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a bulk link has come.
 *
 * @param rows how many rows have their result in the file, those of earlier runs included
 * @param fraction how much of the input that is, from 0 to 1; empty where its size is not known
 * @param counts how many rows of each outcome; an outcome without rows is not in it
 * @param rowsPerSecond how fast this run is
 * @param timeLeft an estimate; empty where there is nothing to estimate from
 * @param rateLimited whether the job waits because the registry asked it to (HTTP 429)
 * @param outage what the last call failed with, such as that nothing answers at an address; empty
 *     where one has been answered since. It holds no personal data
 */
public record BulkProgress(
    long rows,
    OptionalDouble fraction,
    Map<RowOutcome, Long> counts,
    double rowsPerSecond,
    Optional<Duration> timeLeft,
    boolean rateLimited,
    Optional<String> outage) {

  /** Copies the map. */
  public BulkProgress {
    counts = Map.copyOf(counts);
  }
}

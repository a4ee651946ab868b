package vn.eid.benchmarks;

/**
 * One line of the table: what was measured, who did it, how much of which unit.
 *
 * @param measure the same for all that were measured beside each other
 * @param contender {@link #OURS}, {@link #LIMIT} or a peer; one of a kind in a measure
 * @param unit ends with {@code /s} where more is better
 * @param note what this contender does not do, or does besides; may be empty
 */
public record Row(String measure, String contender, double value, String unit, String note) {
  /** The SDK. */
  public static final String OURS = "eid-sdk";

  /** What no library can be better than: the bare work itself. */
  public static final String LIMIT = "the limit";

  /** How many times what the other has. */
  double times(Row other) {
    return value / other.value;
  }

  /** Whether both were measured beside each other. */
  boolean isBeside(Row other) {
    return measure.equals(other.measure) && unit.equals(other.unit);
  }
}

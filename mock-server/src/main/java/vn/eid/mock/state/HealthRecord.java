package vn.eid.mock.state;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much one citizen's health record holds, and what of it is not returned. What it says is made
 * from the citizen's number.
 *
 * @param atLeast how many resources a data set holds at least, however few the seed gives
 * @param withheld what is left out, the newest resources first, each with its reason
 * @param redacted of how many resources, the oldest ones, parts are left out
 */
public record HealthRecord(
    Map<DataSet, Integer> atLeast, List<Withholding> withheld, Map<DataSet, Integer> redacted) {
  /** The longest record that the mock plays. */
  public static final int MOST = 1_000_000;

  /** What the seed gives, and all of it returned. */
  public static final HealthRecord USUAL = new HealthRecord(Map.of(), List.of(), Map.of());

  public HealthRecord {
    atLeast = Map.copyOf(atLeast);
    withheld = List.copyOf(withheld);
    redacted = Map.copyOf(redacted);
  }

  /** How many resources the data set holds at least. */
  public int atLeast(DataSet dataSet) {
    return atLeast.getOrDefault(dataSet, 0);
  }

  public List<Withholding> withheld(DataSet dataSet) {
    return withheld.stream().filter(one -> one.dataSet() == dataSet).toList();
  }

  public int redacted(DataSet dataSet) {
    return redacted.getOrDefault(dataSet, 0);
  }

  HealthRecord holding(DataSet dataSet, int count) {
    return new HealthRecord(with(atLeast, dataSet, count), withheld, redacted);
  }

  HealthRecord withholding(Withholding one) {
    return new HealthRecord(
        atLeast, Stream.concat(withheld.stream(), Stream.of(one)).toList(), redacted);
  }

  HealthRecord redacting(DataSet dataSet, int count) {
    return new HealthRecord(atLeast, withheld, with(redacted, dataSet, count));
  }

  private static Map<DataSet, Integer> with(
      Map<DataSet, Integer> counts, DataSet dataSet, int count) {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("The count must be from 0 to " + MOST);
    }
    Map<DataSet, Integer> more = new EnumMap<>(DataSet.class);
    more.putAll(counts);
    more.put(Withholding.requireRecords(dataSet), count);
    return more;
  }
}

package vn.eid.mock.state;

/**
 * Some resources of a data set that are not returned, and why.
 *
 * @param count how many; 0 where nobody knows, which only {@link WithheldReason#SOURCE_UNREACHABLE}
 *     can say
 */
public record Withholding(DataSet dataSet, WithheldReason reason, int count) {
  public Withholding {
    requireRecords(dataSet);
    int least = reason == WithheldReason.SOURCE_UNREACHABLE ? 0 : 1;
    if (count < least || count > HealthRecord.MOST) {
      throw new IllegalArgumentException(
          "For the reason "
              + reason.code()
              + " the count must be from "
              + least
              + " to "
              + HealthRecord.MOST);
    }
  }

  /** Only a data set of single resources can be returned in part. */
  static DataSet requireRecords(DataSet dataSet) {
    if (!dataSet.comesInPages()) {
      throw new IllegalArgumentException("No part of " + dataSet.code() + " can be left out");
    }
    return dataSet;
  }
}

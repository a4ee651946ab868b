package vn.eid.records;

import java.util.List;
import vn.eid.consent.DataSet;

/** The data sets that this SDK names. What the citizen agreed to is their name. */
final class KnownDataSets {
  private static final List<DataSet<?>> ALL =
      List.of(
          HealthData.PATIENT_SUMMARY,
          HealthData.IMMUNIZATIONS,
          HealthData.ENCOUNTERS,
          HealthData.CONDITIONS,
          HealthData.MEDICATIONS,
          HealthData.ALLERGIES,
          HealthData.LABORATORY_RESULTS,
          HealthData.IMAGING_REPORTS,
          CitizenData.IDENTITY,
          CitizenData.RESIDENCE,
          CitizenData.HOUSEHOLD,
          CitizenData.INSURANCE_CARD);

  private KnownDataSets() {}

  /** Whether a data set has the name of a known one, and other data behind it. */
  static boolean isMistaken(DataSet<?> dataSet) {
    return ALL.stream()
        .filter(dataSet::equals)
        .anyMatch(
            known ->
                !known.resource().equals(dataSet.resource())
                    || known.itemType() != dataSet.itemType());
  }
}

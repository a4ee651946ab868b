package vn.eid.examples.hospital;

import java.util.Collection;
import java.util.List;
import vn.eid.consent.DataSet;
import vn.eid.records.HealthData;

/** The data sets that the desk may ask for, in the order of a doctor's interest. */
final class DataSets {
  static final List<DataSet<HealthData>> ALL =
      List.of(
          HealthData.PATIENT_SUMMARY,
          HealthData.ALLERGIES,
          HealthData.CONDITIONS,
          HealthData.MEDICATIONS,
          HealthData.LABORATORY_RESULTS,
          HealthData.IMAGING_REPORTS,
          HealthData.IMMUNIZATIONS,
          HealthData.ENCOUNTERS);

  private DataSets() {}

  static List<String> names() {
    return ALL.stream().map(DataSet::name).toList();
  }

  /** Those of these names; what has another name is none of ours. */
  static List<DataSet<HealthData>> named(Collection<String> names) {
    return ALL.stream().filter(dataSet -> names.contains(dataSet.name())).toList();
  }
}

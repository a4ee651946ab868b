package vn.eid.mock.fhir;

import java.util.Optional;
import vn.eid.mock.state.DataSet;

/**
 * The data sets that come in pages, each with the FHIR R4 search that returns it: section 3.1.1,
 * with the search parameters of the resource type. ASSUMED: which parameters a national service
 * takes.
 */
public enum RecordKind {
  IMMUNIZATIONS(DataSet.IMMUNIZATIONS, "Immunization", "date", ""),
  ENCOUNTERS(DataSet.ENCOUNTERS, "Encounter", "date", ""),
  CONDITIONS(DataSet.CONDITIONS, "Condition", "recorded-date", ""),
  MEDICATIONS(DataSet.MEDICATIONS, "MedicationStatement", "effective", ""),
  ALLERGIES(DataSet.ALLERGIES, "AllergyIntolerance", "date", ""),
  LABORATORY_RESULTS(DataSet.LABORATORY_RESULTS, "Observation", "date", "laboratory"),
  IMAGING_REPORTS(DataSet.IMAGING_REPORTS, "DiagnosticReport", "date", "RAD");

  private final DataSet dataSet;
  private final String resourceType;
  private final String dateParameter;
  private final String category;

  RecordKind(DataSet dataSet, String resourceType, String dateParameter, String category) {
    this.dataSet = dataSet;
    this.resourceType = resourceType;
    this.dateParameter = dateParameter;
    this.category = category;
  }

  public DataSet dataSet() {
    return dataSet;
  }

  public String resourceType() {
    return resourceType;
  }

  /** The search parameter that takes the first and the last day. */
  public String dateParameter() {
    return dateParameter;
  }

  /** What the parameter {@code category} has to be; empty where there is none. */
  public Optional<String> category() {
    return category.isEmpty() ? Optional.empty() : Optional.of(category);
  }

  History history(Chart chart) {
    return switch (this) {
      case IMMUNIZATIONS -> Vaccinations.of(chart);
      case ENCOUNTERS -> Visits.history(chart);
      case CONDITIONS -> Problems.history(chart);
      case MEDICATIONS -> Medications.history(chart);
      case ALLERGIES -> Allergies.history(chart);
      case LABORATORY_RESULTS -> Results.history(chart);
      case IMAGING_REPORTS -> Imaging.history(chart);
    };
  }
}

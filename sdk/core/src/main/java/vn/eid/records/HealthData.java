package vn.eid.records;

import java.nio.charset.StandardCharsets;
import vn.eid.consent.DataSet;

/**
 * One FHIR R4 resource of a citizen's health record, as the provider wrote it. Health data is
 * sensitive by law (Law 91/2025/QH15, article 26): {@link #toString()} shows the type only.
 * Immutable and thread-safe.
 */
public final class HealthData {
  /**
   * The patient summary: one International Patient Summary document (HL7 FHIR IPS), a {@code
   * Bundle} of type {@code document}.
   */
  public static final DataSet<HealthData> PATIENT_SUMMARY =
      DataSet.of("patient_summary", HealthData.class, "Patient/$summary");

  /** The immunisations (tiêm chủng), one {@code Immunization} each. */
  public static final DataSet<HealthData> IMMUNIZATIONS =
      DataSet.of("immunizations", HealthData.class, "Immunization");

  /** The hospital visits and consultations (lượt khám), one {@code Encounter} each. */
  public static final DataSet<HealthData> ENCOUNTERS =
      DataSet.of("encounters", HealthData.class, "Encounter");

  /** The problems and diagnoses (chẩn đoán), one {@code Condition} each. */
  public static final DataSet<HealthData> CONDITIONS =
      DataSet.of("conditions", HealthData.class, "Condition");

  /** The medication (thuốc), one {@code MedicationStatement} each. */
  public static final DataSet<HealthData> MEDICATIONS =
      DataSet.of("medications", HealthData.class, "MedicationStatement");

  /** The allergies and intolerances (dị ứng), one {@code AllergyIntolerance} each. */
  public static final DataSet<HealthData> ALLERGIES =
      DataSet.of("allergies", HealthData.class, "AllergyIntolerance");

  /** The laboratory results (xét nghiệm), one {@code Observation} each. */
  public static final DataSet<HealthData> LABORATORY_RESULTS =
      DataSet.of("laboratory_results", HealthData.class, "Observation");

  /** The imaging reports (chẩn đoán hình ảnh), one {@code DiagnosticReport} each. */
  public static final DataSet<HealthData> IMAGING_REPORTS =
      DataSet.of("imaging_reports", HealthData.class, "DiagnosticReport");

  private final String resourceType;
  private final byte[] json;

  /** Takes bytes that were checked to be JSON and UTF-8; nobody else may keep them. */
  HealthData(String resourceType, byte[] json) {
    this.resourceType = resourceType;
    this.json = json;
  }

  /** The FHIR resource type, such as {@code Immunization}. */
  public String resourceType() {
    return resourceType;
  }

  /** The resource as FHIR JSON, exactly as the provider wrote it. Sensitive: do not log it. */
  public String json() {
    return new String(json, StandardCharsets.UTF_8);
  }

  /** The same in UTF-8; nobody may change it. */
  byte[] bytes() {
    return json;
  }

  @Override
  public String toString() {
    return "HealthData[" + resourceType + "]";
  }
}

package vn.eid.records;

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

  private final String resourceType;
  private final String json;

  HealthData(String resourceType, String json) {
    this.resourceType = resourceType;
    this.json = json;
  }

  /** The FHIR resource type, such as {@code Immunization}. */
  public String resourceType() {
    return resourceType;
  }

  /** The resource as FHIR JSON. Sensitive: do not log it. */
  public String json() {
    return json;
  }

  @Override
  public String toString() {
    return "HealthData[" + resourceType + "]";
  }
}

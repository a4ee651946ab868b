package vn.eid.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;

/**
 * What a section of a patient summary is about, by the LOINC code that the International Patient
 * Summary gives it (HL7 FHIR IPS 2.0.0, Composition).
 */
public enum SummaryPart {
  /** {@code Condition}. */
  PROBLEMS("11450-4"),
  /** {@code AllergyIntolerance}. */
  ALLERGIES("48765-2"),
  /** {@code MedicationStatement} or {@code MedicationRequest}. */
  MEDICATIONS("10160-0"),
  /** {@code Immunization}. */
  IMMUNIZATIONS("11369-6"),
  /** {@code Observation} or {@code DiagnosticReport}. */
  RESULTS("30954-2"),
  /** {@code Procedure}. */
  PROCEDURES("47519-4"),
  /** {@code DeviceUseStatement}. */
  MEDICAL_DEVICES("46264-8"),
  /** {@code Condition}, over. */
  PAST_PROBLEMS("11348-0"),
  /** {@code Observation}. */
  VITAL_SIGNS("8716-3"),
  /** {@code Observation}. */
  SOCIAL_HISTORY("29762-2"),
  /** {@code Observation}. */
  PREGNANCIES("10162-6"),
  /** {@code Condition} or {@code ClinicalImpression}. */
  FUNCTIONAL_STATUS("47420-5"),
  /** {@code CarePlan} or {@code ImmunizationRecommendation}. */
  PLAN_OF_CARE("18776-5"),
  /** {@code Consent}. */
  ADVANCE_DIRECTIVES("42348-3"),
  /** {@code Flag}. */
  ALERTS("104605-1"),
  /** What the patient tells, as text. */
  PATIENT_STORY("81338-6");

  private final String loinc;

  SummaryPart(String loinc) {
    this.loinc = loinc;
  }

  boolean isMeantBy(CodeableConcept code) {
    return code.hasCoding("http://loinc.org", loinc);
  }
}

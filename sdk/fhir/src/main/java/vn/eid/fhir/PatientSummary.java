package vn.eid.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.records.HealthData;

/**
 * A patient summary (tóm tắt hồ sơ sức khỏe): an International Patient Summary, which is a FHIR
 * document (FHIR R4, section 3.3; HL7 FHIR IPS 2.0.0), with its references resolved.
 *
 * <p>An empty list does not mean that there is nothing: ask {@link #emptyReason(SummaryPart)}.
 * Holding a summary means that no entry was lost on the way: each one that a section names is in
 * the document and about the same patient. Thread-safe as long as nobody changes HAPI's resources;
 * {@link #toString()} shows nothing of them.
 */
public final class PatientSummary {
  private final SummaryDocument document;

  private PatientSummary(SummaryDocument document) {
    this.document = document;
  }

  /**
   * Reads the record that {@link HealthData#PATIENT_SUMMARY} brings.
   *
   * @throws UntrustedException where it is no FHIR document, lacks an entry that one of its
   *     sections names, or is about several patients
   * @throws InvalidRequestException where it is no {@code Bundle}
   */
  public static PatientSummary of(HealthData data) {
    return of(FhirRecords.parse(data, Bundle.class));
  }

  /**
   * Reads a document that was parsed before. It is not copied: do not change it afterwards.
   *
   * @throws UntrustedException where it is no FHIR document, lacks an entry that one of its
   *     sections names, or is about several patients
   */
  public static PatientSummary of(Bundle document) {
    return new PatientSummary(SummaryDocument.of(document));
  }

  /** Whose summary it is. */
  public Patient patient() {
    return document.patient();
  }

  /** The head of the document: title, status, sections, confidentiality. */
  public Composition composition() {
    return document.composition();
  }

  /** When the author made it, as exactly as the author says. */
  public DateTimeType date() {
    return composition().getDateElement();
  }

  /** Who made it: organisations, persons, devices; without those that are named by words only. */
  public List<Resource> authors() {
    return document.authors();
  }

  /** The problems and diagnoses that count today. */
  public List<Condition> problems() {
    return entries(SummaryPart.PROBLEMS, Condition.class);
  }

  /** The allergies and intolerances. */
  public List<AllergyIntolerance> allergies() {
    return entries(SummaryPart.ALLERGIES, AllergyIntolerance.class);
  }

  /**
   * What the patient takes. An author may also list prescriptions, which are not in here but among
   * {@link SummarySection#entries()}.
   */
  public List<MedicationStatement> medications() {
    return entries(SummaryPart.MEDICATIONS, MedicationStatement.class);
  }

  /** The vaccinations. */
  public List<Immunization> immunizations() {
    return entries(SummaryPart.IMMUNIZATIONS, Immunization.class);
  }

  /**
   * The results of examinations. An author may also list whole reports, which are not in here but
   * among {@link SummarySection#entries()}.
   */
  public List<Observation> results() {
    return entries(SummaryPart.RESULTS, Observation.class);
  }

  /** A section; empty where the author left it out altogether. */
  public Optional<SummarySection> section(SummaryPart part) {
    return document.section(part);
  }

  /** Why a section has no entries; empty where it has some, or nobody says why. */
  public Optional<EmptyReason> emptyReason(SummaryPart part) {
    return section(part).flatMap(SummarySection::emptyReason);
  }

  private <T extends Resource> List<T> entries(SummaryPart part, Class<T> type) {
    return section(part).map(section -> section.entries(type)).orElse(List.of());
  }

  @Override
  public String toString() {
    return "PatientSummary[…]";
  }
}

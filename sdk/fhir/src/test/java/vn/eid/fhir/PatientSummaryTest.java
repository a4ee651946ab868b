package vn.eid.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.records.HealthData;

@EidMockTest
class PatientSummaryTest {
  private static final String AN = "099085000011";

  @Test
  void readsTheSectionsOfAPulledSummary(EidMock mock) {
    PatientSummary summary = pulled(mock);
    assertThat(summary.patient().getNameFirstRep().getText()).isEqualTo("Nguyễn Văn An");
    assertThat(summary.composition().getTitle()).isEqualTo("Tóm tắt hồ sơ sức khỏe");
    assertThat(summary.authors()).singleElement().isInstanceOf(Organization.class);
    assertThat(summary.date().getValue().toInstant()).isBeforeOrEqualTo(mock.clock().instant());
    assertThat(summary.problems()).isNotEmpty().hasSameSizeAs(summary.medications());
    assertThat(summary.allergies()).hasSize(1);
    assertThat(summary.immunizations()).hasSize(14);
    assertThat(summary.results()).allMatch(result -> result.hasValueQuantity()).isNotEmpty();
    assertThat(summary.section(SummaryPart.PREGNANCIES)).isEmpty();
    assertThat(summary.emptyReason(SummaryPart.ALLERGIES)).isEmpty();
    assertThat(summary).hasToString("PatientSummary[…]");
  }

  @Test
  void refusesARecordThatIsNoDocument(EidMock mock) {
    try (Clinic clinic = new Clinic(mock)) {
      HealthData dose = clinic.records(AN, HealthData.IMMUNIZATIONS).get(0);
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> PatientSummary.of(dose));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nilknown,NOTHING_KNOWN",
    "notasked,NOT_ASKED",
    "withheld,WITHHELD",
    "unavailable,UNAVAILABLE",
    "notstarted,NOT_STARTED",
    "closed,CLOSED",
    "new-in-r9,OTHER"
  })
  void saysWhyASectionIsEmpty(String code, EmptyReason reason) {
    Bundle document = document();
    SectionComponent allergies = composition(document).getSectionFirstRep();
    allergies.setEntry(List.of());
    String system = "http://terminology.hl7.org/CodeSystem/list-empty-reason";
    allergies.setEmptyReason(new CodeableConcept(new Coding(system, code, null)));
    PatientSummary summary = PatientSummary.of(document);
    assertThat(summary.allergies()).isEmpty();
    assertThat(summary.emptyReason(SummaryPart.ALLERGIES)).contains(reason);
  }

  @Test
  void findsWhatARelativeReferenceNamesUnderTheSameBase() {
    assertThat(PatientSummary.of(document()).allergies()).hasSize(1);
  }

  @Test
  void findsTheEntriesOfNestedSections() {
    Bundle document = document();
    SectionComponent outer = composition(document).getSectionFirstRep();
    outer.addSection().setEntry(outer.getEntry());
    outer.setEntry(List.of());
    assertThat(PatientSummary.of(document).allergies()).hasSize(1);
  }

  @Test
  void refusesASummaryThatLacksAnEntryOfItsSections() {
    refuses(Check.FORMAT, document -> document.getEntry().remove(2));
  }

  @Test
  void refusesASummaryOfTwoPatients() {
    refuses(Check.SUBJECT, document -> allergy(document).setPatient(new Reference("Patient/2")));
  }

  @Test
  void refusesAnEntryThatNamesAnotherPatientByNumberAlone() {
    Consumer<Bundle> byNumber =
        document -> {
          patient(document).addIdentifier().setSystem("urn:mrn").setValue("7");
          Reference who = new Reference();
          who.getIdentifier().setSystem("urn:mrn").setValue("7");
          allergy(document).setPatient(who);
        };
    Bundle sound = document();
    byNumber.accept(sound);
    assertThat(PatientSummary.of(sound).allergies()).hasSize(1);
    refuses(
        Check.SUBJECT,
        byNumber.andThen(document -> allergy(document).getPatient().getIdentifier().setValue("8")));
  }

  @Test
  void refusesASummaryWhoseSubjectIsContainedOrElsewhere() {
    refuses(
        Check.FORMAT,
        document -> {
          composition(document).addContained(new Patient().setId("p"));
          composition(document).setSubject(new Reference("#p"));
        });
    refuses(
        Check.FORMAT,
        document ->
            composition(document).setSubject(new Reference("https://other.example/Patient/1")));
  }

  @Test
  void refusesASummaryThatDoesNotSayWhose() {
    refuses(Check.FORMAT, document -> composition(document).setSubject(null));
  }

  @Test
  void refusesTwoEntriesUnderOneUrl() {
    refuses(Check.FORMAT, document -> add(document, new Patient().setId("1")));
  }

  @Test
  void refusesTheSameSectionTwice() {
    refuses(
        Check.FORMAT,
        document ->
            composition(document).addSection(composition(document).getSectionFirstRep().copy()));
  }

  @Test
  void refusesABundleThatDoesNotBeginWithItsComposition() {
    refuses(Check.FORMAT, document -> document.getEntry().remove(0));
    refuses(Check.FORMAT, document -> document.setType(Bundle.BundleType.COLLECTION));
  }

  private static void refuses(Check check, Consumer<Bundle> change) {
    Bundle document = document();
    change.accept(document);
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> PatientSummary.of(document))
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  private static PatientSummary pulled(EidMock mock) {
    try (Clinic clinic = new Clinic(mock)) {
      return PatientSummary.of(clinic.records(AN, HealthData.PATIENT_SUMMARY).get(0));
    }
  }

  /** A patient with one allergy, referred to as servers do. */
  private static Bundle document() {
    Bundle document = new Bundle().setType(Bundle.BundleType.DOCUMENT);
    Composition composition = new Composition().setSubject(new Reference("Patient/1"));
    composition.setId("1");
    SectionComponent section = composition.addSection();
    section.setCode(new CodeableConcept(new Coding("http://loinc.org", "48765-2", null)));
    section.addEntry(new Reference("AllergyIntolerance/1"));
    add(document, composition);
    add(document, new Patient().setId("1"));
    AllergyIntolerance allergy = new AllergyIntolerance().setPatient(new Reference("Patient/1"));
    allergy.setId("1");
    add(document, allergy);
    return document;
  }

  private static void add(Bundle document, Resource resource) {
    String url = "https://records.example/" + resource.fhirType() + "/" + resource.getIdPart();
    document.addEntry().setFullUrl(url).setResource(resource);
  }

  private static Composition composition(Bundle document) {
    return (Composition) document.getEntryFirstRep().getResource();
  }

  private static Patient patient(Bundle document) {
    return (Patient) document.getEntry().get(1).getResource();
  }

  private static AllergyIntolerance allergy(Bundle document) {
    return (AllergyIntolerance) document.getEntry().get(2).getResource();
  }
}

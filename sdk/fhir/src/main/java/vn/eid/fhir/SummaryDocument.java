package vn.eid.fhir;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import vn.eid.UntrustedException.Check;

/** A summary's parts, found and checked once. */
record SummaryDocument(
    Composition composition,
    Patient patient,
    List<Resource> authors,
    Map<SummaryPart, SummarySection> sections) {

  static SummaryDocument of(Bundle bundle) {
    Composition composition = composition(bundle);
    DocumentEntries entries = DocumentEntries.of(bundle);
    Patient patient = patient(composition, entries);
    if (!entries.allAbout(patient)) {
      throw Refused.because(Check.SUBJECT, "A patient summary has entries of several patients.");
    }
    List<Resource> authors =
        composition.getAuthor().stream()
            .map(author -> entries.find(composition, author))
            .flatMap(Optional::stream)
            .toList();
    return new SummaryDocument(composition, patient, authors, sections(composition, entries));
  }

  Optional<SummarySection> section(SummaryPart part) {
    return Optional.ofNullable(sections.get(part));
  }

  /** A document is a Bundle of that type whose first entry is the Composition (R4, bdl-11). */
  private static Composition composition(Bundle bundle) {
    if (bundle.getType() == Bundle.BundleType.DOCUMENT
        && bundle.getEntryFirstRep().getResource() instanceof Composition composition) {
      return composition;
    }
    throw Refused.format("A patient summary is not a FHIR document.");
  }

  private static Patient patient(Composition composition, DocumentEntries entries) {
    return entries
        .find(composition, composition.getSubject())
        .filter(Patient.class::isInstance)
        .map(Patient.class::cast)
        .orElseThrow(() -> Refused.format("A patient summary does not say whose it is."));
  }

  private static Map<SummaryPart, SummarySection> sections(
      Composition composition, DocumentEntries entries) {
    Map<SummaryPart, SummarySection> found = new EnumMap<>(SummaryPart.class);
    for (SectionComponent section : composition.getSection()) {
      for (SummaryPart part : SummaryPart.values()) {
        if (part.isMeantBy(section.getCode())
            && found.put(part, section(section, composition, entries)) != null) {
          throw Refused.format("A patient summary has the same section twice.");
        }
      }
    }
    return found;
  }

  private static SummarySection section(
      SectionComponent section, Composition composition, DocumentEntries entries) {
    List<Resource> resources =
        withNested(section)
            .flatMap(one -> one.getEntry().stream())
            .map(reference -> entries.require(composition, reference))
            .toList();
    return new SummarySection(resources, EmptyReason.of(section.getEmptyReason()));
  }

  private static Stream<SectionComponent> withNested(SectionComponent section) {
    return Stream.concat(
        Stream.of(section), section.getSection().stream().flatMap(SummaryDocument::withNested));
  }
}

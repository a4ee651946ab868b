package vn.eid.fhir;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The resources of a document by their full URLs, and where a reference leads among them (FHIR R4,
 * Bundle, "Resolving references in Bundles").
 */
final class DocumentEntries {
  private static final Pattern RESTFUL_URL =
      Pattern.compile("(https?://.+/)[A-Za-z]+/[A-Za-z0-9.-]{1,64}");

  private final Map<String, Resource> byUrl = new HashMap<>();
  private final IdentityHashMap<Resource, String> urls = new IdentityHashMap<>();

  private DocumentEntries() {}

  static DocumentEntries of(Bundle bundle) {
    DocumentEntries entries = new DocumentEntries();
    bundle.getEntry().stream().filter(BundleEntryComponent::hasResource).forEach(entries::add);
    return entries;
  }

  private void add(BundleEntryComponent entry) {
    if (!entry.hasFullUrl() || byUrl.put(entry.getFullUrl(), entry.getResource()) != null) {
      throw Refused.format("An entry of a FHIR document has no full URL of its own.");
    }
    urls.put(entry.getResource(), entry.getFullUrl());
  }

  /** Where a reference leads; empty where that is not in the document. */
  Optional<Resource> find(Resource from, Reference reference) {
    if (!reference.hasReference()) {
      return Optional.empty();
    }
    String target = reference.getReference().replaceFirst("/_history/.*$", "");
    return Optional.ofNullable(byUrl.get(target)).or(() -> besides(from, target));
  }

  /** A relative reference: the other resource is under the same base. */
  private Optional<Resource> besides(Resource from, String target) {
    Matcher url = RESTFUL_URL.matcher(urls.getOrDefault(from, ""));
    return url.matches() ? Optional.ofNullable(byUrl.get(url.group(1) + target)) : Optional.empty();
  }

  /** What a section names must be there: what is missing might be the one allergy. */
  Resource require(Resource from, Reference reference) {
    return find(from, reference)
        .orElseThrow(
            () -> Refused.format("A section of a FHIR document names an entry that is not in it."));
  }

  boolean allAbout(Patient patient) {
    return urls.keySet().stream()
        .allMatch(
            resource -> subjects(resource).allMatch(who -> isPatient(resource, who, patient)));
  }

  private boolean isPatient(Resource resource, Reference who, Patient patient) {
    return who.hasReference()
        ? find(resource, who).filter(found -> found == patient).isPresent()
        : !who.hasIdentifier() || isOf(patient, who.getIdentifier());
  }

  /** A subject may be named by a number alone (FHIR R4, Reference, "Logical references"). */
  private static boolean isOf(Patient patient, Identifier number) {
    return patient.getIdentifier().stream()
        .anyMatch(
            own ->
                Objects.equals(own.getSystem(), number.getSystem())
                    && Objects.equals(own.getValue(), number.getValue()));
  }

  private static Stream<Reference> subjects(Resource resource) {
    return Stream.of("subject", "patient")
        .map(resource::getNamedProperty)
        .filter(property -> property != null)
        .map(Property::getValues)
        .flatMap(values -> values.stream())
        .filter(Reference.class::isInstance)
        .map((Base value) -> (Reference) value);
  }
}

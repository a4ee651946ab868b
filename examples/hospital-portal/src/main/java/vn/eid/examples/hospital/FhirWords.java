package vn.eid.examples.hospital;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** FHIR's data types in words. */
final class FhirWords {
  private static final int WHOLE_DAY = 10;

  private final Times times;

  FhirWords(Times times) {
    this.times = times;
  }

  /** A date as exactly as it is known; empty where there is none. */
  String date(Type date) {
    if (date instanceof Period period) {
      return date(period.getStartElement());
    }
    if (!(date instanceof BaseDateTimeType known) || !known.hasValue()) {
      return "";
    }
    String text = known.getValueAsString();
    if (text.length() < WHOLE_DAY) {
      return text;
    }
    // A moment belongs to the day that it was in Vietnam, whatever zone it is written in.
    return times.day(
        text.length() == WHOLE_DAY
            ? LocalDate.parse(text)
            : LocalDate.ofInstant(known.getValue().toInstant(), ConsentDesk.VIETNAM));
  }

  static String of(CodeableConcept concept) {
    if (concept.hasText()) {
      return concept.getText();
    }
    return concept.getCoding().stream()
        .map(coding -> text(coding.hasDisplay() ? coding.getDisplay() : coding.getCode()))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  static String code(CodeableConcept concept) {
    return text(concept.getCodingFirstRep().getCode());
  }

  /** The first code out of one system, such as ICD-10. */
  static String code(CodeableConcept concept, String system) {
    return concept.getCoding().stream()
        .filter(coding -> system.equals(coding.getSystem()))
        .map(Coding::getCode)
        .map(FhirWords::text)
        .findFirst()
        .orElse("");
  }

  static String of(List<Reference> references) {
    return references.stream()
        .map(Reference::getDisplay)
        .map(FhirWords::text)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(", "));
  }

  static boolean isRedacted(Resource resource) {
    return resource.getMeta().getSecurity().stream()
        .anyMatch(label -> "REDACTED".equals(label.getCode()));
  }

  static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("; "));
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}

package vn.eid.examples.hospital;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** FHIR's data types in words. */
final class FhirWords {
  private static final int WHOLE_DAY = 10;

  private final Times times;

  FhirWords(Times times) {
    this.times = times;
  }

  /** A date as exactly as it is known; empty where there is none. */
  String date(Type date) {
    if (!(date instanceof BaseDateTimeType known) || !known.hasValue()) {
      return "";
    }
    String text = known.getValueAsString();
    return text.length() < WHOLE_DAY
        ? text
        : times.day(LocalDate.parse(text.substring(0, WHOLE_DAY)));
  }

  static String of(CodeableConcept concept) {
    if (concept.hasText()) {
      return concept.getText();
    }
    return concept.getCoding().stream()
        .map(coding -> coding.hasDisplay() ? coding.getDisplay() : coding.getCode())
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
        .findFirst()
        .orElse("");
  }

  static String of(Quantity quantity) {
    return quantity.hasValue()
        ? (number(quantity.getValue()) + " " + text(quantity.getUnit())).strip()
        : "";
  }

  static String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getInstance(LocaleContextHolder.getLocale());
    format.setMinimumFractionDigits(value.scale());
    format.setMaximumFractionDigits(Math.max(0, value.scale()));
    return format.format(value);
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

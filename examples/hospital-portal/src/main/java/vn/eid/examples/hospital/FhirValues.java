package vn.eid.examples.hospital;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** What was measured or said, as the reader's language writes it. */
final class FhirValues {
  private final FhirWords words;

  FhirValues(FhirWords words) {
    this.words = words;
  }

  /** A value in words; empty where it has a type, or holds something, that is not known here. */
  Optional<String> of(@Nullable Type value) {
    String known = "";
    if (value instanceof Quantity quantity) {
      known = quantity(quantity);
    } else if (value instanceof CodeableConcept concept) {
      known = FhirWords.of(concept);
    } else if (value instanceof StringType string) {
      known = FhirWords.text(string.getValue());
    } else if (value instanceof IntegerType number) {
      known = FhirWords.text(number.getValueAsString());
    } else if (value instanceof BaseDateTimeType date) {
      known = words.date(date);
    }
    return Optional.of(known).filter(text -> !text.isBlank());
  }

  private static String quantity(Quantity quantity) {
    if (!quantity.hasValue()) {
      return "";
    }
    String bound = quantity.hasComparator() ? quantity.getComparator().toCode() : "";
    return (bound + number(quantity.getValue()) + " " + FhirWords.text(quantity.getUnit())).strip();
  }

  static String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getInstance(LocaleContextHolder.getLocale());
    format.setMinimumFractionDigits(value.scale());
    format.setMaximumFractionDigits(Math.max(0, value.scale()));
    return format.format(value);
  }
}

package vn.eid.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import vn.eid.UntrustedException;
import vn.eid.fhir.ValidationFinding.Severity;

/** HAPI's validator, set up; the one class here that needs the optional artifacts. */
final class Validator {
  private final FhirValidator hapi;
  private final RuleTexts texts;

  private Validator(FhirValidator hapi, RuleTexts texts) {
    this.hapi = hapi;
    this.texts = texts;
  }

  static Validator offline() {
    FhirContext context = FhirContext.forR4Cached();
    // What goes to the network is not among these.
    ValidationSupportChain definitions =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context),
            new SnapshotGeneratingValidationSupport(context));
    FhirValidator hapi =
        new FhirValidator(context).registerValidatorModule(new FhirInstanceValidator(definitions));
    return new Validator(hapi, RuleTexts.ofTheValidator());
  }

  List<ValidationFinding> validate(String json) {
    try {
      StrictJson.check(json);
      return hapi.validateWithResult(json).getMessages().stream().map(this::finding).toList();
    } catch (UntrustedException | BaseServerResponseException | DataFormatException e) {
      return List.of(new ValidationFinding(Severity.ERROR, "", "", "This is no FHIR R4 in JSON."));
    }
  }

  private ValidationFinding finding(SingleValidationMessage message) {
    String rule = Objects.requireNonNullElse(message.getMessageId(), "");
    return new ValidationFinding(
        severity(message), location(message), rule, texts.of(rule, message.getMessage()));
  }

  /** The element's path, if it begins with a type of R4; anything else stands in the record. */
  private static String location(SingleValidationMessage message) {
    // The validator writes ids of resources into comments.
    String path =
        Objects.requireNonNullElse(message.getLocationString(), "").replaceAll("/\\*.*?\\*/", "");
    String type = path.replaceFirst("[^A-Za-z].*$", "");
    return FhirContext.forR4Cached().getResourceTypes().contains(type) ? path : "";
  }

  private static Severity severity(SingleValidationMessage message) {
    return switch (message.getSeverity()) {
      case FATAL, ERROR -> Severity.ERROR;
      case WARNING -> Severity.WARNING;
      case INFORMATION -> Severity.INFORMATION;
    };
  }
}

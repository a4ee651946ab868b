package vn.eid.fhir;

import java.util.List;
import vn.eid.InvalidRequestException;
import vn.eid.records.HealthData;

/**
 * Validates records with HAPI's validator against FHIR R4: structure, cardinalities, invariants,
 * bindings to FHIR's own codes. Offline: codes of LOINC, SNOMED CT, ICD-10 and the like cannot be
 * looked up, and are told as {@link ValidationFinding.Severity#WARNING}.
 *
 * <p>It needs three artifacts more, of the same version as HAPI's {@code hapi-fhir-structures-r4}:
 * {@code ca.uhn.hapi.fhir:hapi-fhir-validation}, {@code hapi-fhir-validation-resources-r4} and
 * {@code hapi-fhir-caching-caffeine}, some 120 MB. The first record takes seconds and keeps some
 * 200 MB of memory; make one and keep it. Thread-safe.
 */
public final class FhirValidation {
  private final Validator validator;

  private FhirValidation(Validator validator) {
    this.validator = validator;
  }

  /**
   * A validator that never goes to the network.
   *
   * @throws InvalidRequestException where an artifact is not there; the message says which to add
   */
  public static FhirValidation offline() {
    ValidationArtifacts.require();
    return new FhirValidation(Validator.offline());
  }

  /**
   * What is to be said of a record; empty where it is as FHIR R4 wants it. A text that is not FHIR
   * at all is a finding too, not an exception.
   */
  public List<ValidationFinding> validate(HealthData data) {
    return validator.validate(data.json());
  }
}

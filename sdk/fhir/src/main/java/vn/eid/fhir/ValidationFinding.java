package vn.eid.fhir;

/**
 * One thing that HAPI's validator says of a record. It names elements and rules and repeats no
 * value of the record, so that it may be logged.
 *
 * @param severity whether the record breaks a rule
 * @param location the element as a FHIRPath, such as {@code Patient.name[0].given[1]}
 * @param rule the validator's name for the rule; empty where it has none
 * @param message the validator's sentence, with an ellipsis where it would repeat the record
 */
public record ValidationFinding(Severity severity, String location, String rule, String message) {

  /** How much a finding weighs. */
  public enum Severity {
    /** A rule of FHIR R4 is broken, or the record cannot be read. */
    ERROR,
    /** Allowed and likely not meant, or not to be decided offline. */
    WARNING,
    /** Worth knowing. */
    INFORMATION
  }
}

package vn.eid.fhir;

import java.util.Arrays;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Why a section of a summary has no entries. Only {@link #NOTHING_KNOWN} says something about the
 * patient; any other means that nobody can tell.
 *
 * @see <a href="https://hl7.org/fhir/R4/codesystem-list-empty-reason.html">List Empty Reasons</a>
 */
public enum EmptyReason {
  /** Somebody asked, and there is nothing: no known allergies. */
  NOTHING_KNOWN("nilknown"),
  /** Nobody asked. */
  NOT_ASKED("notasked"),
  /** There may be something; it is kept back, by law or by the patient's wish. */
  WITHHELD("withheld"),
  /** Nothing could be found out: the patient could not be asked, a source did not answer. */
  UNAVAILABLE("unavailable"),
  /** The work on it has not begun. */
  NOT_STARTED("notstarted"),
  /** The list is closed and kept empty. */
  CLOSED("closed"),
  /** Another reason, in words only or by another code. */
  OTHER("");

  private static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/list-empty-reason";

  private final String code;

  EmptyReason(String code) {
    this.code = code;
  }

  static Optional<EmptyReason> of(CodeableConcept concept) {
    if (concept.isEmpty()) {
      return Optional.empty();
    }
    return concept.getCoding().stream()
        .filter(coding -> SYSTEM.equals(coding.getSystem()))
        .map(EmptyReason::of)
        .findFirst()
        .or(() -> Optional.of(OTHER));
  }

  private static EmptyReason of(Coding coding) {
    return Arrays.stream(values())
        .filter(reason -> reason.code.equals(coding.getCode()))
        .findFirst()
        .orElse(OTHER);
  }
}

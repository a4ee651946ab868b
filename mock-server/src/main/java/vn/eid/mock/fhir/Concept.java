package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR CodeableConcept.
 *
 * @param text what a Vietnamese reader sees
 */
record Concept(List<Code> codes, @Nullable String text) {
  static final String LOINC = "http://loinc.org";
  static final String SNOMED = "http://snomed.info/sct";
  static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
  static final String CVX = "http://hl7.org/fhir/sid/cvx";
  static final String ATC = "http://www.whocc.no/atc";

  record Code(String system, String code, @Nullable String display) {}

  static Concept of(String system, String code, @Nullable String display) {
    return new Concept(List.of(new Code(system, code, display)), null);
  }

  /** A code of one of HL7's own code systems, which need no display. */
  static Concept hl7(String system, String code) {
    return of("http://terminology.hl7.org/CodeSystem/" + system, code, null);
  }

  Concept and(String system, String code, @Nullable String display) {
    return new Concept(
        Stream.concat(codes.stream(), Stream.of(new Code(system, code, display))).toList(), text);
  }

  Concept text(String vietnamese) {
    return new Concept(codes, vietnamese);
  }

  ObjectNode node() {
    ObjectNode node = Resource.object();
    ArrayNode coding = node.putArray("coding");
    for (Code code : codes) {
      ObjectNode one = coding.addObject().put("system", code.system()).put("code", code.code());
      if (code.display() != null) {
        one.put("display", code.display());
      }
    }
    if (text != null) {
      node.put("text", text);
    }
    return node;
  }
}

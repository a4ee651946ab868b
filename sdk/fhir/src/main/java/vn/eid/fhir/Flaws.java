package vn.eid.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What HAPI's parser stumbles over in one record. It stops where a known value would be lost, and
 * remembers the element; HAPI's own handler would go on and write the value to the log.
 */
final class Flaws extends ErrorHandlerAdapter {
  private @Nullable String element;

  /** Where the record is flawed, as the end of a sentence; never a value. */
  String place() {
    // A name of an element is a plain word; anything else may be the record's content.
    return element != null && element.matches("[A-Za-z]{1,64}") ? ", element " + element : "";
  }

  @Override
  public void invalidValue(IParseLocation location, String value, String error) {
    throw at(location == null ? null : location.getParentElementName());
  }

  @Override
  public void unexpectedRepeatingElement(IParseLocation location, String name) {
    throw at(name);
  }

  @Override
  public void incorrectJsonType(
      IParseLocation location,
      String name,
      ValueType expected,
      ScalarType expectedScalar,
      ValueType found,
      ScalarType foundScalar) {
    // A boolean or a number in quotation marks keeps its value.
    if (expected != found) {
      throw at(name);
    }
  }

  private DataFormatException at(@Nullable String name) {
    element = name;
    return new DataFormatException();
  }
}

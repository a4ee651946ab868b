package vn.eid.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import org.hl7.fhir.r4.model.Resource;

/** One resource as JSON text (FHIR R4, section 2.6.2), and how it is read. */
final class ResourceText {
  private ResourceText() {}

  static Resource read(String json) {
    StrictJson.check(json);
    Flaws flaws = new Flaws();
    IParser parser = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(flaws);
    // An id stays what the provider wrote, also where the application's own default differs.
    parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
    try {
      return (Resource) parser.parseResource(json);
    } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
      // HAPI's own text would quote the record.
      throw Refused.format("A record cannot be read as FHIR R4" + flaws.place() + ".");
    }
  }
}

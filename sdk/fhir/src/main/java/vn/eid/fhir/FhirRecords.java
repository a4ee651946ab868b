package vn.eid.fhir;

import org.hl7.fhir.r4.model.Resource;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.records.HealthData;

/**
 * Reads pulled records into HAPI's model of FHIR R4 (HL7 FHIR 4.0.1).
 *
 * <p>Elements that R4 does not know are left out: a newer provider may send them. Refused are
 * broken JSON, a name twice, a list where one value stands, a date that is none, a code outside of
 * a required binding. Nothing of a record is written to a log. Whether a record keeps all of R4's
 * rules says {@link FhirValidation}; it also finds what is left out here.
 *
 * <p>All reading shares {@code FhirContext.forR4Cached()}, made at the first call (about a second);
 * what an application sets there for types of its own counts here too. Thread-safe.
 */
public final class FhirRecords {
  private FhirRecords() {}

  /**
   * Reads a record, whatever its type.
   *
   * @throws UntrustedException where it is not a FHIR R4 resource; the message says where, and
   *     repeats nothing of it
   */
  public static Resource parse(HealthData data) {
    return ResourceText.read(data.json());
  }

  /**
   * Reads a record of one type.
   *
   * @throws UntrustedException where it is not a FHIR R4 resource; the message says where, and
   *     repeats nothing of it
   * @throws InvalidRequestException where it is of another type: see {@link
   *     HealthData#resourceType()}
   */
  public static <T extends Resource> T parse(HealthData data, Class<T> type) {
    Resource resource = parse(data);
    if (!type.isInstance(resource)) {
      throw new InvalidRequestException(
          "type",
          "The record is of type " + resource.fhirType() + ", not " + type.getSimpleName() + ".");
    }
    return type.cast(resource);
  }
}

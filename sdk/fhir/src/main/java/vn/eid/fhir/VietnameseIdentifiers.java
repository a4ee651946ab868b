package vn.eid.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import vn.eid.CitizenId;
import vn.eid.InsuranceNumber;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;

/**
 * Vietnam's identifiers in FHIR resources, and how to find them.
 *
 * <p>The system URIs are those of VN Core, the drafts 0.1 to 0.10 of the Vietnamese FHIR community:
 * no law and no ministry has put them into force, and a national provider may choose others. Older
 * drafts used {@code http://fhir.ehealth.gov.vn/core/}, which is not looked for here. VN Core has
 * withdrawn its system for VNeID accounts: an account is no patient.
 *
 * <p>What the finders return is personal data: do not log it.
 */
public final class VietnameseIdentifiers {
  /** The personal identification number on a citizen's card (số định danh cá nhân), 12 digits. */
  public static final String CITIZEN_NUMBER = "http://fhir.hl7.org.vn/core/sid/cccd";

  /** The number of the health insurance card (thẻ bảo hiểm y tế). */
  public static final String INSURANCE_NUMBER = "http://fhir.hl7.org.vn/core/sid/bhyt";

  /** A treatment's link code in the claims to the health insurance (mã liên kết, MA_LK). */
  public static final String RECORD_NUMBER = "http://fhir.hl7.org.vn/core/sid/ma-lk";

  /** The passport number. */
  public static final String PASSPORT = "http://fhir.hl7.org.vn/core/sid/passport";

  private VietnameseIdentifiers() {}

  /**
   * The citizen number of a patient. Whether its person may occur in your environment, test people
   * or real ones, is not looked at.
   *
   * @throws UntrustedException where it cannot be a citizen number, or there are two
   */
  public static Optional<CitizenId> citizenId(Patient patient) {
    return one(patient.getIdentifier(), CITIZEN_NUMBER).map(VietnameseIdentifiers::citizenId);
  }

  /**
   * The health insurance number of a patient.
   *
   * @throws UntrustedException where it cannot be one, or there are two
   */
  public static Optional<InsuranceNumber> insuranceNumber(Patient patient) {
    return one(patient.getIdentifier(), INSURANCE_NUMBER)
        .map(VietnameseIdentifiers::insuranceNumber);
  }

  /**
   * The link code of a treatment, as the provider wrote it.
   *
   * @throws UntrustedException where there are two
   */
  public static Optional<String> recordNumber(Encounter encounter) {
    return one(encounter.getIdentifier(), RECORD_NUMBER);
  }

  private static CitizenId citizenId(String value) {
    try {
      return CitizenId.parse(value);
    } catch (InvalidRequestException e) {
      // Nobody here wrote it: the provider did.
      throw Refused.format("A FHIR resource has a citizen number that cannot be one.");
    }
  }

  private static InsuranceNumber insuranceNumber(String value) {
    try {
      return InsuranceNumber.parse(value);
    } catch (InvalidRequestException e) {
      throw Refused.format("A FHIR resource has an insurance number that cannot be one.");
    }
  }

  /** The value that is in use; two different ones would be two persons or two treatments. */
  private static Optional<String> one(List<Identifier> identifiers, String system) {
    List<String> values =
        identifiers.stream()
            .filter(identifier -> system.equals(identifier.getSystem()))
            .filter(identifier -> identifier.getUse() != IdentifierUse.OLD)
            .filter(Identifier::hasValue)
            .map(Identifier::getValue)
            .distinct()
            .toList();
    if (values.size() > 1) {
      throw Refused.format("A FHIR resource has two identifiers of one kind.");
    }
    return values.stream().findFirst();
  }
}

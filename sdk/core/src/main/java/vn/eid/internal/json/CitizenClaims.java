package vn.eid.internal.json;

import java.text.Normalizer;
import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/** The claims about a citizen that login and citizen data share, read once and the same way. */
public final class CitizenClaims {
  private final Operation operation;
  private final Fields fields;

  public CitizenClaims(Operation operation, Fields fields) {
    this.operation = operation;
    this.fields = fields;
  }

  /** The name in composed Unicode: in two forms, equal names would not compare equal. */
  public Optional<String> name() {
    return fields.text("name").map(name -> Normalizer.normalize(name, Normalizer.Form.NFC));
  }

  public Optional<CitizenId> citizenId() {
    return fields.text("citizen_id").map(this::citizenId);
  }

  public Optional<PartialDate> birthDate() {
    return fields.text("birthdate").map(this::birthDate);
  }

  private CitizenId citizenId(String text) {
    try {
      return CitizenId.parse(text);
    } catch (InvalidRequestException e) {
      throw operation.untrusted(Check.FORMAT, "The claim citizen_id is not a citizen number.");
    }
  }

  private PartialDate birthDate(String text) {
    try {
      return PartialDate.parse(text);
    } catch (InvalidRequestException e) {
      throw operation.untrusted(Check.FORMAT, "The claim birthdate is not a date.");
    }
  }
}

package vn.eid.tax;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;
import vn.eid.TaxCode;
import vn.eid.VietnameseName;

/** Makes a person of the texts of a row, or says what is wrong with them. */
final class RowReader {
  private final boolean sandbox;

  /**
   * Reads for one environment.
   *
   * @param sandbox whether synthetic numbers belong there, and no others
   */
  RowReader(boolean sandbox) {
    this.sandbox = sandbox;
  }

  InputRow read(long number, Map<InputColumn, String> cells) {
    String reference = cells.getOrDefault(InputColumn.REFERENCE, "").strip();
    if (reference.length() > LinkRow.MAX_REFERENCE) {
      return InputRow.bad(
          number,
          "",
          RowProblem.in(
              InputColumn.REFERENCE,
              "A reference has up to " + LinkRow.MAX_REFERENCE + " characters."));
    }
    try {
      return InputRow.of(number, person(cells).referredToAs(reference));
    } catch (BadFieldException e) {
      return InputRow.bad(number, reference, e.problem());
    }
  }

  /** A person of the application's own making: only where they belong can be wrong. */
  InputRow read(long number, LinkRow person) {
    try {
      admit(InputColumn.CITIZEN_ID, person.citizen());
      admitCodes(person);
      return InputRow.of(number, person);
    } catch (BadFieldException e) {
      return InputRow.bad(number, person.reference(), e.problem());
    }
  }

  static Map<InputColumn, String> noCells() {
    return new EnumMap<>(InputColumn.class);
  }

  private LinkRow person(Map<InputColumn, String> cells) throws BadFieldException {
    CitizenId citizen = CitizenIdField.parse(cells.getOrDefault(InputColumn.CITIZEN_ID, ""));
    admit(InputColumn.CITIZEN_ID, citizen);
    VietnameseName name = name(cells.getOrDefault(InputColumn.FULL_NAME, ""));
    PartialDate born = BirthDateField.parse(cells.getOrDefault(InputColumn.BIRTH_DATE, ""));
    LinkRow person = LinkRow.of(citizen, name, born);
    String codes = cells.getOrDefault(InputColumn.OLD_TAX_CODES, "");
    for (TaxCode code : OldTaxCodesField.parse(codes)) {
      person = person.merging(code);
    }
    admitCodes(person);
    return person;
  }

  private static VietnameseName name(String cell) throws BadFieldException {
    try {
      return VietnameseName.of(cell.replace('\u00a0', ' '));
    } catch (InvalidRequestException e) {
      throw new BadFieldException(RowProblem.in(InputColumn.FULL_NAME, e));
    }
  }

  /** A former code may be somebody's citizen number. */
  private void admitCodes(LinkRow person) throws BadFieldException {
    for (TaxCode code : person.merged()) {
      Optional<CitizenId> citizen = code.citizenId();
      if (citizen.isPresent()) {
        admit(InputColumn.OLD_TAX_CODES, citizen.get());
      }
    }
  }

  private void admit(InputColumn column, CitizenId citizen) throws BadFieldException {
    if (citizen.isSynthetic() != sandbox) {
      throw new BadFieldException(
          RowProblem.in(
              column,
              sandbox
                  ? "A sandbox takes synthetic numbers only (prefix 099): real people stay out."
                  : "This is a synthetic number (prefix 099): test data stays out of production."));
    }
  }
}

package vn.eid.tax;

import java.util.regex.Pattern;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;

/**
 * A citizen number as spreadsheets write it. What a spreadsheet did to it is recognised and named,
 * and not repaired: nobody can tell a lost zero from another typing error.
 */
final class CitizenIdField {
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}");
  private static final Pattern DECIMAL = Pattern.compile("\\d+[.,]0+");
  private static final int LENGTH = 12;
  private static final String AS_TEXT =
      " Format the column as text and fill it from the source again.";

  private CitizenIdField() {}

  static CitizenId parse(String text) throws BadFieldException {
    String number = withoutGroups(CellText.of(text));
    if (number.length() != LENGTH || number.indexOf('.') >= 0 || number.indexOf(',') >= 0) {
      refuseNumberFormats(number);
      refuseLostZeros(number);
    }
    try {
      return CitizenId.parse(number);
    } catch (InvalidRequestException e) {
      throw new BadFieldException(RowProblem.in(InputColumn.CITIZEN_ID, e));
    }
  }

  /** Cards show the digits in groups. */
  private static String withoutGroups(String text) {
    return text.indexOf(' ') < 0 ? text : text.replace(" ", "");
  }

  private static void refuseNumberFormats(String number) throws BadFieldException {
    if (number.isEmpty()) {
      throw bad("The citizen number is missing.");
    }
    if (SCIENTIFIC.matcher(number).matches()) {
      throw bad(
          "The citizen number is in scientific notation (such as 1.2E+10): a spreadsheet took it"
              + " for a quantity, and digits are lost."
              + AS_TEXT);
    }
    if (DECIMAL.matcher(number).matches()) {
      throw bad(
          "The citizen number is written as a decimal number: a program took it for a quantity."
              + AS_TEXT);
    }
  }

  private static void refuseLostZeros(String number) throws BadFieldException {
    if (number.length() > LENGTH || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return;
    }
    String why =
        number.length() == 9
            ? " It is an old number (số CMND), which is no citizen number, or a spreadsheet dropped"
                + " leading zeros."
            : " A spreadsheet dropped leading zeros, or digits are missing.";
    throw bad(
        "A citizen number has 12 digits; this one has " + number.length() + "." + why + AS_TEXT);
  }

  private static BadFieldException bad(String sentence) {
    return new BadFieldException(RowProblem.in(InputColumn.CITIZEN_ID, sentence));
  }
}

package vn.eid.tax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.eid.InvalidRequestException;
import vn.eid.TaxCode;

/** Former tax codes, several with a semicolon or a bar between them. */
final class OldTaxCodesField {
  private static final int MOST = 20;
  private static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");

  private OldTaxCodesField() {}

  static List<TaxCode> parse(String cell) throws BadFieldException {
    if (cell.isBlank()) {
      return List.of();
    }
    List<TaxCode> codes = new ArrayList<>();
    for (String part : cell.replace('|', ';').split(";", -1)) {
      String text = CellText.of(part);
      if (!text.isEmpty()) {
        codes.add(code(text));
      }
    }
    if (codes.size() > MOST) {
      throw bad("A row has up to " + MOST + " old tax codes; this one has more.");
    }
    return codes;
  }

  private static TaxCode code(String text) throws BadFieldException {
    if (NINE_DIGITS.matcher(text).matches()) {
      throw bad(
          "A tax code has 10, 12 or 13 digits; this one has 9. A spreadsheet dropped a leading"
              + " zero: format the column as text and fill it from the source again.");
    }
    try {
      return TaxCode.parse(text);
    } catch (InvalidRequestException e) {
      throw new BadFieldException(RowProblem.in(InputColumn.OLD_TAX_CODES, e));
    }
  }

  private static BadFieldException bad(String sentence) {
    return new BadFieldException(RowProblem.in(InputColumn.OLD_TAX_CODES, sentence));
  }
}

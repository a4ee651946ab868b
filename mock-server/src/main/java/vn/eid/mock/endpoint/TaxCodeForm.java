package vn.eid.mock.endpoint;

import vn.eid.mock.state.Members;
import vn.eid.mock.state.OldTaxCode;

/** Reads a tax code of any kind, and lets no citizen's number pass that could be a real one. */
final class TaxCodeForm {
  private static final String MEMBER = "tax_code";

  private TaxCodeForm() {}

  static String read(Members body) {
    String code = body.only(MEMBER).text(MEMBER);
    if (code.matches("[0-9]{12}")) {
      return CitizenNumber.requireSynthetic(MEMBER, code);
    }
    boolean unit = code.matches("[0-9]{10}-[0-9]{3}");
    if (!OldTaxCode.valid(unit ? code.substring(0, 10) : code)) {
      throw body.refuse(
          MEMBER,
          "must be 12 digits, or 10 with a right check digit, or those with a hyphen and 3 more");
    }
    return code;
  }
}

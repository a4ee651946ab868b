package vn.eid.tax;

import java.util.List;
import java.util.regex.Pattern;
import vn.eid.InvalidRequestException;
import vn.eid.TaxCode;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.PlainWord;
import vn.eid.internal.json.Fields;

/** What the tax registry's answers have in common: codes, statuses, numbers of cases. */
final class TaxWords {
  private static final int MAX_MERGED = 20;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,8}");

  private final Operation operation;

  TaxWords(Operation operation) {
    this.operation = operation;
  }

  TaxCode code(String text) {
    try {
      return TaxCode.parse(text);
    } catch (InvalidRequestException e) {
      throw operation.untrusted(Check.FORMAT, "The tax registry's tax code has no usable form.");
    }
  }

  List<TaxCode> merged(Fields link) {
    List<String> codes = link.texts("merged");
    if (codes.size() > MAX_MERGED) {
      throw operation.untrusted(Check.SIZE, "The tax registry merged more codes than anybody had.");
    }
    return codes.isEmpty() ? List.of() : codes.stream().map(this::code).toList();
  }

  /** The status object of an answer. */
  Fields statusObject(Fields answer) {
    return answer.object("status").orElseThrow(() -> malformed("names no status"));
  }

  /** Status and reason as they came, in codes of which new ones may be added any time. */
  ReportedStatus status(Fields status) {
    ReportedStatus reported = ReportedStatus.of(plainCode(status.requiredText("code")));
    return status.text("reason").map(this::plainCode).map(reported::because).orElse(reported);
  }

  private String plainCode(String code) {
    // Two digits, nearly always: the pattern is for others.
    if (!isTwoDigits(code) && !CODE.matcher(code).matches()) {
      throw malformed("names a status by no usable code");
    }
    return code;
  }

  private static boolean isTwoDigits(String code) {
    return code.length() == 2 && isDigit(code.charAt(0)) && isDigit(code.charAt(1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  String caseNumber(Fields answer) {
    String number = answer.requiredText("case_number");
    if (!PlainWord.isReference(number)) {
      throw malformed("names a case by no usable number");
    }
    return number;
  }

  UntrustedException malformed(String problem) {
    return operation.untrusted(Check.FORMAT, "The tax registry " + problem + ".");
  }
}

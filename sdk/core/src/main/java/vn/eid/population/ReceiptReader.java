package vn.eid.population;

import java.util.List;
import java.util.Set;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.KeySet;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.json.Fields;

/**
 * Reads the receipt of a check, its signature verified first. It has a type of its own, so that
 * nothing else that the registry signs can stand in for it (RFC 8725, section 3.11).
 */
final class ReceiptReader {
  static final String NAME = "The receipt of the check";
  private static final Set<String> TYPES = Set.of("vn-population-check+jwt");

  private final Operation operation;
  private final KeySet keys;

  ReceiptReader(Operation operation, KeySet keys) {
    this.operation = operation;
    this.keys = keys;
  }

  /** A receipt as it is read: whether it is about our check is for the checks to say. */
  record Read(CheckReceipt receipt, Fields claims) {}

  Read read(String jws) {
    Fields claims = new SignedDocument(operation, NAME, jws).open(keys, TYPES);
    CheckReceipt receipt =
        new CheckReceipt(
            jws,
            isMatched(claims.requiredText("answer")),
            recipient(claims.textOrTexts("aud")),
            claims.requiredInstant("answered_at"),
            StatementForm.read(claims.objects("statements")),
            audit(claims));
    return new Read(receipt, claims);
  }

  private boolean isMatched(String answer) {
    return switch (answer) {
      case "matched" -> true;
      case "no_match_or_not_found" -> false;
      default -> throw malformed("gives an answer that there is no receipt for");
    };
  }

  private String recipient(List<String> audience) {
    if (audience.size() != 1) {
      throw operation.untrusted(Check.AUDIENCE, NAME + " is not for one recipient.");
    }
    return audience.get(0);
  }

  private AuditContext audit(Fields claims) {
    Fields audit = claims.object("audit").orElseThrow(() -> malformed("has no audit context"));
    try {
      return AuditContext.read(audit);
    } catch (InvalidRequestException e) {
      throw malformed("has no usable audit context");
    }
  }

  private UntrustedException malformed(String problem) {
    return operation.untrusted(Check.FORMAT, NAME + " " + problem + ".");
  }
}

package vn.eid.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** The checks of the receipt of a consent's end (ASSUMED): when it ended, why, by which way. */
final class EndReceiptChecks {
  private final Operation operation;
  private final Connection connection;

  EndReceiptChecks(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
  }

  EndReceipt verify(String compact, View view, String cause) {
    ReceiptReader.Read<EndReceipt> read =
        new ReceiptReader(operation, connection.provider().registryKeys()).end(compact);
    EndReceipt receipt = read.receipt();
    check1Issuer(read.claims());
    check2Recipient(read.claims());
    check3Consent(receipt, view);
    check4Subject(receipt, view);
    check5Cause(receipt, cause);
    check6EndedInThePast(receipt);
    return receipt;
  }

  private void check1Issuer(Fields claims) {
    String registry = connection.provider().national(operation).registryIssuer();
    require(
        claims.text("iss").equals(Optional.of(registry)), Check.ISSUER, "is by another registry");
  }

  private void check2Recipient(Fields claims) {
    boolean ours = claims.textOrTexts("aud").equals(List.of(connection.clientId()));
    require(ours, Check.AUDIENCE, "was given to another recipient");
  }

  private void check3Consent(EndReceipt receipt, View view) {
    require(receipt.consentId().equals(view.id()), Check.CONSENT, "is about another consent");
  }

  private void check4Subject(EndReceipt receipt, View view) {
    require(receipt.subject().equals(view.subject()), Check.SUBJECT, "is about another citizen");
  }

  private void check5Cause(EndReceipt receipt, String cause) {
    require(receipt.cause().equals(cause), Check.CONSENT, "names another cause");
  }

  private void check6EndedInThePast(EndReceipt receipt) {
    Instant limit = connection.clock().instant().plus(connection.skew());
    require(!receipt.endedAt().isAfter(limit), Check.EXPIRY, "is from the future");
  }

  private void require(boolean holds, Check check, String problem) {
    if (!holds) {
      throw operation.untrusted(check, "The receipt of the consent's end " + problem + ".");
    }
  }
}

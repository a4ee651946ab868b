package vn.eid.consent;

import java.time.Instant;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** The checks of the receipt of a consent's end (ASSUMED): when it ended, why, by which way. */
final class EndReceiptChecks {
  private final Operation operation;
  private final Connection connection;
  private final SignedStatementChecks shared;

  EndReceiptChecks(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
    this.shared =
        new SignedStatementChecks(operation, connection, "The receipt of the consent's end");
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
    shared.issuer(claims);
  }

  private void check2Recipient(Fields claims) {
    shared.recipient(claims);
  }

  private void check3Consent(EndReceipt receipt, View view) {
    shared.consent(receipt.consentId(), view);
  }

  private void check4Subject(EndReceipt receipt, View view) {
    shared.subject(receipt.subject(), view);
  }

  private void check5Cause(EndReceipt receipt, String cause) {
    shared.require(receipt.cause().equals(cause), Check.CONSENT, "names another cause");
  }

  private void check6EndedInThePast(EndReceipt receipt) {
    Instant limit = connection.clock().instant().plus(connection.skew());
    shared.require(!receipt.endedAt().isAfter(limit), Check.EXPIRY, "is from the future");
  }
}

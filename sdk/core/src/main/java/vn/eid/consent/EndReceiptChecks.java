package vn.eid.consent;

import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.SignedStatementChecks;
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
    boolean same = receipt.consentId().equals(view.id());
    shared.require(same, Check.CONSENT, "is about another consent");
  }

  private void check4Subject(EndReceipt receipt, View view) {
    boolean same = receipt.subject().equals(view.subject());
    shared.require(same, Check.SUBJECT, "is about another citizen");
  }

  private void check5Cause(EndReceipt receipt, String cause) {
    shared.require(receipt.cause().equals(cause), Check.CONSENT, "names another cause");
  }

  private void check6EndedInThePast(EndReceipt receipt) {
    shared.inThePast(receipt.endedAt(), "is from the future");
  }
}

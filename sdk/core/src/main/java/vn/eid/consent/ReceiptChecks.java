package vn.eid.consent;

import java.time.Instant;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.SignedStatementChecks;
import vn.eid.internal.json.Fields;

/**
 * The checks of a consent receipt (fields after ISO/IEC TS 27560; the form is ASSUMED). What the
 * receipt says counts, because only the receipt is signed; what stands around it must agree.
 */
final class ReceiptChecks {
  private final Operation operation;
  private final Connection connection;
  private final SignedStatementChecks shared;

  ReceiptChecks(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
    this.shared = new SignedStatementChecks(operation, connection, "The consent receipt");
  }

  /** The receipt of a consent that is active. */
  Receipt active(String compact, View view) {
    Receipt receipt = past(compact, view);
    check8NotExpired(receipt);
    return receipt;
  }

  /** The receipt of a consent that was active once. */
  Receipt past(String compact, View view) {
    ReceiptReader.Read<Receipt> read =
        new ReceiptReader(operation, connection.provider().registryKeys()).receipt(compact);
    Receipt receipt = read.receipt();
    check1Issuer(read.claims());
    check2Recipient(read.claims());
    check3Controller(receipt);
    check4Consent(receipt, view);
    check5Subject(receipt, view);
    check6GrantedInThePast(receipt);
    check7AsItWasAsked(receipt, view);
    new GrantChecks(operation).verify(receipt.granted(), receipt.asked());
    return receipt;
  }

  private void check1Issuer(Fields claims) {
    shared.issuer(claims);
  }

  private void check2Recipient(Fields claims) {
    shared.recipient(claims);
  }

  private void check3Controller(Receipt receipt) {
    boolean ours = receipt.controller().equals(connection.clientId());
    shared.require(ours, Check.AUDIENCE, "names another controller of the data");
  }

  private void check4Consent(Receipt receipt, View view) {
    boolean same = receipt.consentId().equals(view.id());
    shared.require(same, Check.CONSENT, "is about another consent");
  }

  private void check5Subject(Receipt receipt, View view) {
    boolean same = receipt.subject().equals(view.subject());
    shared.require(same, Check.SUBJECT, "is about another citizen");
  }

  private void check6GrantedInThePast(Receipt receipt) {
    shared.inThePast(receipt.grantedAt(), "was granted in the future");
  }

  private void check7AsItWasAsked(Receipt receipt, View view) {
    boolean same = receipt.asked().equals(view.asked());
    shared.require(same, Check.CONSENT, "says that something else was asked");
  }

  private void check8NotExpired(Receipt receipt) {
    Instant limit = connection.clock().instant().minus(connection.skew());
    shared.require(
        receipt.expiresAt().isAfter(limit),
        Check.EXPIRY,
        "has expired, though the consent is called active");
  }
}

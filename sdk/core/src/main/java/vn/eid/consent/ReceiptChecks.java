package vn.eid.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/**
 * The checks of a consent receipt (fields after ISO/IEC TS 27560; the form is ASSUMED). What the
 * receipt says counts, because only the receipt is signed; what stands around it must agree.
 */
final class ReceiptChecks {
  private final Operation operation;
  private final Connection connection;

  ReceiptChecks(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
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
    String registry = connection.provider().national(operation).registryIssuer();
    require(
        claims.text("iss").equals(Optional.of(registry)), Check.ISSUER, "is by another registry");
  }

  private void check2Recipient(Fields claims) {
    boolean ours = claims.textOrTexts("aud").equals(List.of(connection.clientId()));
    require(ours, Check.AUDIENCE, "was given to another recipient");
  }

  private void check3Controller(Receipt receipt) {
    boolean ours = receipt.controller().equals(connection.clientId());
    require(ours, Check.AUDIENCE, "names another controller of the data");
  }

  private void check4Consent(Receipt receipt, View view) {
    require(receipt.consentId().equals(view.id()), Check.CONSENT, "is about another consent");
  }

  private void check5Subject(Receipt receipt, View view) {
    require(receipt.subject().equals(view.subject()), Check.SUBJECT, "is about another citizen");
  }

  private void check6GrantedInThePast(Receipt receipt) {
    Instant limit = connection.clock().instant().plus(connection.skew());
    require(!receipt.grantedAt().isAfter(limit), Check.EXPIRY, "was granted in the future");
  }

  private void check7AsItWasAsked(Receipt receipt, View view) {
    boolean same = receipt.asked().equals(view.asked());
    require(same, Check.CONSENT, "says that something else was asked");
  }

  private void check8NotExpired(Receipt receipt) {
    Instant limit = connection.clock().instant().minus(connection.skew());
    require(
        receipt.expiresAt().isAfter(limit),
        Check.EXPIRY,
        "has expired, though the consent is called active");
  }

  private void require(boolean holds, Check check, String problem) {
    if (!holds) {
      throw operation.untrusted(check, "The consent receipt " + problem + ".");
    }
  }
}

package vn.eid.population;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.SignedStatementChecks;
import vn.eid.internal.json.Fields;

/**
 * The checks of the receipt of a population check (ASSUMED). Signature and type are {@link
 * ReceiptReader}'s, which goes first. Only the receipt is signed, so an answer without one, or with
 * one that fails here, is none.
 */
final class ReceiptChecks {
  /** An answer is made when it is asked for; so much later it may be a repeated one's at most. */
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final Operation operation;
  private final Connection connection;
  private final SignedStatementChecks shared;

  ReceiptChecks(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
    this.shared = new SignedStatementChecks(operation, connection, ReceiptReader.NAME);
  }

  CheckReceipt verify(String jws, CheckRequest request, boolean matched) {
    ReceiptReader.Read read =
        new ReceiptReader(operation, connection.provider().registryKeys()).read(jws);
    check1Issuer(read.claims());
    check2Recipient(read.claims());
    check3Request(read.claims(), request);
    check4Statements(read.claims(), request);
    check5Audit(read.claims(), request);
    check6Answer(read.receipt(), matched);
    check7AnsweredInThePast(read.receipt());
    check8AnsweredNow(read.receipt());
    return read.receipt();
  }

  private void check1Issuer(Fields claims) {
    shared.issuer(claims);
  }

  private void check2Recipient(Fields claims) {
    shared.recipient(claims);
  }

  /** Without it, the receipt of a check about somebody else could be put under this answer. */
  private void check3Request(Fields claims, CheckRequest request) {
    boolean same = claims.text("request_hash").equals(Optional.of(request.hash()));
    shared.require(same, Check.NONCE, "is another request's");
  }

  private void check4Statements(Fields claims, CheckRequest request) {
    boolean same = request.statements().equals(claims.members().get("statements"));
    shared.require(same, Check.NONCE, "is about other statements than were asked");
  }

  private void check5Audit(Fields claims, CheckRequest request) {
    boolean same = request.audit().equals(claims.members().get("audit"));
    shared.require(same, Check.NONCE, "names another procedure, officer, unit or reason");
  }

  private void check6Answer(CheckReceipt receipt, boolean matched) {
    boolean same = receipt.isMatched() == matched;
    shared.require(same, Check.SIGNATURE, "was signed for another answer than the one beside it");
  }

  private void check7AnsweredInThePast(CheckReceipt receipt) {
    shared.inThePast(receipt.answeredAt(), "is from the future; check this server's clock");
  }

  private void check8AnsweredNow(CheckReceipt receipt) {
    Instant limit = receipt.answeredAt().plus(MAX_AGE).plus(connection.skew());
    shared.require(
        connection.clock().instant().isBefore(limit),
        Check.EXPIRY,
        "is an old one. To ask again after minutes, make a new PersonCheck; check this server's"
            + " clock");
  }
}

package vn.eid.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.KeySet;
import vn.eid.internal.jose.SignedContent;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.json.Fields;

/**
 * Reads the registry's receipts, their signatures verified first. Each kind has a type of its own,
 * so that none can stand in for the other (RFC 8725, section 3.11).
 */
final class ReceiptReader {
  private static final Set<String> RECEIPT = Set.of("consent-receipt+jwt");
  private static final Set<String> END = Set.of("consent-end+jwt");

  private static final String RECEIPT_NAME = "The consent receipt";
  private static final String END_NAME = "The receipt of the consent's end";

  private final Operation operation;
  private final KeySet keys;

  ReceiptReader(Operation operation, KeySet keys) {
    this.operation = operation;
    this.keys = keys;
  }

  /** A receipt as it is read: whether it is one for us is for the checks to say. */
  record Read<T>(T receipt, Fields claims) {}

  Read<Receipt> receipt(String compact) {
    SignedContent opened =
        new SignedDocument(operation, RECEIPT_NAME, compact).content(keys, RECEIPT);
    Fields claims = opened.claims(operation, RECEIPT_NAME);
    Instant granted = time(claims, "granted_at");
    Instant expires = time(claims, "exp");
    if (!expires.isAfter(granted)) {
      throw operation.untrusted(Check.EXPIRY, "The consent receipt expires before it begins.");
    }
    TermsReader terms = new TermsReader(operation);
    Receipt receipt =
        new Receipt(
            new SignedText(compact, opened.key()),
            id(claims),
            subject(claims, "sub"),
            claims.requiredText("controller"),
            claims.requiredText("method"),
            granted,
            expires,
            terms.asked(claims),
            terms.granted(claims, Duration.between(granted, expires)));
    return new Read<>(receipt, claims);
  }

  Read<EndReceipt> end(String compact) {
    SignedContent opened = new SignedDocument(operation, END_NAME, compact).content(keys, END);
    Fields claims = opened.claims(operation, END_NAME);
    EndReceipt receipt =
        new EndReceipt(
            new SignedText(compact, opened.key()),
            id(claims),
            subject(claims, "sub"),
            recipient(claims),
            claims.requiredText("cause"),
            time(claims, "ended_at"),
            claims.requiredText("channel"));
    return new Read<>(receipt, claims);
  }

  /** The pseudonym of the citizen, of the form that a login's subject has. */
  String subject(Fields fields, String member) {
    String subject = fields.requiredText(member);
    if (subject.isEmpty() || subject.length() > 255) {
      throw operation.untrusted(Check.FORMAT, "The registry names no usable subject.");
    }
    return subject;
  }

  /** The id of the consent that a document is about. */
  ConsentId id(Fields fields) {
    try {
      return ConsentId.of(fields.requiredText("consent_id"));
    } catch (InvalidRequestException e) {
      throw operation.untrusted(Check.FORMAT, "The registry's consent id has no usable form.");
    }
  }

  /** The one audience (RFC 7519, section 4.1.3). */
  private String recipient(Fields claims) {
    return claims.textOrTexts("aud").stream()
        .findFirst()
        .orElseThrow(
            () ->
                operation.untrusted(Check.AUDIENCE, "The registry's receipt names no recipient."));
  }

  private Instant time(Fields claims, String name) {
    return claims.seconds(name).orElseThrow(() -> lacking(name));
  }

  private UntrustedException lacking(String time) {
    return operation.untrusted(Check.EXPIRY, "The registry's receipt lacks " + time + ".");
  }
}

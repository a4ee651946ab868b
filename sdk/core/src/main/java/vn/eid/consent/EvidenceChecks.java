package vn.eid.consent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.KeySet;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/**
 * The checks of a consent's evidence, without asking anybody. The registry vouches for the consent
 * and its end, the application for when it verified them; neither can stand in for the other.
 */
final class EvidenceChecks {
  private static final int MAX_LENGTH = 1 << 20;

  private final Operation operation;
  private final ReceiptReader registry;
  private final KeySet application;

  EvidenceChecks(Operation operation, KeySet registryKeys, KeySet applicationKeys) {
    this.operation = operation;
    this.registry = new ReceiptReader(operation, registryKeys);
    this.application = applicationKeys;
  }

  ConsentEvidence verify(String json) {
    Fields whole = check1Form(json);
    Fields evidence = whole.object("evidence").orElseThrow(this::altered);
    Receipt receipt = check2Receipt(evidence);
    Optional<EndReceipt> end = check3End(evidence, receipt);
    Instant verifiedAt = evidence.requiredInstant("verified_at");
    byte[] attested = check4SaysWhatWasSigned(evidence, receipt, end, verifiedAt);
    check5Attestation(whole.requiredText("attestation"), receipt, attested);
    return new ConsentEvidence(receipt, end, verifiedAt, json);
  }

  private Fields check1Form(String json) {
    if (json.length() > MAX_LENGTH) {
      throw operation.untrusted(Check.SIZE, "The evidence is longer than any honest one.");
    }
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Fields whole = Json.object(operation, "The evidence", bytes);
    if (!whole.names().equals(Set.of("evidence", "attestation"))) {
      throw operation.untrusted(
          Check.FORMAT, "The evidence does not consist of evidence and attestation.");
    }
    return whole;
  }

  private Receipt check2Receipt(Fields evidence) {
    Receipt receipt = registry.receipt(evidence.requiredText("receipt")).receipt();
    new GrantChecks(operation).verify(receipt.granted(), receipt.asked());
    return receipt;
  }

  private Optional<EndReceipt> check3End(Fields evidence, Receipt receipt) {
    Optional<EndReceipt> end =
        evidence.text("end_receipt").map(text -> registry.end(text).receipt());
    boolean same =
        end.isEmpty()
            || (end.get().consentId().equals(receipt.consentId())
                && end.get().subject().equals(receipt.subject())
                && end.get().controller().equals(receipt.controller()));
    if (!same) {
      throw operation.untrusted(Check.CONSENT, "The end is another consent's.");
    }
    return end;
  }

  /** What people read in it is made anew of what was signed, so nothing else can stand there. */
  private byte[] check4SaysWhatWasSigned(
      Fields evidence, Receipt receipt, Optional<EndReceipt> end, Instant verifiedAt) {
    byte[] made = Json.bytes(EvidenceDocument.of(receipt, end, verifiedAt));
    if (!Json.object(operation, "The evidence", made).sameAs(evidence)) {
      throw altered();
    }
    return made;
  }

  private void check5Attestation(String attestation, Receipt receipt, byte[] attested) {
    Fields claims =
        new SignedDocument(operation, "The attestation", attestation)
            .open(application, Set.of(ConsentEvidence.TYPE));
    if (!claims.requiredText("iss").equals(receipt.controller())) {
      throw operation.untrusted(Check.ISSUER, "The attestation is not by the controller.");
    }
    if (!claims.requiredText("sha256").equals(Hashes.sha256(attested))) {
      throw altered();
    }
  }

  private UntrustedException altered() {
    return operation.untrusted(
        Check.SIGNATURE, "The evidence says something else than what was signed.");
  }
}

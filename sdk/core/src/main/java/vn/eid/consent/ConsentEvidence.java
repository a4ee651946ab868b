package vn.eid.consent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.GivenKeys;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.json.Json;

/**
 * Proof of a consent for later (bằng chứng về sự đồng ý): the controller has to show that there was
 * one (Law 91/2025/QH15, article 9; Decree 356/2025, article 6). It holds the registry's signed
 * receipts, the keys that verified them, and in plain members what they say: who (a pseudonym), to
 * whom, for what, which data and whether it is sensitive, under which notice, when, until when,
 * kept how long, and how it ended. Signed by the application.
 *
 * <p>Keep it longer than the data. {@link #verify} needs neither the registry nor this client. It
 * holds no citizen number and no health data; {@link #toString()} shows no person. Immutable and
 * thread-safe.
 */
public final class ConsentEvidence {
  static final String TYPE = "consent-evidence+jwt";

  private final Receipt receipt;
  private final Optional<EndReceipt> end;
  private final Instant verifiedAt;
  private final String json;

  ConsentEvidence(Receipt receipt, Optional<EndReceipt> end, Instant verifiedAt, String json) {
    this.receipt = receipt;
    this.end = end;
    this.verifiedAt = verifiedAt;
    this.json = json;
  }

  /** The application signs that it verified these receipts then. */
  static ConsentEvidence attested(
      Operation operation,
      SigningKey key,
      Receipt receipt,
      Optional<EndReceipt> end,
      Instant verifiedAt) {
    Map<String, Object> evidence = EvidenceDocument.of(receipt, end, verifiedAt);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", receipt.controller());
    claims.put("iat", verifiedAt.getEpochSecond());
    claims.put("sha256", Hashes.sha256(Json.bytes(evidence)));
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("evidence", evidence);
    whole.put("attestation", key.sign(operation, TYPE, claims));
    return new ConsentEvidence(receipt, end, verifiedAt, Json.text(whole));
  }

  /**
   * Verifies what {@link #toJson} wrote, without asking anybody, at any later time. Who looks into
   * a case gets the two key sets from those whose keys they are, not out of the evidence.
   *
   * @param registryKeys the registry's public keys of that time (JWK set, RFC 7517, section 5)
   * @param applicationKeys the application's, as {@code ClientKey.publicKeys()} writes them
   * @throws UntrustedException where any part of it was changed, added, left out, or signed by
   *     somebody else
   * @throws InvalidRequestException where one of the key sets is none
   */
  public static ConsentEvidence verify(String json, String registryKeys, String applicationKeys) {
    Operation operation = Operation.named("consentEvidence.verify");
    return new EvidenceChecks(
            operation,
            GivenKeys.of(operation, "registryKeys", registryKeys).keys(),
            GivenKeys.of(operation, "applicationKeys", applicationKeys).keys())
        .verify(json);
  }

  /** Which consent. */
  public ConsentId id() {
    return receipt.consentId();
  }

  /** The citizen's pseudonym at the application. */
  public String subject() {
    return receipt.subject();
  }

  /** The client id of the application that the consent was given to (bên kiểm soát dữ liệu). */
  public String controller() {
    return receipt.controller();
  }

  /** What was asked. */
  public ConsentTerms asked() {
    return receipt.asked();
  }

  /** What was granted. */
  public ConsentTerms granted() {
    return receipt.granted();
  }

  /** When the citizen said yes. */
  public Instant grantedAt() {
    return receipt.grantedAt();
  }

  /** Until when it was to hold. */
  public Instant expiresAt() {
    return receipt.expiresAt();
  }

  /** Why it ended; empty where it stood when the evidence was made. */
  public Optional<EndCause> endCause() {
    return end.map(over -> EndCause.of(over.cause()));
  }

  /** Since when it is over; empty where it stood when the evidence was made. */
  public Optional<Instant> endedAt() {
    return end.map(EndReceipt::endedAt);
  }

  /** When the application verified the receipts, by its own clock. */
  public Instant verifiedAt() {
    return verifiedAt;
  }

  /** The evidence as one JSON text, to be kept as it is. */
  public String toJson() {
    return json;
  }

  @Override
  public String toString() {
    return "ConsentEvidence[" + id() + ", verifiedAt=" + verifiedAt + "]";
  }
}

package vn.eid.records;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.internal.disk.FrameOutput;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.json.Fields;

/**
 * The key under which all copies of one consent lie, and what must be known of the consent to end
 * it. Taken out of its file for each use; nothing keeps one.
 *
 * @param secret 32 bytes, base64url
 */
record ConsentKey(
    String secret, ConsentId consent, String subject, String purpose, Instant expiresAt) {

  static ConsentKey newFor(Consent.Active consent) {
    return new ConsentKey(
        Hashes.base64url(FrameOutput.newKey()),
        consent.id(),
        consent.subject(),
        consent.purpose(),
        consent.expiresAt());
  }

  static ConsentKey of(Fields content) {
    return new ConsentKey(
        content.requiredText("key"),
        ConsentId.of(content.requiredText("consent_id")),
        content.requiredText("sub"),
        content.requiredText("purpose"),
        content.requiredInstant("expires_at"));
  }

  Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("key", secret);
    content.put("consent_id", consent.value());
    content.put("sub", subject);
    content.put("purpose", purpose);
    content.put("expires_at", expiresAt.toString());
    return content;
  }

  /** Seals what is said about the copies, their own keys among it. */
  Seal seal() {
    return Seal.of(List.of(Base64.getUrlDecoder().decode(secret)));
  }

  @Override
  public String toString() {
    return "ConsentKey[" + consent + "]";
  }
}

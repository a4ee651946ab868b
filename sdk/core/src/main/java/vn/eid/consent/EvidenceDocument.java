package vn.eid.consent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of a consent to prove it later: all of it follows from the registry's receipts, the
 * keys that verified them, and the time of that. Times are in UTC.
 */
final class EvidenceDocument {
  private static final String FORMAT = "eid-consent-evidence/1";

  /**
   * Basic personal data (dữ liệu cá nhân cơ bản). Whatever is not known to be basic is treated as
   * sensitive (dữ liệu cá nhân nhạy cảm; Law 91/2025/QH15, Decree 356/2025): health data is.
   */
  private static final Set<String> BASIC = Set.of("identity", "residence", "household");

  private EvidenceDocument() {}

  static Map<String, Object> of(Receipt receipt, Optional<EndReceipt> end, Instant verifiedAt) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("consent_id", receipt.consentId().value());
    document.put("subject", receipt.subject());
    document.put("controller", receipt.controller());
    document.put("legal_basis", "consent");
    document.put("method", receipt.method());
    document.put("granted_at", receipt.grantedAt().toString());
    document.put("expires_at", receipt.expiresAt().toString());
    document.put("data_classes", classes(receipt.granted().dataSets()));
    document.put("granted", receipt.granted().json());
    document.put("asked", receipt.asked().json());
    putSigned(document, "receipt", receipt.signed());
    end.ifPresent(over -> putEnd(document, over));
    document.put("verified_at", verifiedAt.toString());
    return document;
  }

  private static void putEnd(Map<String, Object> document, EndReceipt end) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("cause", end.cause());
    told.put("ended_at", end.endedAt().toString());
    told.put("channel", end.channel());
    document.put("end", told);
    putSigned(document, "end_receipt", end.signed());
  }

  private static void putSigned(Map<String, Object> document, String name, SignedText text) {
    document.put(name, text.compact());
    document.put(name + "_key", text.key());
  }

  private static Map<String, Object> classes(Set<String> dataSets) {
    Map<String, Object> classes = new LinkedHashMap<>();
    for (String name : dataSets.stream().sorted().toList()) {
      classes.put(name, BASIC.contains(name) ? "basic" : "sensitive");
    }
    return classes;
  }
}

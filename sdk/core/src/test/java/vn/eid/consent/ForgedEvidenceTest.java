package vn.eid.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.GivenKeys;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.KeySet;
import vn.eid.internal.json.Json;

/**
 * Evidence whose every signature is good: by a registry, or an application, that signs anything.
 */
class ForgedEvidenceTest {
  private static final int LONGEST = 1 << 20;
  private static final long NOW = HonestProvider.NOW.getEpochSecond();

  private final Map<String, Object> receipt = receipt();
  private final Map<String, Object> end = end();
  private String attestedBy = HonestProvider.CLIENT;

  @Test
  void isGoodWhereAllOfItIs() {
    assertThat(verify(json()).endCause()).contains(EndCause.REVOKED_BY_US);
  }

  @Test
  void aGrantOfMoreThanWasAskedIsRefused() {
    receipt.put("data_sets", List.of("immunizations", "identity"));
    refuses(Check.CONSENT, json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"consent_id", "sub", "aud"})
  void anEndOfAnotherConsentPersonOrControllerIsRefused(String member) {
    end.put(member, "other");
    refuses(Check.CONSENT, json());
  }

  @Test
  void anAttestationByAnotherThanTheControllerIsRefused() {
    attestedBy = "other";
    refuses(Check.ISSUER, json());
  }

  @Test
  void isNotEndless() {
    String json = json();
    assertThat(verify(json + " ".repeat(LONGEST - json.length())).id()).isNotNull();
    refuses(Check.SIZE, json + " ".repeat(LONGEST - json.length() + 1));
  }

  private static ConsentEvidence verify(String json) {
    String keys = HonestProvider.publicKeys();
    return ConsentEvidence.verify(json, keys, keys);
  }

  private static void refuses(Check check, String json) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> verify(json))
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }

  private String json() {
    Operation operation = Operation.named("test");
    KeySet keys = GivenKeys.of(operation, "keys", HonestProvider.publicKeys()).keys();
    ReceiptReader registry = new ReceiptReader(operation, keys);
    Map<String, Object> evidence =
        EvidenceDocument.of(
            registry.receipt(signed("consent-receipt+jwt", receipt)).receipt(),
            Optional.of(registry.end(signed("consent-end+jwt", end)).receipt()),
            HonestProvider.NOW);
    String hash = Hashes.sha256(Json.bytes(evidence));
    Map<String, Object> attestation = Map.of("iss", attestedBy, "iat", NOW, "sha256", hash);
    return Json.text(
        Map.of("evidence", evidence, "attestation", signed(ConsentEvidence.TYPE, attestation)));
  }

  private static String signed(String type, Map<String, Object> claims) {
    return HonestProvider.signed(type, Json.text(claims));
  }

  private static Map<String, Object> receipt() {
    Map<String, Object> claims = statement();
    claims.put("granted_at", NOW - 10);
    claims.put("exp", NOW + 3600);
    claims.put("controller", HonestProvider.CLIENT);
    claims.put("method", "app");
    Map<String, Object> asked = terms();
    asked.put("valid_for", 86_400);
    claims.put("asked", asked);
    claims.putAll(terms());
    return claims;
  }

  private static Map<String, Object> end() {
    Map<String, Object> claims = statement();
    claims.put("cause", "revoked_by_recipient");
    claims.put("ended_at", NOW - 5);
    claims.put("channel", "recipient");
    return claims;
  }

  private static Map<String, Object> statement() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "registry");
    claims.put("aud", HonestProvider.CLIENT);
    claims.put("sub", "citizen");
    claims.put("consent_id", "c1");
    return claims;
  }

  private static Map<String, Object> terms() {
    Map<String, Object> terms = new LinkedHashMap<>();
    Map<String, String> words = Map.of("vi", "Khám và điều trị", "en", "Medical treatment");
    terms.put("purpose", Map.of("code", "TREATMENT", "text", words));
    terms.put("data_sets", List.of("immunizations"));
    terms.put("recipients", List.of());
    terms.put("cross_border", false);
    Map<String, String> hashes = Map.of("vi", "a".repeat(64), "en", "b".repeat(64));
    terms.put("notice", Map.of("version", "1", "sha256", hashes));
    return terms;
  }
}

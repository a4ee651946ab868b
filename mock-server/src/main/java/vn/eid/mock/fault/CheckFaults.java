package vn.eid.mock.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.eid.mock.Fault;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.state.Keys;
import vn.eid.mock.state.PopulationRegister;
import vn.eid.mock.state.Secrets;

/** Signs the receipts of population checks: well, or as the faults say. */
public final class CheckFaults {
  private static final String TYPE = "vn-population-check+jwt";
  private static final Map<Fault, Consumer<Map<String, Object>>> CLAIMS = new LinkedHashMap<>();

  static {
    CLAIMS.put(Fault.CHECK_RECEIPT_WRONG_AUDIENCE, claims -> claims.put("aud", "other-client"));
    CLAIMS.put(
        Fault.CHECK_RECEIPT_OTHER_REQUEST, claims -> claims.put("request_hash", Secrets.random()));
    CLAIMS.put(
        Fault.CHECK_RECEIPT_OTHER_ANSWER,
        claims -> claims.computeIfPresent("answer", (same, answer) -> opposite(answer)));
    CLAIMS.put(Fault.CHECK_RECEIPT_OLD, CheckFaults::yesterday);
  }

  private final Faults faults;
  private final Keys keys;

  public CheckFaults(Faults faults, Keys keys) {
    this.faults = faults;
    this.keys = keys;
  }

  /** The answer, which the receipt repeats. */
  public String answer(String good) {
    return faults.fires(Fault.CHECK_ANSWER_UNKNOWN) ? "partly_matched" : good;
  }

  /** The signed receipt; empty where there is none. */
  public Optional<String> sign(Map<String, Object> claims) {
    if (faults.fires(Fault.CHECK_RECEIPT_MISSING)) {
      return Optional.empty();
    }
    faults.spoil(claims, CLAIMS);
    String answer = String.valueOf(claims.get("answer"));
    byte[] payload = PopulationRegister.padded(Json.bytes(claims), answer);
    String good = keys.registry().sign(payload, Map.of("kid", keys.registry().kid(), "typ", TYPE));
    return Optional.of(
        faults.fires(Fault.CHECK_RECEIPT_BAD_SIGNATURE) ? Tampering.brokenSignature(good) : good);
  }

  private static String opposite(Object answer) {
    return answer.equals(PopulationRegister.MATCHED)
        ? PopulationRegister.NO_MATCH
        : PopulationRegister.MATCHED;
  }

  private static void yesterday(Map<String, Object> claims) {
    Instant then =
        Instant.parse(String.valueOf(claims.get("answered_at"))).minus(Duration.ofDays(1));
    claims.put("answered_at", then.toString());
    claims.put("iat", then.getEpochSecond());
  }
}

package vn.eid.mock.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Keys;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.SigningKey;

/** Signs id tokens: well, or as the faults say. */
public final class IdTokenFaults {
  private static final long HOUR = 3600;

  private static final Map<Fault, Consumer<Map<String, Object>>> CLAIMS = new LinkedHashMap<>();

  static {
    CLAIMS.put(Fault.ID_TOKEN_WRONG_ISSUER, claims -> claims.put("iss", "https://other.example"));
    CLAIMS.put(Fault.ID_TOKEN_WITHOUT_ISSUER, claims -> claims.remove("iss"));
    CLAIMS.put(Fault.ID_TOKEN_WITHOUT_AUDIENCE, claims -> claims.remove("aud"));
    CLAIMS.put(Fault.ID_TOKEN_WITHOUT_SUBJECT, claims -> claims.remove("sub"));
    CLAIMS.put(Fault.ID_TOKEN_WRONG_AUDIENCE, claims -> claims.put("aud", "other-client"));
    CLAIMS.put(
        Fault.ID_TOKEN_SECOND_AUDIENCE,
        claims -> claims.computeIfPresent("aud", (name, own) -> List.of(own, "other-client")));
    CLAIMS.put(Fault.ID_TOKEN_WRONG_AZP, claims -> claims.put("azp", "other-client"));
    CLAIMS.put(Fault.ID_TOKEN_WRONG_NONCE, claims -> claims.put("nonce", Secrets.random()));
    CLAIMS.put(Fault.ID_TOKEN_WITHOUT_NONCE, claims -> claims.remove("nonce"));
    CLAIMS.put(Fault.ID_TOKEN_EXPIRED, claims -> shift(claims, -HOUR, "iat", "exp", "auth_time"));
    CLAIMS.put(Fault.ID_TOKEN_WITHOUT_EXPIRY, claims -> claims.remove("exp"));
    CLAIMS.put(Fault.ID_TOKEN_ISSUED_IN_FUTURE, claims -> shift(claims, HOUR, "iat", "exp"));
    CLAIMS.put(Fault.ID_TOKEN_ISSUED_LONG_AGO, claims -> shift(claims, -7 * 24 * HOUR, "iat"));
    CLAIMS.put(
        Fault.ID_TOKEN_NOT_YET_VALID,
        claims -> claims.put("nbf", (Long) claims.getOrDefault("iat", 0L) + HOUR));
    CLAIMS.put(Fault.ID_TOKEN_WITHOUT_ISSUE_TIME, claims -> claims.remove("iat"));
    CLAIMS.put(Fault.ID_TOKEN_WITHOUT_LEVEL, claims -> claims.remove("acr"));
    CLAIMS.put(Fault.ID_TOKEN_WITHOUT_LOGIN_TIME, claims -> claims.remove("auth_time"));
    CLAIMS.put(Fault.ID_TOKEN_LOWER_LEVEL, claims -> claims.put("acr", "1"));
    CLAIMS.put(Fault.ID_TOKEN_STALE_LOGIN, claims -> shift(claims, -24 * HOUR, "auth_time"));
    CLAIMS.put(Fault.ID_TOKEN_WRONG_AT_HASH, claims -> claims.put("at_hash", otherHash()));
    // Put together here, because no real-looking number may stand in the sources: the century digit
    // and the province are none that the ministry gives out together.
    CLAIMS.put(
        Fault.ID_TOKEN_REAL_CITIZEN_NUMBER,
        claims -> claims.put("citizen_id", "001" + "950123456"));
  }

  private final Faults faults;
  private final Keys keys;
  private final HeaderFaults headers;

  public IdTokenFaults(Faults faults, Keys keys, String issuer) {
    this.faults = faults;
    this.keys = keys;
    this.headers = new HeaderFaults(faults, keys, issuer);
  }

  /** The signed id token; empty where the response is to have none. */
  public Optional<String> sign(Map<String, Object> claims) {
    faults.spoil(claims, CLAIMS);
    return faults.fires(Fault.ID_TOKEN_MISSING) ? Optional.empty() : Optional.of(signed(claims));
  }

  private String signed(Map<String, Object> claims) {
    if (faults.fires(Fault.ID_TOKEN_ALG_NONE)) {
      return Tampering.unsigned(claims);
    }
    if (faults.fires(Fault.ID_TOKEN_SYMMETRIC)) {
      return Tampering.symmetric(claims, keys.provider());
    }
    if (faults.fires(Fault.ID_TOKEN_UNKNOWN_KEY)) {
      return SigningKey.generate("unknown").sign(claims, "JWT");
    }
    if (faults.fires(Fault.ID_TOKEN_ALG_RS256)) {
      return RsaKey.sign(claims);
    }
    if (faults.fires(Fault.ID_TOKEN_IS_LOGOUT_TOKEN)) {
      claims.put("events", Map.of(LogoutTokenFaults.EVENT, Map.of()));
      return keys.provider().sign(claims, LogoutTokenFaults.TYPE);
    }
    String good = headers.sign(claims).orElseGet(() -> keys.provider().sign(claims, "JWT"));
    return faults.fires(Fault.ID_TOKEN_BAD_SIGNATURE) ? Tampering.brokenSignature(good) : good;
  }

  private static void shift(Map<String, Object> claims, long seconds, String... names) {
    for (String name : names) {
      claims.computeIfPresent(name, (same, time) -> (Long) time + seconds);
    }
  }

  private static String otherHash() {
    return Secrets.random().substring(0, 22);
  }
}

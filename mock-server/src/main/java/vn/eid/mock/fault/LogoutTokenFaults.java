package vn.eid.mock.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Keys;
import vn.eid.mock.state.Secrets;

/** Signs logout tokens: well, or as the faults say. */
public final class LogoutTokenFaults {
  /** STANDARD: OpenID Connect Back-Channel Logout 1.0, section 2.4, recommends this type. */
  static final String TYPE = "logout+jwt";

  /** Section 2.4 again. */
  public static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private static final long HOUR = 3600;
  private static final List<String> SUBJECTS = List.of("sub", "sid");

  private static final Map<Fault, Consumer<Map<String, Object>>> CLAIMS = new LinkedHashMap<>();

  static {
    CLAIMS.put(
        Fault.LOGOUT_TOKEN_WRONG_ISSUER, claims -> claims.put("iss", "https://other.example"));
    CLAIMS.put(Fault.LOGOUT_TOKEN_WRONG_AUDIENCE, claims -> claims.put("aud", "other-client"));
    CLAIMS.put(Fault.LOGOUT_TOKEN_ISSUED_IN_FUTURE, claims -> shift(claims, HOUR));
    CLAIMS.put(Fault.LOGOUT_TOKEN_EXPIRED, claims -> shift(claims, -HOUR));
    CLAIMS.put(
        Fault.LOGOUT_TOKEN_ISSUED_LONG_AGO,
        claims -> claims.computeIfPresent("iat", (same, time) -> (Long) time - 24 * HOUR));
    CLAIMS.put(
        Fault.LOGOUT_TOKEN_OTHER_EVENT,
        claims -> claims.put("events", Map.of("urn:vn-eid:event:nobody-knows", Map.of())));
    CLAIMS.put(Fault.LOGOUT_TOKEN_WITHOUT_EXPIRY, claims -> claims.remove("exp"));
    CLAIMS.put(Fault.LOGOUT_TOKEN_WITHOUT_SUBJECT, claims -> claims.keySet().removeAll(SUBJECTS));
    CLAIMS.put(Fault.LOGOUT_TOKEN_WITHOUT_EVENT, claims -> claims.remove("events"));
    CLAIMS.put(Fault.LOGOUT_TOKEN_WITH_NONCE, claims -> claims.put("nonce", Secrets.random()));
    CLAIMS.put(Fault.LOGOUT_TOKEN_WITHOUT_JTI, claims -> claims.remove("jti"));
  }

  private final Faults faults;
  private final Keys keys;

  public LogoutTokenFaults(Faults faults, Keys keys) {
    this.faults = faults;
    this.keys = keys;
  }

  /** The signed logout token. */
  public String sign(Map<String, Object> claims) {
    faults.spoil(claims, CLAIMS);
    if (faults.fires(Fault.LOGOUT_TOKEN_ALG_NONE)) {
      return Tampering.unsigned(claims, TYPE);
    }
    if (faults.fires(Fault.LOGOUT_TOKEN_IS_ID_TOKEN)) {
      return keys.provider().sign(idToken(claims), "JWT");
    }
    String good = keys.provider().sign(claims, TYPE);
    return faults.fires(Fault.LOGOUT_TOKEN_BAD_SIGNATURE) ? Tampering.brokenSignature(good) : good;
  }

  /** How often the token that was just signed is to come. */
  public int times() {
    return faults.fires(Fault.LOGOUT_TOKEN_TWICE) ? 2 : 1;
  }

  /** What the same person's login would have been told with. */
  private static Map<String, Object> idToken(Map<String, Object> claims) {
    Map<String, Object> idToken = new LinkedHashMap<>(claims);
    idToken.keySet().removeAll(List.of("events", "jti"));
    idToken.put("auth_time", claims.get("iat"));
    idToken.put("acr", "2");
    idToken.put("account_level", 2);
    return idToken;
  }

  private static void shift(Map<String, Object> claims, long seconds) {
    for (String name : List.of("iat", "exp")) {
      claims.computeIfPresent(name, (same, time) -> (Long) time + seconds);
    }
  }
}

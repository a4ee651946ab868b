package vn.eid.mock.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.fault.LogoutTokenFaults;
import vn.eid.mock.fault.Scene;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.Session;

/** Says that a session has ended: OpenID Connect Back-Channel Logout 1.0, section 2.4. */
public final class LogoutTokens {
  private static final long LIFE_SECONDS = 120;

  private final MockState state;
  private final LogoutTokenFaults signer;

  public LogoutTokens(MockState state) {
    this.state = state;
    this.signer = new LogoutTokenFaults(state.faults(), state.keys());
  }

  /** The signed logout token, each time a new one. */
  public String of(Session session) {
    return state.faults().in(scene(session), () -> signer.sign(claims(session)));
  }

  /** How often it is to be posted. */
  int times(Session session) {
    return state.faults().in(scene(session), signer::times);
  }

  private static Scene scene(Session session) {
    return Scene.ofNotice(session.clientId(), Optional.of(session.citizenId()), session.id());
  }

  private Map<String, Object> claims(Session session) {
    long now = state.clock().instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", state.issuer());
    claims.put("aud", session.clientId());
    claims.put("iat", now);
    claims.put("exp", now + LIFE_SECONDS);
    claims.put("jti", Secrets.random());
    claims.put("sub", state.subjects().of(session.citizenId(), session.clientId()));
    claims.put("sid", session.id());
    claims.put("events", Map.of(LogoutTokenFaults.EVENT, Map.of()));
    return claims;
  }
}

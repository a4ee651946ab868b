package vn.eid.mock.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.fault.LogoutTokenFaults;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.Session;

/** Says that a session has ended: OpenID Connect Back-Channel Logout 1.0, section 2.4. */
public final class LogoutTokens {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final long LIFE_SECONDS = 120;

  private final MockState state;
  private final LogoutTokenFaults signer;

  public LogoutTokens(MockState state) {
    this.state = state;
    this.signer = new LogoutTokenFaults(state.faults(), state.keys());
  }

  /** The signed logout token, each time a new one. */
  public String of(Session session) {
    long now = state.clock().instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", state.issuer());
    claims.put("aud", session.clientId());
    claims.put("iat", now);
    claims.put("exp", now + LIFE_SECONDS);
    claims.put("jti", Secrets.random());
    claims.put("sub", state.subjects().of(session.citizenId(), session.clientId()));
    claims.put("sid", session.id());
    claims.put("events", Map.of(EVENT, Map.of()));
    return signer.sign(claims);
  }
}

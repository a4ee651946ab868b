package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.EncryptionFaults;
import vn.eid.mock.fault.IdTokenFaults;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.AskedClaims;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.LoginTerms;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Session;

/** Says who logged in: OpenID Connect Core, section 2. */
final class IdTokens {
  private static final long LIFE_SECONDS = 300;

  private final MockState state;
  private final IdTokenFaults signer;
  private final EncryptionFaults envelopes;

  IdTokens(MockState state) {
    this.state = state;
    this.signer = new IdTokenFaults(state.faults(), state.keys(), state.issuer());
    this.envelopes = new EncryptionFaults(state.faults(), state.clients());
  }

  /**
   * The signed id token, encrypted where the client asked for it; empty only where a fault leaves
   * it out.
   *
   * @param request the claims that tie the token to the request that it answers
   */
  Optional<String> of(
      Session session, LoginTerms terms, AccessToken token, Map<String, String> request) {
    Citizen citizen = state.citizens().find(session.citizenId()).orElseThrow();
    long now = state.clock().instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", state.issuer());
    claims.put("aud", session.clientId());
    claims.put("sub", state.subjects().of(citizen.id(), session.clientId()));
    claims.put("iat", now);
    claims.put("exp", now + LIFE_SECONDS);
    claims.putAll(request);
    putAuthentication(claims, session);
    claims.put("at_hash", Hashes.leftHalf(token.value()));
    // ASSUMED: the level of the account has a claim of its own, so that acr can tell of the login.
    claims.put("account_level", citizen.accountLevel());
    putAsked(claims, terms.claims(), citizen);
    return signer.sign(claims).map(idToken -> envelopes.seal(idToken, session.clientId()));
  }

  private static void putAuthentication(Map<String, Object> claims, Session session) {
    claims.put("auth_time", session.authenticatedAt().getEpochSecond());
    claims.put("acr", session.acr());
    // STANDARD: OpenID Connect Back-Channel Logout 1.0, section 2.1.
    claims.put("sid", session.id());
  }

  private void putAsked(Map<String, Object> claims, AskedClaims asked, Citizen citizen) {
    if (state.faults().isOn(Fault.USERINFO_OTHER_SUBJECT)
        || state.faults().isOn(Fault.USERINFO_WITHOUT_SUBJECT)) {
      return; // The client is to ask userinfo, where the fault waits.
    }
    for (String name : asked.idToken()) {
      citizen.claim(name).ifPresent(value -> claims.put(name, value));
    }
  }
}

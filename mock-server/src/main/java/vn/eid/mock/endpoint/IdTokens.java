package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.IdTokenFaults;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.AuthorizationCode;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.MockState;

/** Says who logged in: OpenID Connect Core, section 2. */
final class IdTokens {
  private static final long LIFE_SECONDS = 300;

  private final MockState state;
  private final IdTokenFaults signer;

  IdTokens(MockState state) {
    this.state = state;
    this.signer = new IdTokenFaults(state.faults(), state.keys().provider());
  }

  /** The signed id token; empty only where a fault leaves it out. */
  Optional<String> of(AuthorizationCode code, AccessToken token) {
    AuthorizationRequest request = code.request();
    Citizen citizen = state.citizens().find(code.citizenId()).orElseThrow();
    long now = state.clock().instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", state.issuer());
    claims.put("aud", request.clientId());
    claims.put("sub", state.subjects().of(citizen.id(), request.clientId()));
    claims.put("nonce", request.nonce());
    claims.put("iat", now);
    claims.put("exp", now + LIFE_SECONDS);
    claims.put("auth_time", code.authenticatedAt().getEpochSecond());
    claims.put("acr", Acr.reached(request.acrValues(), citizen));
    claims.put("at_hash", Hashes.leftHalf(token.value()));
    // ASSUMED: the level of the account has a claim of its own, so that acr can tell of the login.
    claims.put("account_level", citizen.accountLevel());
    putAsked(claims, request, citizen);
    return signer.sign(claims);
  }

  private void putAsked(Map<String, Object> claims, AuthorizationRequest request, Citizen citizen) {
    if (state.faults().isOn(Fault.USERINFO_OTHER_SUBJECT)) {
      return; // The client is to ask userinfo, where the fault waits.
    }
    for (String name : request.claims().idToken()) {
      citizen.claim(name).ifPresent(value -> claims.put(name, value));
    }
  }
}

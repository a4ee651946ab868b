package vn.eid.mock.endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.RefreshFaults;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.AccessTokens;
import vn.eid.mock.state.LoginTerms;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.RefreshToken;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.Session;

/** What the token endpoint gives for a login, whichever way the citizen was asked. */
final class LoginTokens {
  private final MockState state;
  private final IdTokens idTokens;
  private final RefreshFaults faults;

  LoginTokens(MockState state) {
    this.state = state;
    this.idTokens = new IdTokens(state);
    this.faults = new RefreshFaults(state);
  }

  /**
   * The members of the first answer: with an id token, and with a refresh token where it was asked
   * for.
   *
   * @param request the claims that tie the id token to the request that it answers
   */
  Map<String, Object> first(
      Session session, LoginTerms terms, String jkt, Map<String, String> request) {
    AccessToken token = issue(session, terms, jkt, terms.scopes());
    Map<String, Object> members = TokenMembers.of(token);
    idTokens
        .of(session, terms, token, request)
        .ifPresent(idToken -> members.put("id_token", idToken));
    if (terms.refreshable()) {
      String refreshToken = state.refreshTokens().issue(session, terms, jkt).value();
      members.put("refresh_token", refreshToken);
    }
    return members;
  }

  /**
   * The members of each further one. STANDARD: the refresh token stays the same (FAPI 2.0 Security
   * Profile, section 5.3.2.1): a client that loses an answer with a new one could not go on.
   */
  Map<String, Object> again(RefreshToken refresh, Set<String> scopes) {
    AccessToken token = issue(refresh.session(), refresh.terms(), refresh.jkt(), scopes);
    Map<String, Object> members = TokenMembers.of(token);
    RefreshToken next = refresh;
    if (state.faults().fires(Fault.REFRESH_TOKEN_ROTATED)) {
      state.refreshTokens().end(refresh);
      next = state.refreshTokens().issue(refresh.session(), refresh.terms(), refresh.jkt());
    }
    members.put("refresh_token", next.value());
    // STANDARD: OpenID Connect Core, section 12.2: an answer to a refresh may do without one.
    faults
        .session(refresh.session())
        .flatMap(session -> idTokens.of(session, refresh.terms(), token, Map.of()))
        .ifPresent(idToken -> members.put("id_token", idToken));
    return members;
  }

  private AccessToken issue(Session session, LoginTerms terms, String jkt, Set<String> scopes) {
    AccessToken token =
        new AccessToken(
            Secrets.random(),
            session.clientId(),
            jkt,
            scopes,
            Optional.of(session),
            Optional.empty(),
            terms.claims(),
            state.clock().instant().plus(AccessTokens.LIFE));
    state.tokens().issue(token);
    return token;
  }
}

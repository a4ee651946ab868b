package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.Fault;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;

/**
 * What the citizen agreed to share, for the token of the login: OpenID Connect Core, section 5.3.
 */
final class Userinfo implements Endpoint {
  private final MockState state;
  private final ResourceGuard guard;

  Userinfo(MockState state, ResourceGuard guard) {
    this.state = state;
    this.guard = guard;
  }

  @Override
  public Reply answer(Exchange exchange) {
    AccessToken token = guard.requireScope(exchange, LoginScopes.OPENID);
    Citizen citizen =
        state.citizens().find(token.session().orElseThrow().citizenId()).orElseThrow();
    Map<String, Object> answer = new LinkedHashMap<>();
    if (!state.faults().fires(Fault.USERINFO_WITHOUT_SUBJECT)) {
      answer.put("sub", subject(citizen, token));
    }
    for (String name : token.claims().all()) {
      citizen.claim(name).ifPresent(value -> answer.put(name, value));
    }
    return Reply.json(200, answer);
  }

  private String subject(Citizen citizen, AccessToken token) {
    return state.faults().fires(Fault.USERINFO_OTHER_SUBJECT)
        ? Secrets.random()
        : state.subjects().of(citizen.id(), token.clientId());
  }
}

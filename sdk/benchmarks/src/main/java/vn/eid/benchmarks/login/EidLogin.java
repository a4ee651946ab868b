package vn.eid.benchmarks.login;

import java.net.URI;
import java.util.UUID;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;

/** With the SDK. */
final class EidLogin implements LoginClient {
  private final EidClient eid;

  EidLogin(EidClient eid) {
    this.eid = eid;
  }

  static EidClient.Builder builder(Application application) {
    return EidClient.builder(
        Environment.sandbox(application.issuer()),
        application.clientId(),
        ClientKey.fromJwk(application.key()));
  }

  @Override
  public String logIn(Browser browser) throws Exception {
    BrowserSession session = BrowserSession.of(UUID.randomUUID().toString());
    LoginRequest request = LoginRequest.returningTo(Application.CALLBACK);
    URI page = eid.redirectLogin().start(request, session).authorizationUri();
    LoginOutcome outcome = eid.redirectLogin().finish(browser.visit(page), session);
    return ((LoginOutcome.Approved) outcome).identity().subject();
  }
}

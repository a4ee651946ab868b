package vn.eid.benchmarks.start;

import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.benchmarks.login.Application;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginRequest;

/** A program that has just started and sends somebody to log in, with the SDK. */
final class StartEid {
  private StartEid() {}

  /** {@code issuer clientId keyFile}. */
  public static void main(String[] args) throws Exception {
    Application application = Application.of(args);
    Environment there = Environment.sandbox(application.issuer());
    ClientKey key = ClientKey.fromJwk(application.key());
    EidClient eid = EidClient.builder(there, application.clientId(), key).build();
    LoginRequest request = LoginRequest.returningTo(Application.CALLBACK);
    BrowserSession browser = BrowserSession.of("a session of the application's");
    Started.say(eid.redirectLogin().start(request, browser).authorizationUri());
  }
}

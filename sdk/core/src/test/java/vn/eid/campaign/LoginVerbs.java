package vn.eid.campaign;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import okhttp3.Request;
import okhttp3.Response;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.campaign.Verb.Effect;
import vn.eid.campaign.Verb.Often;
import vn.eid.campaign.Verb.Trait;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginSession;
import vn.eid.login.PushId;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStatus;
import vn.eid.mock.Fault;
import vn.eid.mock.Injection;

/** Logins in the browser and by push, and the sessions that come of them. */
final class LoginVerbs {
  private static final String BROWSER = "Logins in the browser";
  private static final String PUSH = "Logins by push";
  private static final String SESSIONS = "Sessions";
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final LoginRequest ALL =
      LoginRequest.returningTo(Application.CALLBACK)
          .asking(Claim.values())
          .withScopes("sandbox", "offline_access");

  private LoginVerbs() {}

  static List<Verb> all() {
    return List.of(
        new Verb(
            BROWSER,
            "redirectLogin.start",
            "discovery",
            "/.well-known/openid-configuration",
            Effect.NONE,
            Often.AGAIN,
            LoginVerbs::start,
            Trait.FIRST_CALL),
        new Verb(
            BROWSER,
            "redirectLogin.start",
            "pushed request",
            "/par",
            Effect.BY_IT,
            Often.ONCE,
            LoginVerbs::start),
        new Verb(
            BROWSER,
            "redirectLogin.finish",
            "login keys",
            "/jwks",
            Effect.NONE,
            Often.AGAIN,
            LoginVerbs::finish,
            Trait.FIRST_CALL),
        new Verb(
            BROWSER,
            "redirectLogin.finish",
            "token",
            "/token",
            Effect.BY_IT,
            Often.ONCE,
            LoginVerbs::finish),
        new Verb(
            BROWSER,
            "redirectLogin.finish",
            "userinfo",
            "/userinfo",
            Effect.BEFORE,
            Often.AGAIN,
            LoginVerbs::finishAsking),
        new Verb(
            PUSH,
            "pushLogin.start",
            "push",
            "/ciba",
            Effect.BY_IT,
            Often.ONCE,
            LoginVerbs::startPush),
        new Verb(
            PUSH,
            "pushLogin.check",
            "login keys",
            "/jwks",
            Effect.NONE,
            Often.AGAIN,
            LoginVerbs::check,
            Trait.FIRST_CALL),
        new Verb(
            PUSH,
            "pushLogin.check",
            "token",
            "/token",
            Effect.BY_IT,
            Often.ONCE,
            LoginVerbs::check),
        new Verb(
            PUSH,
            "pushLogin.check",
            "userinfo",
            "/userinfo",
            Effect.BEFORE,
            Often.AGAIN,
            LoginVerbs::checkAsking),
        new Verb(
            PUSH,
            "pushLogin.await",
            "token",
            "/token",
            Effect.BY_IT,
            Often.AGAIN,
            LoginVerbs::await,
            Trait.PASSING),
        new Verb(
            SESSIONS,
            "loginSession.resources",
            "renewal",
            "/token",
            Effect.BY_IT,
            Often.ONCE,
            LoginVerbs::renewal),
        new Verb(
            SESSIONS,
            "loginSession.resources",
            "the call, GET",
            "/sandbox/v1/echo",
            Effect.NONE,
            Often.AGAIN,
            LoginVerbs::protectedCall),
        new Verb(
            SESSIONS,
            "loginSessions.logout",
            "revocation",
            "/revocation",
            Effect.BY_IT,
            Often.AGAIN,
            LoginVerbs::logout));
  }

  private static Attempt start(Office office) {
    return Attempt.of(
        () -> {
          var unused = office.client().redirectLogin().start(ALL, Application.newBrowser());
          return "works";
        });
  }

  private static Attempt finish(Office office) {
    BrowserSession browser = Application.newBrowser();
    EidClient client = office.client();
    URI callback = Application.callbackOf(client.redirectLogin().start(ALL, browser));
    return Attempt.of(() -> word(client.redirectLogin().finish(callback, browser)))
        .then(() -> word(logIn(client)));
  }

  /** With an id token that tells nothing, as that of other providers. */
  private static Attempt finishAsking(Office office) {
    office.mock().inject(Injection.of(Fault.USERINFO_OTHER_SUBJECT).at("/token"));
    return finish(office);
  }

  private static Attempt startPush(Office office) {
    return Attempt.of(
        () -> {
          var unused =
              office.client().pushLogin().start(PushRequest.to(AN), Application.newBrowser());
          return "works";
        });
  }

  private static Attempt check(Office office) {
    BrowserSession browser = Application.newBrowser();
    EidClient client = office.client();
    PushId push = push(client, browser);
    office.mock().advance(Duration.ofSeconds(2));
    return Attempt.of(() -> checked(client, push, browser))
        .then(
            () -> {
              office.mock().advance(Duration.ofSeconds(10));
              return office.outcome().isOutage() ? checked(client, push, browser) : "works";
            });
  }

  private static Attempt checkAsking(Office office) {
    office.mock().inject(Injection.of(Fault.USERINFO_OTHER_SUBJECT).at("/token"));
    return check(office);
  }

  private static Attempt await(Office office) {
    BrowserSession browser = Application.newBrowser();
    EidClient client = office.client();
    PushId push = push(client, browser);
    return Attempt.of(() -> word(client.pushLogin().await(push, browser)))
        .then(
            () -> {
              BrowserSession next = Application.newBrowser();
              return word(client.pushLogin().await(push(client, next), next));
            });
  }

  private static Attempt renewal(Office office) {
    LoginSession session = session(office);
    office.mock().advance(Duration.ofMinutes(5));
    // The nonce of before is too old by now; let that not be what is tried here.
    var unused = logIn(office.client());
    return Attempt.of(() -> echo(office, session));
  }

  private static Attempt protectedCall(Office office) {
    LoginSession session = session(office);
    return Attempt.of(() -> echo(office, session));
  }

  private static Attempt logout(Office office) {
    LoginSession session = session(office);
    URI home = URI.create("https://app.example/");
    return Attempt.of(
        () -> {
          URI page = office.client().loginSessions().logout(session, home);
          return page.equals(home) ? "logged out here only" : "works";
        });
  }

  private static LoginSession session(Office office) {
    LoginOutcome.Approved approved = (LoginOutcome.Approved) logIn(office.helper());
    return office.client().loginSessions().reopen(approved.session().seal());
  }

  static LoginOutcome logIn(EidClient client) {
    BrowserSession browser = Application.newBrowser();
    URI callback = Application.callbackOf(client.redirectLogin().start(ALL, browser));
    return client.redirectLogin().finish(callback, browser);
  }

  private static PushId push(EidClient client, BrowserSession browser) {
    return client.pushLogin().start(PushRequest.to(AN).asking(Claim.values()), browser).id();
  }

  private static String checked(EidClient client, PushId push, BrowserSession browser) {
    PushStatus status = client.pushLogin().check(push, browser);
    return status instanceof PushStatus.Finished finished ? word(finished.outcome()) : "waits";
  }

  private static String word(LoginOutcome outcome) {
    return outcome instanceof LoginOutcome.Approved
        ? "works"
        : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String echo(Office office, LoginSession session) throws IOException {
    URI api = URI.create(office.mock().issuer() + "/sandbox/v1/");
    Request request = new Request.Builder().url(api.resolve("echo").toString()).build();
    try (Response response = session.resources(api).newCall(request).execute()) {
      var unused = response.body().bytes();
      return response.code() == 200 ? "works" : "the answer, " + response.code();
    }
  }
}

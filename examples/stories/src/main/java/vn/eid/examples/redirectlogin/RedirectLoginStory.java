package vn.eid.examples.redirectlogin;

import java.net.URI;
import java.util.UUID;
import vn.eid.EidClient;
import vn.eid.UntrustedException;
import vn.eid.examples.stage.Narrator;
import vn.eid.examples.stage.Stage;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.Identity;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginStart;

/** A citizen logs in with e-ID; then somebody tries the same callback once more. */
public final class RedirectLoginStory {
  private static final String AN = "099085000011";

  private RedirectLoginStory() {}

  public static void main(String[] args) {
    Stage.run(args, RedirectLoginStory::tell);
  }

  /** Tells it. */
  public static void tell(Stage stage) throws InterruptedException {
    EidClient eid = stage.client();
    Narrator narrator = stage.narrator();
    narrator.title("1. A citizen logs in");
    stage.atTheBrowser(AN);

    BrowserSession browser = BrowserSession.of(UUID.randomUUID().toString());
    LoginRequest request =
        LoginRequest.returningTo(stage.callback())
            .asking(Claim.NAME, Claim.BIRTH_DATE, Claim.CITIZEN_ID);
    LoginStart start = eid.redirectLogin().start(request, browser);
    narrator.say("The clinic asks for name, birth date and citizen number. The citizen sees");
    narrator.say("who asks, for what, and approves or declines.");

    URI callback = stage.browser().visit(start.authorizationUri());
    LoginOutcome outcome = eid.redirectLogin().finish(callback, browser);
    narrator.say(described(outcome));

    narrator.say("Somebody copies the address of the callback and opens it again:");
    try {
      eid.redirectLogin().finish(callback, browser);
    } catch (UntrustedException refused) {
      narrator.say("  refused: no login waits for it any more (check " + refused.check() + ").");
    }
  }

  private static String described(LoginOutcome outcome) {
    if (outcome instanceof LoginOutcome.Approved approved) {
      Identity citizen = approved.identity();
      return "Logged in: "
          + citizen.name().orElse("a citizen")
          + ", born "
          + citizen.birthDate().map(Object::toString).orElse("?")
          + ", number "
          + citizen.citizenId().map(Object::toString).orElse("?")
          + ", account "
          + citizen.accountLevel().map(Object::toString).orElse("of unknown level")
          + ".";
    }
    if (outcome instanceof LoginOutcome.Declined declined) {
      return "Not logged in: declined, " + declined.reason() + ".";
    }
    return "Not logged in: it took too long.";
  }
}

package vn.eid.examples.pushlogin;

import java.net.URI;
import java.util.UUID;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.examples.stage.Narrator;
import vn.eid.examples.stage.QrCode;
import vn.eid.examples.stage.Stage;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.PushLogin;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStart;
import vn.eid.login.PushStatus;

/** At the clinic's desk a citizen says their number, and logs in on their own phone. */
public final class PushLoginStory {
  private static final CitizenId AN = CitizenId.parse("099085000011");

  private PushLoginStory() {}

  public static void main(String[] args) {
    Stage.run(args, PushLoginStory::tell);
  }

  /** Tells it. */
  public static void tell(Stage stage) throws InterruptedException {
    EidClient eid = stage.client();
    Narrator narrator = stage.narrator();
    narrator.title("2. A citizen logs in on the phone");
    stage.leavesUnanswered(AN.value());

    PushLogin push = eid.pushLogin();
    BrowserSession screen = BrowserSession.of(UUID.randomUUID().toString());
    PushRequest request =
        PushRequest.to(AN).saying("Phòng khám Hoa Sen").asking(Claim.NAME, Claim.BIRTH_DATE);
    PushStart start = push.start(request, screen);

    narrator.say("The desk's screen shows the verification code " + start.verificationCode());
    narrator.say("and a QR code, for a phone that the push did not reach:");
    URI appLink = start.appLink().orElseThrow();
    QrCode.of(appLink.toString()).lines().forEach(line -> narrator.say("  " + line));
    stage.phone().ring(appLink);

    if (push.check(start.id(), screen) instanceof PushStatus.Waiting) {
      narrator.say("The desk asks how it stands: nobody has answered yet.");
    }
    narrator.say("The citizen compares the codes and answers.");
    stage.phone().approve();
    narrator.say(described(push.await(start.id(), screen)));
  }

  private static String described(LoginOutcome outcome) {
    if (outcome instanceof LoginOutcome.Approved approved) {
      return "Logged in on the phone: " + approved.identity().name().orElse("a citizen") + ".";
    }
    if (outcome instanceof LoginOutcome.Declined declined) {
      return "Not logged in: declined, " + declined.reason() + ".";
    }
    return "Not logged in: it took too long.";
  }
}

package vn.eid.examples.readme;

import java.util.function.Consumer;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStart;

/** The push login of the README, as it compiles. */
public final class ClinicPush {
  private ClinicPush() {}

  /** Logs a citizen in on the phone. */
  public static LoginOutcome logIn(
      EidClient eid, CitizenId citizenId, BrowserSession session, Consumer<String> screen)
      throws InterruptedException {
    // readme:begin
    PushRequest ask = PushRequest.to(citizenId).saying("Phòng khám Hoa Sen");
    PushStart push = eid.pushLogin().start(ask, session);
    screen.accept(push.verificationCode()); // the phone shows the same four digits
    LoginOutcome outcome = eid.pushLogin().await(push.id(), session); // a page asks check(..)
    // readme:end
    return outcome;
  }
}

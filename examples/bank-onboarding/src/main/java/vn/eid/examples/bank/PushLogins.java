package vn.eid.examples.bank;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStatus;
import vn.eid.servlet.BrowserLogin;
import vn.eid.spring.EidProperties;
import vn.eid.spring.EidSignIn;

/** Logins by push, one at a time in each browser. */
@Component
class PushLogins {
  private static final Duration OUTAGE = Duration.ofSeconds(5);

  /** Either how long to wait before asking again, or the page to go to. */
  record Answer(Duration pause, Optional<String> next) {
    static Answer waiting(Duration pause) {
      return new Answer(pause, Optional.empty());
    }

    static Answer goTo(String page) {
      return new Answer(Duration.ZERO, Optional.of(page));
    }
  }

  private final EidClient eid;
  private final EidProperties.Login wanted;
  private final PushLimits limits;

  PushLogins(EidClient eid, EidProperties properties, PushLimits limits) {
    this.eid = eid;
    this.wanted = properties.login();
    this.limits = limits;
  }

  /**
   * Asks on the citizen's phone, for the same as a login by redirect does.
   *
   * @return whether it was asked; else it was asked too often lately
   */
  boolean start(String citizenId, HttpServletRequest browser) {
    CitizenId number = CitizenId.parse(citizenId.strip());
    if (!limits.admits(number, browser.getRemoteAddr())) {
      return false;
    }
    cancel(browser);
    ShownPush.of(eid.pushLogin().start(request(number), BrowserLogin.browser(browser)))
        .keepIn(browser.getSession());
    return true;
  }

  private PushRequest request(CitizenId number) {
    PushRequest request =
        PushRequest.to(number)
            .saying("Đăng nhập trên trang web")
            .asking(wanted.asking().toArray(Claim[]::new));
    return wanted.accountLevel() == null ? request : request.atLeast(wanted.accountLevel());
  }

  void cancel(HttpServletRequest browser) {
    ShownPush.in(browser.getSession())
        .ifPresent(push -> eid.pushLogin().cancel(push.id(), BrowserLogin.browser(browser)));
    ShownPush.forget(browser.getSession());
  }

  /** Asks how it stands, and logs the citizen in who has approved. */
  Answer ask(ShownPush push, HttpServletRequest browser, HttpServletResponse response) {
    try {
      PushStatus status = eid.pushLogin().check(push.id(), BrowserLogin.browser(browser));
      if (status instanceof PushStatus.Waiting waiting) {
        return Answer.waiting(waiting.nextCheckIn());
      }
      ShownPush.forget(browser.getSession());
      return finish(((PushStatus.Finished) status).outcome(), browser, response);
    } catch (RateLimitedException | UnavailableException e) {
      return Answer.waiting(OUTAGE);
    } catch (EidException e) {
      ShownPush.forget(browser.getSession());
      return Answer.goTo("/login/failed?eid=failed");
    }
  }

  private static Answer finish(
      LoginOutcome outcome, HttpServletRequest browser, HttpServletResponse response) {
    if (outcome instanceof LoginOutcome.Approved approved) {
      EidSignIn.of(browser).complete(approved, browser, response);
      return Answer.goTo("/open");
    }
    if (outcome instanceof LoginOutcome.Declined declined) {
      String reason = declined.reason().name().toLowerCase(Locale.ROOT);
      return Answer.goTo("/login/failed?eid=declined&reason=" + reason);
    }
    return Answer.goTo("/login/failed?eid=expired");
  }
}

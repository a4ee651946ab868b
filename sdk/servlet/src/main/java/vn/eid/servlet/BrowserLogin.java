package vn.eid.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginOutcome.Approved;
import vn.eid.login.LoginRequest;

/**
 * A login by redirect that is tied to the web session in which it began. A callback in another
 * browser, or a second time, logs nobody in. This class is thread-safe.
 */
public final class BrowserLogin {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.servlet");
  private static final String BROWSER = "vn.eid.browser";
  private static final int SECRET_BYTES = 32;

  private final EidClient client;

  public BrowserLogin(EidClient client) {
    this.client = client;
  }

  /**
   * The browser of a request, for a login by push too. It is a random secret in the web session and
   * not the session's id: that one changes when a login in another tab ends.
   */
  public static BrowserSession browser(HttpServletRequest request) {
    HttpSession session = request.getSession();
    Object known = session.getAttribute(BROWSER);
    String secret = known instanceof String text ? text : fresh();
    if (known == null) {
      session.setAttribute(BROWSER, secret);
    }
    return BrowserSession.of(secret);
  }

  /**
   * Whether somebody opens a page: what an image, a frame or a script of some other page asks for
   * starts no login. Each start costs a call to the provider.
   */
  public static boolean opensAPage(HttpServletRequest request) {
    @Nullable String wanted = request.getHeader("Sec-Fetch-Dest");
    return request.getMethod().equals("GET") && (wanted == null || wanted.equals("document"));
  }

  /**
   * Begins a login in the browser that asks.
   *
   * @return where to send it
   */
  public URI start(HttpServletRequest request, LoginRequest login) throws LoginFailedException {
    try {
      return client.redirectLogin().start(login, browser(request)).authorizationUri();
    } catch (EidException e) {
      throw failed(e);
    }
  }

  /**
   * Ends the login with which the browser came back. Change the session's id next, before you note
   * who it is: an id that was slipped to the citizen before is then worth nothing.
   */
  public Approved finish(HttpServletRequest request) throws LoginFailedException {
    LoginOutcome outcome = outcome(request);
    if (outcome instanceof Approved approved) {
      return approved;
    }
    throw outcome instanceof LoginOutcome.Declined declined
        ? LoginFailedException.declined(declined.reason())
        : LoginFailedException.expired();
  }

  private LoginOutcome outcome(HttpServletRequest request) throws LoginFailedException {
    @Nullable String query = request.getQueryString();
    try {
      URI callback = URI.create("https://callback.invalid/?" + (query == null ? "" : query));
      return client.redirectLogin().finish(callback, known(request));
    } catch (EidException e) {
      throw failed(e);
    } catch (IllegalArgumentException e) {
      throw failed(
          new UntrustedException(
              UntrustedException.Check.FORMAT, "The callback is no address.", "none"));
    }
  }

  /** A browser without a session began nothing: it gets none here either. */
  private static BrowserSession known(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object secret = session == null ? null : session.getAttribute(BROWSER);
    return BrowserSession.of(secret instanceof String text ? text : fresh());
  }

  private static LoginFailedException failed(EidException e) {
    LOG.warn("Nobody is logged in: {}", e.getMessage());
    boolean later = e instanceof UnavailableException || e instanceof RateLimitedException;
    return LoginFailedException.of(later ? LoginFailure.UNAVAILABLE : LoginFailure.FAILED, e);
  }

  private static String fresh() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}

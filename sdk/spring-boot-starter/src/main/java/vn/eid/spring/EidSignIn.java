package vn.eid.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import vn.eid.login.LoginOutcome.Approved;

/**
 * Notes in the web session who logged in, after a login that is not by redirect: by push, with the
 * browser of {@link vn.eid.servlet.BrowserLogin#browser}. The session's id changes, as it does
 * after the callback.
 */
public final class EidSignIn {
  private static final String ATTRIBUTE = EidSignIn.class.getName();

  private final CitizenAuthentications authentications;
  private final SessionAuthenticationStrategy sessions;
  private final SecurityContextRepository contexts;

  EidSignIn(
      CitizenAuthentications authentications,
      SessionAuthenticationStrategy sessions,
      SecurityContextRepository contexts) {
    this.authentications = authentications;
    this.sessions = sessions;
    this.contexts = contexts;
  }

  /**
   * That of the filter chain which a request has passed.
   *
   * @throws IllegalStateException where it passed none with {@code eidLogin()}
   */
  public static EidSignIn of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof EidSignIn signIn) {
      return signIn;
    }
    throw new IllegalStateException("This request passed no security filter with eidLogin().");
  }

  /** Logs the citizen of an approved login in. */
  public EidAuthentication complete(
      Approved login, HttpServletRequest request, HttpServletResponse response) {
    EidAuthentication citizen = authentications.of(login, request);
    sessions.onAuthentication(citizen, request, response);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(citizen);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return citizen;
  }

  void offerTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}

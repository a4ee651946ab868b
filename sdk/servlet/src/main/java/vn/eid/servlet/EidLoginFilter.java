package vn.eid.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.UnavailableException;
import vn.eid.login.Identity;
import vn.eid.login.LoginOutcome.Approved;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginSession;

/**
 * Log in, come back and log out with e-ID in an application without a framework. Register it for
 * {@code /*}; then {@link #identity} tells who is there, and which of your pages need somebody is
 * your decision.
 *
 * <pre>{@code
 * var filter = new EidLoginFilter(client, LoginRequest.returningTo(callback), afterLogout);
 * context.addFilter("eid", filter).addMappingForUrlPatterns(null, false, "/*");
 * }</pre>
 *
 * <p>{@code GET /eid/login?to=/my/page} starts a login, the path of the callback ends it, {@code
 * POST /eid/logout} ends the session. A login that fails leads to {@link #failurePage} with {@code
 * ?eid=declined}, {@code expired}, {@code failed} or {@code unavailable}. The session's id changes
 * at login, a callback in another browser is refused, and a citizen who logs out elsewhere is out
 * here with the next request; while the shared store does not answer, that is 503.
 *
 * <p>This class is thread-safe, once it is registered.
 */
public final class EidLoginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String LOGIN = "vn.eid.login";
  private static final String BACK_TO = "vn.eid.back";
  private static final String START = "/eid/login";
  private static final String LOGOUT = "/eid/logout";

  private final transient EidClient client;
  private final transient LoginRequest login;
  private final transient BrowserLogin logins;
  private final URI afterLogout;
  private String failurePage = "/";

  /**
   * A filter for a client's logins.
   *
   * @param afterLogout a page of yours, registered with the provider for this purpose
   */
  public EidLoginFilter(EidClient client, LoginRequest login, URI afterLogout) {
    this.client = client;
    this.login = login;
    this.logins = new BrowserLogin(client);
    this.afterLogout = afterLogout;
  }

  /** The page of yours, from its slash on, that a login which failed leads to; {@code /} else. */
  public EidLoginFilter failurePage(String page) {
    this.failurePage = page;
    return this;
  }

  /** Who is logged in. */
  public static Optional<Identity> identity(HttpServletRequest request) {
    return login(request).map(Approved::identity);
  }

  /** Their session with the provider, to call protected APIs. */
  public static Optional<LoginSession> session(HttpServletRequest request) {
    return login(request).map(Approved::session);
  }

  private static Optional<Approved> login(HttpServletRequest request) {
    return Optional.ofNullable((Approved) request.getAttribute(LOGIN));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = LocalPath.of(request);
    boolean leaves = path.equals(LOGOUT) && request.getMethod().equals("POST");
    try {
      takeUp(request);
    } catch (UnavailableException e) {
      // Whoever leaves a shared machine leaves it now.
      if (!leaves) {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return;
      }
    }
    if (path.equals(START)) {
      start(request, response);
    } else if (request.getRequestURI().equals(login.callback().getPath())) {
      finish(request, response);
    } else if (leaves) {
      logOut(request, response);
    } else {
      goOn(request, response, chain);
    }
  }

  /** Who is in the web session, unless they logged out elsewhere. */
  private void takeUp(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(LOGIN) instanceof StoredLogin stored)) {
      return;
    }
    Optional<Approved> open = open(stored).filter(this::stands);
    open.ifPresentOrElse(approved -> request.setAttribute(LOGIN, approved), session::invalidate);
  }

  private boolean stands(Approved approved) {
    return !client.loginSessions().isLoggedOut(approved.session());
  }

  private Optional<Approved> open(StoredLogin stored) {
    try {
      return Optional.of(stored.open(client));
    } catch (UnavailableException e) {
      throw e;
    } catch (EidException e) {
      return Optional.empty();
    }
  }

  private void start(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!BrowserLogin.opensAPage(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    String to = request.getParameter("to");
    try {
      URI provider = logins.start(request, login);
      request.getSession().setAttribute(BACK_TO, LocalPath.isLocal(to) ? to : "/");
      response.sendRedirect(provider.toString());
    } catch (LoginFailedException e) {
      response.sendRedirect(request.getContextPath() + e.page(failurePage));
    }
  }

  private void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      Approved approved = logins.finish(request);
      if (isSomebodyElse(request, approved)) {
        // Nothing of the one before is theirs: no draft, no patient, no page to go back to.
        request.getSession().invalidate();
      }
      HttpSession session = request.getSession();
      String unused = request.changeSessionId();
      session.setAttribute(LOGIN, StoredLogin.of(approved));
      Object to = session.getAttribute(BACK_TO);
      session.removeAttribute(BACK_TO);
      response.sendRedirect(request.getContextPath() + (to == null ? "/" : to));
    } catch (LoginFailedException e) {
      response.sendRedirect(request.getContextPath() + e.page(failurePage));
    }
  }

  private static boolean isSomebodyElse(HttpServletRequest request, Approved approved) {
    String subject = approved.identity().subject();
    return identity(request).filter(before -> !before.subject().equals(subject)).isPresent();
  }

  private void logOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<LoginSession> ended = session(request);
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    URI next = ended.map(e -> client.loginSessions().logout(e, afterLogout)).orElse(afterLogout);
    response.sendRedirect(next.toString());
  }

  private static void goOn(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } finally {
      storeAgain(request);
    }
  }

  /** A token that was renewed meanwhile must not be lost with this node. */
  private static void storeAgain(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null
        && session.getAttribute(LOGIN) instanceof StoredLogin stored
        && stored.changedSinceStored()) {
      session.setAttribute(LOGIN, stored);
    }
  }
}

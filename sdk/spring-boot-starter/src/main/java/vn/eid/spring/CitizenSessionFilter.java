package vn.eid.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.UnavailableException;
import vn.eid.servlet.LocalPath;

/**
 * Takes a citizen's web session up, request by request: opens what came out of a session store, and
 * ends the session if the provider has (Back-Channel Logout 1.0), whichever node was told. Where
 * the shared store does not answer nobody passes.
 */
final class CitizenSessionFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.spring");

  /** Spring Security's own. */
  private static final String LOGOUT = "/logout";

  private final EidClient client;
  private final SecurityContextRepository contexts;
  private final EidSignIn signIn;
  private final CitizenAuthentications citizens;

  CitizenSessionFilter(
      EidClient client,
      SecurityContextRepository contexts,
      EidSignIn signIn,
      CitizenAuthentications citizens) {
    this.client = client;
    this.contexts = contexts;
    this.signIn = signIn;
    this.citizens = citizens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    signIn.offerTo(request);
    Optional<EidAuthentication> citizen = current();
    try {
      if (citizen.isPresent() && !stands(citizen.get())) {
        end(request);
      }
    } catch (UnavailableException e) {
      LOG.warn("A citizen has to wait: {}", e.getMessage());
      SecurityContextHolder.clearContext();
      // Whoever leaves a shared machine leaves it now.
      if (!leaves(request)) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return;
      }
    }
    try {
      chain.doFilter(request, response);
    } finally {
      storeAgain(request, response);
    }
  }

  private static boolean leaves(HttpServletRequest request) {
    return request.getMethod().equals("POST") && LocalPath.of(request).equals(LOGOUT);
  }

  private static Optional<EidAuthentication> current() {
    return EidAuthentication.of(SecurityContextHolder.getContext().getAuthentication());
  }

  private boolean stands(EidAuthentication citizen) {
    return opens(citizen) && !client.loginSessions().isLoggedOut(citizen.session());
  }

  private boolean opens(EidAuthentication citizen) {
    try {
      return citizen.open(client, citizens::authorities);
    } catch (UnavailableException e) {
      throw e;
    } catch (EidException e) {
      LOG.warn("A stored login is refused: {}", e.getMessage());
      return false;
    }
  }

  private static void end(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** A token that was renewed meanwhile must not be lost with this node. */
  private void storeAgain(HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.getContext();
    // Where another request has ended the session meanwhile, none is begun for it.
    if (request.getSession(false) != null
        && EidAuthentication.of(context.getAuthentication())
            .filter(EidAuthentication::changedSinceStored)
            .isPresent()) {
      contexts.saveContext(context, request, response);
    }
  }
}

package vn.eid.examples.hospital;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of a screen that nobody sits at. An open page asks every two seconds how the
 * consent stands; to the container that looks like somebody at work, so it is not counted here.
 */
final class Attended extends OncePerRequestFilter {
  private static final String LAST = "attended.last";

  private final InstantSource clock;

  Attended(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null && isLeft(session)) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    }
    boolean somebody = request.getUserPrincipal() != null;
    if (!request.getRequestURI().endsWith("/state")) {
      if (somebody) {
        request.getSession().setAttribute(LAST, clock.instant());
      }
    } else if (!somebody) {
      // No way to the login: the page loads itself anew, and is led there.
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean isLeft(HttpSession session) {
    // Not above zero means for ever, here as for the container.
    Duration longest = Duration.ofSeconds(session.getMaxInactiveInterval());
    return longest.toSeconds() > 0
        && session.getAttribute(LAST) instanceof Instant last
        && clock.instant().isAfter(last.plus(longest));
  }
}

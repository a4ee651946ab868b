package vn.eid.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Gives whoever logs in where somebody else is logged in a web session of their own, with nothing
 * of the other's in it: no draft, no patient, no page to go back to.
 */
final class OwnSession implements SessionAuthenticationStrategy {
  private final SessionAuthenticationStrategy next;

  OwnSession(SessionAuthenticationStrategy next) {
    this.next = next;
  }

  @Override
  public void onAuthentication(
      Authentication citizen, HttpServletRequest request, HttpServletResponse response) {
    @Nullable Authentication before = SecurityContextHolder.getContext().getAuthentication();
    @Nullable HttpSession session = request.getSession(false);
    if (session != null && isSomebodyElse(before, citizen)) {
      session.invalidate();
    }
    next.onAuthentication(citizen, request, response);
  }

  private static boolean isSomebodyElse(@Nullable Authentication before, Authentication citizen) {
    return before != null
        && !(before instanceof AnonymousAuthenticationToken)
        && !before.getName().equals(citizen.getName());
  }
}

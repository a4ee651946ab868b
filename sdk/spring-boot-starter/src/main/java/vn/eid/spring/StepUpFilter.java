package vn.eid.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.eid.servlet.LocalPath;

/** Sends whoever's login is not enough for a page through another one, and back to the page. */
final class StepUpFilter extends OncePerRequestFilter {
  private static final String BACK_TO = "vn.eid.back";
  private static final int DEEPEST = 20;

  /** Pages that demand something. */
  record Demanding(RequestMatcher pages, LoginDemand demand) {}

  private final List<Demanding> demands;
  private final RequestCache requests;

  StepUpFilter(List<Demanding> demands, RequestCache requests) {
    this.demands = demands;
    this.requests = requests;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<LoginDemand> unmet =
        demands.stream()
            .filter(demanding -> demanding.pages().matches(request))
            .map(Demanding::demand)
            .filter(
                demand -> !demand.isMetBy(SecurityContextHolder.getContext().getAuthentication()))
            .findFirst();
    if (unmet.isPresent()) {
      logInAnew(unmet.get(), request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      Optional<StepUpRequiredException> demanded = in(e);
      if (demanded.isEmpty() || response.isCommitted()) {
        throw e;
      }
      logInAnew(demanded.get().demand(), request, response);
    }
  }

  /** Frameworks wrap what a controller throws. */
  private static Optional<StepUpRequiredException> in(Exception failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof StepUpRequiredException found) {
        return Optional.of(found);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private void logInAnew(
      LoginDemand demand, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.reset();
    boolean reading = request.getMethod().equals("GET");
    if (reading && demand.back().isEmpty()) {
      requests.saveRequest(request, response);
    } else {
      // Nothing of what was posted is kept: it may be a transfer, and the session store is no safe.
      request.getSession().setAttribute(BACK_TO, demand.back().orElse(LocalPath.of(request)));
    }
    response.sendRedirect(request.getContextPath() + LoginStartFilter.address(demand));
  }

  /** The page that a login was demanded for, once. */
  static Optional<String> takeBackTo(HttpServletRequest request) {
    Object page = request.getSession().getAttribute(BACK_TO);
    request.getSession().removeAttribute(BACK_TO);
    return page instanceof String text && LocalPath.isLocal(text)
        ? Optional.of(text)
        : Optional.empty();
  }
}

package vn.eid.spring;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import vn.eid.servlet.LoginFailedException;

/**
 * Where the browser goes after a login: to where the citizen was, or to a page that says why not.
 */
final class LoginEnds extends SavedRequestAwareAuthenticationSuccessHandler
    implements AuthenticationFailureHandler {
  private final String failurePage;

  LoginEnds(LoginAddresses addresses, RequestCache requests) {
    this.failurePage = addresses.failurePage();
    setDefaultTargetUrl(addresses.homePage());
    setRequestCache(requests);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    Optional<String> back = StepUpFilter.takeBackTo(request);
    if (back.isPresent()) {
      clearAuthenticationAttributes(request);
      getRedirectStrategy().sendRedirect(request, response, back.get());
    } else {
      super.onAuthenticationSuccess(request, response, authentication);
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String page =
        failure.getCause() instanceof LoginFailedException why
            ? why.page(failurePage)
            : failurePage + "?eid=failed";
    response.sendRedirect(request.getContextPath() + page);
  }
}

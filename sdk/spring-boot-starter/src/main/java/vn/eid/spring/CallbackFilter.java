package vn.eid.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import vn.eid.servlet.BrowserLogin;
import vn.eid.servlet.LoginFailedException;

/** Ends a login with which the browser came back; what Spring Security does after is its own. */
final class CallbackFilter extends AbstractAuthenticationProcessingFilter {
  private final BrowserLogin logins;
  private final CitizenAuthentications authentications;

  CallbackFilter(
      BrowserLogin logins, LoginAddresses addresses, CitizenAuthentications authentications) {
    super(addresses::isCallback);
    this.logins = logins;
    this.authentications = authentications;
    // What came back is checked by the client; nobody else has a say.
    setAuthenticationManager(authentication -> authentication);
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    try {
      return authentications.of(logins.finish(request), request);
    } catch (LoginFailedException e) {
      throw new EidLoginException(e);
    }
  }
}

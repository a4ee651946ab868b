package vn.eid.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import vn.eid.EidClient;

/** After Spring Security has ended the web session: ends the one with the provider too. */
final class ProviderLogout implements LogoutSuccessHandler {
  private final EidClient client;
  private final LoginAddresses addresses;

  ProviderLogout(EidClient client, LoginAddresses addresses) {
    this.client = client;
    this.addresses = addresses;
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    URI home = addresses.afterLogout(request);
    URI provider =
        EidAuthentication.of(authentication)
            .filter(Authentication::isAuthenticated)
            .map(citizen -> client.loginSessions().logout(citizen.session(), home))
            .orElse(home);
    response.sendRedirect((addresses.goesByTheProvider() ? provider : home).toString());
  }
}

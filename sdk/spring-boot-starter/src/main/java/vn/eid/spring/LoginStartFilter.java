package vn.eid.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.LoginRequest;
import vn.eid.servlet.BrowserLogin;
import vn.eid.servlet.LocalPath;
import vn.eid.servlet.LoginFailedException;

/**
 * {@code GET /eid/login} sends the browser to the provider. Its parameters can only demand more
 * than the application does: whoever writes them by hand makes the login surer.
 */
final class LoginStartFilter extends OncePerRequestFilter {
  private static final String LEVEL = "level";
  private static final String MAX_AGE = "max_age";

  private final BrowserLogin logins;
  private final LoginAddresses addresses;

  LoginStartFilter(BrowserLogin logins, LoginAddresses addresses) {
    this.logins = logins;
    this.addresses = addresses;
  }

  /** The address that starts a login of this demand. */
  static String address(LoginDemand demand) {
    String level = demand.level().map(value -> LEVEL + "=" + value.name()).orElse("");
    String age = demand.age().map(value -> MAX_AGE + "=" + value.toSeconds()).orElse("");
    return LoginAddresses.START + "?" + String.join("&", level, age);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!LocalPath.of(request).equals(LoginAddresses.START)) {
      chain.doFilter(request, response);
      return;
    }
    if (!BrowserLogin.opensAPage(request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    try {
      response.setHeader("Cache-Control", "no-store");
      response.sendRedirect(logins.start(request, login(request)).toString());
    } catch (LoginFailedException e) {
      response.sendRedirect(request.getContextPath() + e.page(addresses.failurePage()));
    }
  }

  private LoginRequest login(HttpServletRequest request) {
    LoginRequest asked = addresses.request(request);
    Optional<AuthenticationLevel> level =
        Stream.concat(addresses.level().stream(), demanded(request).stream())
            .max(AuthenticationLevel::compareTo);
    if (level.isPresent()) {
      asked = asked.atLeast(level.get());
    }
    Optional<Duration> age =
        Stream.concat(addresses.signedInWithin().stream(), demandedAge(request).stream())
            .min(Duration::compareTo);
    return age.isPresent() ? asked.signedInWithin(age.get()) : asked;
  }

  private static Optional<Duration> demandedAge(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter(MAX_AGE))
        .filter(age -> age.matches("[1-9]\\d{0,6}"))
        .map(age -> Duration.ofSeconds(Long.parseLong(age)));
  }

  private static Optional<AuthenticationLevel> demanded(HttpServletRequest request) {
    String name = request.getParameter(LEVEL);
    return Arrays.stream(AuthenticationLevel.values())
        .filter(level -> level.name().equals(name))
        .findFirst();
  }
}

package vn.eid.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.Claim;
import vn.eid.login.LoginRequest;

/** Which paths belong to the login, and what a login asks for. */
final class LoginAddresses {
  static final String START = "/eid/login";
  static final String FAILED = "/eid/failed";
  private static final String CALLBACK = "/eid/callback";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final EidProperties properties;

  LoginAddresses(EidProperties properties) {
    this.properties = properties;
    if (properties.login().callback() == null && !properties.sandbox()) {
      throw new EidConfigurationException(
          "eid.login.callback",
          "It is not set.",
          "Set it to the address that the login returns to, as it is registered with the provider:"
              + " https://clinic.example/eid/callback");
    }
  }

  boolean isCallback(HttpServletRequest request) {
    URI registered = properties.login().callback();
    String path = registered == null ? request.getContextPath() + CALLBACK : registered.getPath();
    return request.getRequestURI().equals(path);
  }

  String failurePage() {
    return Optional.ofNullable(properties.login().failurePage()).orElse(FAILED);
  }

  Optional<String> loginPage() {
    return Optional.ofNullable(properties.login().page());
  }

  String homePage() {
    return properties.login().homePage();
  }

  /** Where a logout ends; the browser goes by the provider only where this was registered. */
  URI afterLogout(HttpServletRequest request) {
    return Optional.ofNullable(properties.login().afterLogout())
        .orElseGet(() -> callback(request).resolve(request.getContextPath() + "/"));
  }

  boolean goesByTheProvider() {
    return properties.login().afterLogout() != null;
  }

  LoginRequest request(HttpServletRequest request) {
    EidProperties.Login login = properties.login();
    LoginRequest asked =
        LoginRequest.returningTo(callback(request))
            .asking(login.asking().toArray(Claim[]::new))
            .withScopes(login.scopes().toArray(String[]::new));
    return login.accountLevel() == null ? asked : asked.atLeast(login.accountLevel());
  }

  Optional<Duration> signedInWithin() {
    return Optional.ofNullable(properties.login().signedInWithin());
  }

  Optional<AuthenticationLevel> level() {
    return Optional.ofNullable(properties.login().level());
  }

  /**
   * In a sandbox on this machine it is where this application was called, whatever its port; the
   * address that a stranger wrote into a header is taken nowhere.
   */
  private URI callback(HttpServletRequest request) {
    URI registered = properties.login().callback();
    if (registered != null) {
      return registered;
    }
    if (!THIS_MACHINE.contains(request.getServerName())) {
      throw new IllegalStateException(
          "eid.login.callback is not set, and may be left out on this machine only.");
    }
    return URI.create(
        "http://"
            + request.getServerName()
            + ":"
            + request.getServerPort()
            + request.getContextPath()
            + CALLBACK);
  }
}

package vn.eid.mock.trace;

import java.util.Locale;
import java.util.Optional;

/** What the requests of a {@link Flow} are about. */
public enum FlowKind {
  LOGIN,
  PUSH,
  CONSENT,
  TAX,
  BATCH,
  POPULATION,
  CLIENT,
  METADATA,
  OTHER;

  /** As the filter and the texts of the pages write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FlowKind> named(String code) {
    for (FlowKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether a citizen is logged in by it. */
  boolean isLogin() {
    return this == LOGIN || this == PUSH;
  }

  /** Whether there is one flow of it, for requests that belong to none. */
  boolean isOneForAll() {
    return this == METADATA || this == OTHER;
  }

  /** What the first request of a flow makes it. */
  static FlowKind of(Step step) {
    String route = step.route().orElse("");
    if (route.equals("/token")) {
      return ofToken(Links.form(step, "grant_type"));
    }
    if (route.equals("/ciba") || route.startsWith("/phone/")) {
      return PUSH;
    }
    if (route.startsWith("/tax/v1/batches")) {
      return BATCH;
    }
    return byFirstPart(route);
  }

  private static FlowKind byFirstPart(String route) {
    return switch (route.split("/", 3).length < 2 ? "" : route.split("/", 3)[1]) {
      case "par", "authorize", "login", "userinfo", "revocation", "logout", "sandbox" -> LOGIN;
      case "consent", "fhir", "citizen-data", "my" -> CONSENT;
      case "tax" -> TAX;
      case "population" -> POPULATION;
      case ".well-known", "jwks", "registry", "clients" -> METADATA;
      default -> OTHER;
    };
  }

  private static FlowKind ofToken(Optional<String> grant) {
    return switch (grant.orElse("")) {
      case "client_credentials" -> CLIENT;
      case "urn:openid:params:grant-type:ciba" -> PUSH;
      default -> LOGIN;
    };
  }
}

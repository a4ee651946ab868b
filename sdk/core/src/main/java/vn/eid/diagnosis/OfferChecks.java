package vn.eid.diagnosis;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;

/** What the provider offers in its discovery document against what the client uses. */
final class OfferChecks {
  private static final Set<String> ALGORITHMS = Set.of("ES256", "PS256");
  private static final String ASK = "Ask the authority for this client.";
  private static final List<String> ENDPOINTS =
      List.of(
          "authorization_endpoint",
          "pushed_authorization_request_endpoint",
          "token_endpoint",
          "jwks_uri");

  private final Setting setting;
  private final Discovery discovery;

  OfferChecks(Setting setting, Discovery discovery) {
    this.setting = setting;
    this.discovery = discovery;
  }

  Finding endpoints() {
    String lookedAt = "the endpoints and response types in the discovery document";
    List<String> missing =
        ENDPOINTS.stream().filter(name -> discovery.endpoint(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      return Finding.problem(
          Topic.ENDPOINTS,
          lookedAt,
          "The provider names no https address for " + String.join(", ", missing) + ".",
          "Login needs them all (FAPI 2.0). Ask the provider; check the issuer.",
          Actor.PROVIDER);
    }
    // What the client itself refuses in this document ends here, with its own sentence.
    setting.connection().provider().metadata(setting.operation());
    List<String> types = discovery.offered("response_types_supported");
    return types.isEmpty() || types.contains("code")
        ? Finding.ok(Topic.ENDPOINTS, lookedAt, "Everything that a login needs is named.")
        : lacking(Topic.ENDPOINTS, "the response type code", types);
  }

  Finding signInMethod() {
    List<String> methods = discovery.offered("token_endpoint_auth_methods_supported");
    List<String> algorithms = discovery.offered("token_endpoint_auth_signing_alg_values_supported");
    if (!methods.isEmpty() && !methods.contains("private_key_jwt")) {
      return lacking(Topic.SIGN_IN_METHOD, "sign-in by private_key_jwt", methods);
    }
    if (!algorithms.isEmpty() && !algorithms.contains(setting.key().algorithm())) {
      return wrongKeyType(algorithms);
    }
    return methods.isEmpty() || algorithms.isEmpty()
        ? unsaid(Topic.SIGN_IN_METHOD, "how clients sign in", "'sign in' below tries it.")
        : offered(Topic.SIGN_IN_METHOD, "private_key_jwt with " + setting.key().algorithm());
  }

  private Finding wrongKeyType(List<String> algorithms) {
    return Finding.problem(
        Topic.SIGN_IN_METHOD,
        lookedAt(),
        "This key signs with "
            + setting.key().algorithm()
            + ", but the provider takes "
            + Shown.list(algorithms)
            + ".",
        algorithms.stream().anyMatch(ALGORITHMS::contains)
            ? "Make a key for one of these (ES256: EC P-256; PS256: RSA) and register it."
            : ASK,
        Actor.YOU);
  }

  Finding idTokenAlgorithm() {
    List<String> algorithms = discovery.offered("id_token_signing_alg_values_supported");
    if (algorithms.isEmpty()) {
      return unsaid(Topic.ID_TOKEN_ALGORITHM, "how id tokens are signed", "A login shows it.");
    }
    return algorithms.stream().anyMatch(ALGORITHMS::contains)
        ? offered(Topic.ID_TOKEN_ALGORITHM, Shown.list(algorithms) + " for id tokens")
        : lacking(Topic.ID_TOKEN_ALGORITHM, "id tokens signed with ES256 or PS256", algorithms);
  }

  Finding pkce() {
    List<String> methods = discovery.offered("code_challenge_methods_supported");
    if (methods.isEmpty()) {
      return unsaid(Topic.PKCE, "whether it checks S256", "Login sends it all the same.");
    }
    return methods.contains("S256")
        ? offered(Topic.PKCE, "S256")
        : lacking(Topic.PKCE, "S256", methods);
  }

  Finding callbackIssuer() {
    String member = "authorization_response_iss_parameter_supported";
    if (discovery.document().flag(member)) {
      return offered(Topic.CALLBACK_ISSUER, "its name (iss) in each callback");
    }
    return discovery.names(member)
        ? lacking(Topic.CALLBACK_ISSUER, "its name (iss) in callbacks (RFC 9207)", List.of())
        : unsaid(
            Topic.CALLBACK_ISSUER,
            "whether callbacks name it (iss)",
            "Login refuses a callback without it (RFC 9207). Ask the provider.");
  }

  Finding services() {
    String services =
        Stream.of(
                discovery.names("vn_eid") ? "consent, records, tax links" : "",
                discovery.nationalEndpoint("population_endpoint").isPresent()
                    ? "population checks"
                    : "",
                discovery.names("backchannel_authentication_endpoint") ? "push login" : "",
                discovery.names("end_session_endpoint") ? "logout" : "",
                discovery.names("revocation_endpoint") ? "revocation of tokens" : "")
            .filter(name -> !name.isEmpty())
            .reduce("login", (all, next) -> all + ", " + next);
    return Finding.ok(
        Topic.SERVICES,
        lookedAt(),
        "Offered: "
            + services
            + (discovery.names("vn_eid") ? "." : ". It names no national services."));
  }

  private static Finding offered(Topic topic, String what) {
    return Finding.ok(topic, lookedAt(), "The provider offers " + what + ".");
  }

  private static Finding lacking(Topic topic, String what, List<String> offered) {
    return Finding.problem(
        topic,
        lookedAt(),
        "The provider does not offer "
            + what
            + (offered.isEmpty() ? "." : ", but " + Shown.list(offered) + "."),
        ASK,
        Actor.AUTHORITY);
  }

  private static Finding unsaid(Topic topic, String what, String advice) {
    return Finding.notChecked(
        topic, lookedAt(), "The provider does not say " + what + ".", advice, Actor.NOBODY);
  }

  private static String lookedAt() {
    return "the discovery document";
  }
}

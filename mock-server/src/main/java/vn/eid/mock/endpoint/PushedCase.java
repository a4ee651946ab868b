package vn.eid.mock.endpoint;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.state.AskedClaims;
import vn.eid.mock.state.AskedLevel;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.LoginTerms;
import vn.eid.mock.state.Secrets;

/** One pushed request on its way through the {@linkplain PushedAuthorization#RULES rules}. */
final class PushedCase {
  private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  // State and nonce are kept for a minute; no client needs more.
  private static final int LONGEST = 1024;

  private final Client client;
  private final Exchange exchange;
  private final DpopProofs proofs;
  private Set<String> scopes = Set.of();
  private Set<String> prompts = Set.of();
  private @Nullable String thumbprint;
  private @Nullable AskedLevel level;
  private @Nullable AskedClaims claims;

  PushedCase(Client client, Exchange exchange, DpopProofs proofs) {
    this.client = client;
    this.exchange = exchange;
    this.proofs = proofs;
  }

  /** What is left to say once every rule was kept. */
  AuthorizationRequest request() {
    return new AuthorizationRequest(
        "urn:ietf:params:oauth:request_uri:" + Secrets.random(),
        client.id(),
        form().required("redirect_uri"),
        form().required("state"),
        form().required("nonce"),
        form().required("code_challenge"),
        Objects.requireNonNull(thumbprint),
        form().one("ui_locales"),
        prompts.contains("none"),
        new LoginTerms(
            LoginScopes.granted(scopes, prompts),
            Objects.requireNonNull(level),
            Objects.requireNonNull(claims)));
  }

  Params form() {
    return exchange.form();
  }

  // STANDARD: RFC 9126, section 2.1.
  void refuseRequestUri() {
    if (form().one("request_uri").isPresent()) {
      throw Refusal.badRequest("invalid_request", "A pushed request must not hold a request_uri.");
    }
  }

  void refuseRequestObject() {
    if (form().one("request").isPresent()) {
      throw Refusal.badRequest(
          "request_not_supported",
          "Request objects are not taken; push the parameters themselves.");
    }
  }

  void requireCode() {
    String type = form().required("response_type");
    if (!type.equals("code")) {
      throw Refusal.badRequest(
              "unsupported_response_type",
              "The response_type is " + Quoted.of(type) + "; ask for code.")
          .comparing("code", type);
    }
  }

  void requireQuery() {
    String mode = form().one("response_mode").orElse("query");
    if (!mode.equals("query")) {
      throw Refusal.badRequest("invalid_request", "The only response_mode is query.")
          .comparing("query", mode);
    }
  }

  // The mock asks the citizen at every login, so that every max_age is kept.
  void requireMaxAge() {
    String age = form().one("max_age").orElse("0");
    if (!SECONDS.matcher(age).matches()) {
      throw Refusal.badRequest("invalid_request", "The max_age is not a number of seconds.")
          .comparing("a number of seconds", age);
    }
  }

  void requireScopes() {
    scopes = LoginScopes.parse(form());
  }

  void requirePrompts() {
    prompts = LoginScopes.prompts(form());
  }

  // STANDARD: RFC 9700, section 2.1: compared as strings, without normalization.
  void requireRedirectUri() {
    String uri = form().required("redirect_uri");
    if (!client.redirectUris().contains(uri)) {
      throw Refusal.badRequest(
              "invalid_request",
              "The redirect_uri "
                  + Quoted.of(uri)
                  + " is not registered; it must be equal in every character.")
          .comparing("one of: " + String.join(", ", client.redirectUris()), uri);
    }
  }

  // ASSUMED: state and nonce are optional in the standards; the national profile needs both.
  void requireBounded(String name) {
    String value = form().required(name);
    if (value.length() > LONGEST) {
      throw Refusal.badRequest(
              "invalid_request", "The parameter " + name + " is longer than 1024 characters.")
          .comparing("1024 characters at most", value.length() + " characters");
    }
  }

  // STANDARD: RFC 9449, section 10.1: a proof names the key as well as dpop_jkt does. ASSUMED: one
  // of the two is required here.
  void requireThumbprint() {
    Optional<String> named = form().one("dpop_jkt");
    if (named.isEmpty() && exchange.header("DPoP").isPresent()) {
      return;
    }
    thumbprint = named.filter(value -> !value.isEmpty()).orElseThrow(PushedCase::noKey);
    if (!THUMBPRINT.matcher(thumbprint).matches()) {
      throw Refusal.badRequest(
              "invalid_request", "The dpop_jkt is not a SHA-256 thumbprint in base64url.")
          .comparing("43 characters of base64url", thumbprint.length() + " characters");
    }
  }

  private static Refusal noKey() {
    return Refusal.badRequest(
            "invalid_request",
            "The parameter dpop_jkt is missing; send it, or a DPoP proof with this request.")
        .comparing("the parameter dpop_jkt, or the header DPoP", "neither");
  }

  void requireSameKey() {
    if (exchange.header("DPoP").isEmpty()) {
      return;
    }
    String shown = proofs.check(exchange);
    if (thumbprint != null && !shown.equals(thumbprint)) {
      throw Refusal.badRequest(
              "invalid_dpop_proof", "The DPoP proof is of another key than dpop_jkt names.")
          .comparing(thumbprint, shown);
    }
    thumbprint = shown;
  }

  void requireLevels() {
    level = Acr.parse(form());
  }

  void requireClaims() {
    claims = ClaimsParameter.parse(form());
  }
}

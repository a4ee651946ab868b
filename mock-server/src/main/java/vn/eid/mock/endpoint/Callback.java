package vn.eid.mock.endpoint;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.eid.mock.fault.CallbackFaults;
import vn.eid.mock.fault.CallbackFaults.Parameter;
import vn.eid.mock.state.AuthorizationCode;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.Session;
import vn.eid.mock.trace.Step;

/** Sends the browser back to the application: RFC 6749, section 4.1.2, and RFC 9207. */
final class Callback {
  private final MockState state;
  private final CallbackFaults faults;

  Callback(MockState state) {
    this.state = state;
    this.faults = new CallbackFaults(state.faults());
  }

  /**
   * The return after the citizen approved: with a code.
   *
   * @throws Refusal if the login is not what was asked for
   */
  Reply approved(Exchange exchange, AuthorizationRequest request, Citizen citizen) {
    Optional<String> acr = request.terms().level().reachedBy(citizen);
    if (acr.isEmpty()) {
      // STANDARD: OpenID Connect Core Unmet Authentication Requirements 1.0.
      throw refusal(
          exchange,
          request,
          "unmet_authentication_requirements",
          "This citizen reaches none of the acr values that the request demands.");
    }
    Session session = state.sessions().open(request.clientId(), citizen.id(), acr.get());
    AuthorizationCode code = new AuthorizationCode(Secrets.random(), request, session);
    state.codes().put(code);
    return redirect(request, List.of(new Parameter("code", code.value())));
  }

  /** The return after the citizen declined, which is nobody's mistake. */
  Reply declined(AuthorizationRequest request) {
    return redirect(request, error("access_denied", "The citizen declined."));
  }

  /** The return of a login that cannot be, and the reason to those who look for it. */
  Refusal refusal(Exchange exchange, AuthorizationRequest request, String error, String sentence) {
    List<Parameter> parameters = new ArrayList<>(error(error, sentence));
    parameters.add(
        new Parameter("error_uri", state.issuer() + "/why/" + Step.whyName(exchange.traceId())));
    return Refusal.of(303, error, sentence).answeredBy(redirect(request, parameters));
  }

  // ASSUMED: no standard has an error for it.
  Refusal locked(Exchange exchange, AuthorizationRequest request) {
    return refusal(
        exchange,
        request,
        "account_locked",
        "The account of this citizen is locked, or was of one who died.");
  }

  // STANDARD: RFC 6749, section 4.1.2.1.
  private static List<Parameter> error(String code, String sentence) {
    return List.of(new Parameter("error", code), new Parameter("error_description", sentence));
  }

  private Reply redirect(AuthorizationRequest request, List<Parameter> result) {
    List<Parameter> parameters = new ArrayList<>(result);
    parameters.add(new Parameter("state", request.state()));
    parameters.add(new Parameter("iss", state.issuer()));
    faults.apply(parameters);
    String query = parameters.stream().map(Callback::encoded).collect(Collectors.joining("&"));
    String uri = request.redirectUri();
    return Reply.redirect(URI.create(uri + (uri.contains("?") ? "&" : "?") + query))
        // The address of this page holds the request_uri, and the next one holds the code.
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-store");
  }

  private static String encoded(Parameter parameter) {
    return parameter.name() + "=" + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8);
  }
}

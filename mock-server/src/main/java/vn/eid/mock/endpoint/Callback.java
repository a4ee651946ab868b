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

/** Sends the browser back to the application: RFC 6749, section 4.1.2, and RFC 9207. */
final class Callback {
  private final MockState state;
  private final CallbackFaults faults;

  Callback(MockState state) {
    this.state = state;
    this.faults = new CallbackFaults(state.faults());
  }

  /** The return after the citizen approved: with a code, if the login is what was asked for. */
  Reply approved(AuthorizationRequest request, Citizen citizen) {
    Optional<String> acr = request.terms().level().reachedBy(citizen);
    if (acr.isEmpty()) {
      // STANDARD: OpenID Connect Core Unmet Authentication Requirements 1.0.
      return refused(request, "unmet_authentication_requirements");
    }
    Session session = state.sessions().open(request.clientId(), citizen.id(), acr.get());
    AuthorizationCode code = new AuthorizationCode(Secrets.random(), request, session);
    state.codes().put(code);
    return redirect(request, new Parameter("code", code.value()));
  }

  /** The return without one. */
  Reply refused(AuthorizationRequest request, String error) {
    return redirect(request, new Parameter("error", error));
  }

  private Reply redirect(AuthorizationRequest request, Parameter result) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(result);
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

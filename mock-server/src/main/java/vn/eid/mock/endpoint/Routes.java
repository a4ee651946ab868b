package vn.eid.mock.endpoint;

import static vn.eid.mock.endpoint.ErrorStyle.OAUTH;
import static vn.eid.mock.endpoint.ErrorStyle.PAGE;
import static vn.eid.mock.endpoint.ErrorStyle.PROBLEM;

import java.util.List;
import vn.eid.mock.fault.TokenFaults;
import vn.eid.mock.state.MockState;

/** The route table: everything that the mock answers. */
public final class Routes {
  private Routes() {}

  public static List<Route> of(MockState state) {
    ResourceGuard guard = new ResourceGuard(state);
    DataGrants grants = new ConsentGrants(state.consents());
    Endpoint token = new TokenFaults(state.faults(), new Token(state, grants));
    return List.of(
        // Login
        new Route("GET", "/.well-known/openid-configuration", new Discovery(state), PROBLEM),
        new Route("GET", "/jwks", new Document(state.keys().provider().publicJwks()), PROBLEM),
        new Route("POST", "/par", new PushedAuthorization(state), OAUTH),
        new Route("GET", "/authorize", new Authorize(state), PAGE),
        new Route("GET", "/login/{login}", new LoginShow(state), PAGE),
        new Route("POST", "/login/choose", new LoginChoose(state), PAGE),
        new Route("POST", "/login/decide", new LoginDecide(state), PAGE),
        new Route("POST", "/token", token, OAUTH),
        new Route("GET", "/userinfo", new Userinfo(state, guard), PROBLEM),
        new Route(
            "GET", "/registry/jwks", new Document(state.keys().registry().publicJwks()), PROBLEM),
        // Consent
        new Route("POST", "/consent/v1/consents", new ConsentCreate(state, guard), PROBLEM),
        new Route("GET", "/consent/v1/consents/{id}", new ConsentRead(state, guard), PROBLEM),
        new Route(
            "POST",
            "/consent/v1/consents/{id}/revocation",
            new ConsentRevoke(state, guard),
            PROBLEM),
        new Route("GET", "/consent/{link}", new ConsentOpen(state), PAGE),
        new Route("POST", "/consent/{link}", new ConsentDecide(state), PAGE),
        // Records and citizen data
        new Route("GET", "/fhir/v1/Patient/$summary", new PatientSummary(state, guard), PROBLEM),
        new Route("GET", "/fhir/v1/Immunization", new Immunizations(state, guard), PROBLEM),
        new Route("GET", "/citizen-data/v1/identity", new CitizenIdentity(state, guard), PROBLEM),
        new Route("GET", "/citizen-data/v1/residence", new CitizenResidence(state, guard), PROBLEM),
        // Tax
        new Route("POST", "/tax/v1/links", new TaxLinks(state, guard), PROBLEM),
        // The mock itself
        new Route(
            "GET", "/__admin/eid/client", new DemoClientKey(state.clients().demo()), PROBLEM));
  }
}

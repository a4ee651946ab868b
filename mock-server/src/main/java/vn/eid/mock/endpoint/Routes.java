package vn.eid.mock.endpoint;

import static vn.eid.mock.endpoint.ErrorStyle.OAUTH;
import static vn.eid.mock.endpoint.ErrorStyle.PAGE;
import static vn.eid.mock.endpoint.ErrorStyle.PROBLEM;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.eid.mock.contract.FidelityManifest;
import vn.eid.mock.contract.OpenApiDocument;
import vn.eid.mock.contract.OpenApiPage;
import vn.eid.mock.contract.Served;
import vn.eid.mock.fault.BatchFaults;
import vn.eid.mock.fault.DataFaults;
import vn.eid.mock.fault.KeySetFaults;
import vn.eid.mock.fault.TokenFaults;
import vn.eid.mock.fhir.RecordKind;
import vn.eid.mock.notice.Deliveries;
import vn.eid.mock.notice.PushDecisions;
import vn.eid.mock.notice.SecurityEvents;
import vn.eid.mock.notice.SessionEnds;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.StrangerKey;

/** The route table: everything that the mock answers. */
public final class Routes {
  private Routes() {}

  public static List<Route> of(MockState state, Deliveries deliveries) {
    ResourceGuard guard = new ResourceGuard(state);
    PushDecisions pushes = new PushDecisions(state, deliveries);
    return Stream.of(
            signIn(state, pushes),
            tokens(state, guard),
            logout(state, new SessionEnds(state, deliveries)),
            phones(state, pushes),
            my(state),
            consent(state, guard),
            data(state, guard),
            tax(state, guard),
            population(state, guard),
            events(state, guard),
            taxBatches(state, guard, new SecurityEvents(state, deliveries)),
            sandbox(state, guard),
            whatHappened(state),
            ofTheMock(state),
            https(state),
            contract(state))
        .flatMap(List::stream)
        .map(route -> route.around(new InScene(state, route)))
        .toList();
  }

  private static List<Route> signIn(MockState state, PushDecisions pushes) {
    return List.of(
        new Route("GET", "/.well-known/openid-configuration", new Discovery(state), PROBLEM),
        new Route("GET", "/jwks", new KeySetFaults(state.faults(), state.keys()), PROBLEM),
        new Route("POST", "/par", new PushedAuthorization(state), OAUTH),
        new Route("GET", "/authorize", new Authorize(state), PAGE),
        new Route("GET", "/login/{login}", new LoginShow(state), PAGE),
        new Route("POST", "/login/choose", new LoginChoose(state), PAGE),
        new Route("POST", "/login/decide", new LoginDecide(state), PAGE),
        new Route("POST", "/ciba", new BackchannelAuthentication(state, pushes), OAUTH));
  }

  private static List<Route> tokens(MockState state, ResourceGuard guard) {
    Token token = new Token(state, new ConsentGrants(state.consents()));
    return List.of(
        new Route("POST", "/token", new TokenFaults(state.faults(), token), OAUTH),
        new Route("GET", "/userinfo", new Userinfo(state, guard), PROBLEM),
        new Route("POST", "/revocation", new Revocation(state), OAUTH),
        new Route("GET", ClientKeys.PATH, new ClientKeys(state), PROBLEM),
        new Route(
            "GET",
            "/registry/jwks",
            new Document(() -> state.keys().registry().publicJwks()),
            PROBLEM));
  }

  private static List<Route> logout(MockState state, SessionEnds ends) {
    return List.of(
        new Route("GET", "/logout", new Logout(state, ends), PAGE),
        new Route("POST", "/logout", new Logout(state, ends), PAGE),
        new Route("GET", "/logout/{ticket}", new LogoutShow(state, ends), PAGE),
        new Route("POST", "/logout/{ticket}", new LogoutDecide(state, ends), PAGE));
  }

  private static List<Route> phones(MockState state, PushDecisions pushes) {
    return List.of(
        new Route("GET", "/phone", new PhoneList(state), PAGE),
        new Route("GET", "/phone/{ticket}", new PhoneShow(state), PAGE),
        new Route("POST", "/phone/{ticket}", new PhoneDecide(state, pushes), PAGE));
  }

  private static List<Route> my(MockState state) {
    return List.of(
        new Route("GET", "/my", new MyChoose(state), PAGE),
        new Route("POST", "/my", new MyOpen(state), PAGE),
        new Route("GET", "/my/{ticket}", new MyShow(state), PAGE),
        new Route("POST", "/my/{ticket}", new MyRevoke(state), PAGE));
  }

  private static List<Route> consent(MockState state, ResourceGuard guard) {
    return List.of(
        new Route("POST", "/consent/v1/consents", new ConsentCreate(state, guard), PROBLEM),
        new Route("GET", "/consent/v1/consents/{id}", new ConsentRead(state, guard), PROBLEM),
        new Route(
            "POST",
            "/consent/v1/consents/{id}/revocation",
            new ConsentRevoke(state, guard),
            PROBLEM),
        new Route("POST", "/consent/v1/consents/search", new ConsentSearch(state, guard), PROBLEM),
        new Route("GET", "/consent/{link}", new ConsentOpen(state), PAGE),
        new Route("POST", "/consent/{link}", new ConsentDecide(state), PAGE));
  }

  private static List<Route> data(MockState state, ResourceGuard guard) {
    Stream<Route> records =
        Arrays.stream(RecordKind.values())
            .map(
                kind -> data(state, RecordSearch.path(kind), new RecordSearch(state, guard, kind)));
    return Stream.concat(
            records,
            Stream.of(
                data(state, "/fhir/v1/Patient/$summary", new PatientSummary(state, guard)),
                data(state, "/citizen-data/v1/identity", new CitizenIdentity(state, guard)),
                data(state, "/citizen-data/v1/residence", new CitizenResidence(state, guard)),
                data(state, "/citizen-data/v1/household", new CitizenHousehold(state, guard)),
                data(
                    state,
                    "/citizen-data/v1/insurance_card",
                    new CitizenInsuranceCard(state, guard))))
        .toList();
  }

  private static List<Route> tax(MockState state, ResourceGuard guard) {
    return List.of(
        new Route("POST", "/tax/v1/links", new TaxLinks(state, guard), PROBLEM),
        new Route("POST", "/tax/v1/status", new TaxCodeStatus(state, guard), PROBLEM),
        new Route("POST", "/tax/v1/history", new TaxCodeHistory(state, guard), PROBLEM),
        new Route("GET", "/tax/v1/cases/{number}", new TaxCaseRead(state, guard), PROBLEM));
  }

  private static List<Route> population(MockState state, ResourceGuard guard) {
    return List.of(
        new Route("POST", "/population/v1/checks", new PopulationChecks(state, guard), PROBLEM));
  }

  private static List<Route> events(MockState state, ResourceGuard guard) {
    return List.of(new Route("POST", "/events/v1/poll", new EventPoll(state, guard), PROBLEM));
  }

  private static Route data(MockState state, String path, Endpoint endpoint) {
    return new Route("GET", path, new DataFaults(state.faults(), endpoint), PROBLEM);
  }

  private static List<Route> taxBatches(
      MockState state, ResourceGuard guard, SecurityEvents events) {
    BatchFaults create = new BatchFaults(state.faults(), new TaxBatchCreate(state, guard, events));
    BatchFaults read = new BatchFaults(state.faults(), new TaxBatchRead(state, guard));
    return List.of(
        new Route("POST", "/tax/v1/batches", create, PROBLEM),
        new Route("GET", "/tax/v1/batches/{id}/results", read, PROBLEM));
  }

  // A citizen's token in use.
  private static List<Route> sandbox(MockState state, ResourceGuard guard) {
    return List.of(
        new Route("GET", "/sandbox/v1/echo", new Sandbox(state, guard), PROBLEM),
        new Route("POST", "/sandbox/v1/echo", new Sandbox(state, guard), PROBLEM),
        new Route("GET", "/sandbox/v1/vault", new Vault(state, guard), PROBLEM));
  }

  // For the person who develops an application, on this machine only.
  private static List<Route> whatHappened(MockState state) {
    return List.of(
        new Route("GET", "/why/{trace}", new WhyShow(state), PAGE),
        new Route("GET", "/inspector", new InspectorList(state), PAGE),
        new Route("GET", LiveScript.PATH, new LiveScript(), PROBLEM),
        new Route("GET", "/inspector/{number}", new InspectorShow(state), PAGE),
        new Route("GET", "/", new Landing(state), PAGE));
  }

  // Where forged id tokens point, and what is the mock's own.
  private static List<Route> ofTheMock(MockState state) {
    return List.of(
        new Route("GET", StrangerKey.JWKS_PATH, new Document(() -> forgedJwks(state)), PROBLEM),
        new Route("GET", StrangerKey.CERTIFICATE_PATH, forgedCertificate(state), PROBLEM),
        new Route("GET", "/favicon.ico", unused -> noIcon(), PROBLEM),
        new Route(
            "GET", "/__admin/eid/client", new DemoClientKey(state.clients().demo()), PROBLEM));
  }

  // A browser asks for one wherever it shows a document that is no page.
  private static Reply noIcon() {
    return Reply.noContent().with("Cache-Control", "max-age=86400");
  }

  private static List<Route> https(MockState state) {
    return List.of(new Route("GET", "/__admin/eid/ca", new CaCertificate(state), PROBLEM));
  }

  // Under the id of the genuine key, so that only the signature gives the forgery away.
  private static Map<String, Object> forgedJwks(MockState state) {
    return state.keys().stranger().jwksAs(state.keys().provider().kid());
  }

  private static Endpoint forgedCertificate(MockState state) {
    byte[] pem = state.keys().stranger().certificate().getBytes(StandardCharsets.US_ASCII);
    return exchange -> Reply.typed(200, "application/pem-certificate-chain", pem);
  }

  // What the server promises.
  private static List<Route> contract(MockState state) {
    Served served =
        new Served(state.issuer(), state.clients().demo().client().redirectUris().get(0));
    return List.of(
        new Route("GET", "/fidelity", new FidelityManifest(), PROBLEM),
        new Route("GET", "/openapi", new OpenApiPage(served), PAGE),
        new Route("GET", "/openapi/{file}", new OpenApiDocument(served), PROBLEM));
  }
}

package vn.eid.mock.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.eid.mock.fault.Scene;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.Logins.OpenPage;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PushRequest;
import vn.eid.mock.state.Session;

/**
 * Finds out what one exchange is about from what the request names, before anything of it is used
 * up. It believes what it reads: a fault may well strike a request that would be refused.
 */
final class SceneReader {
  private static final int SMALL = 64 * 1024;

  private final MockState state;
  private final Exchange exchange;
  private final String route;
  private final Set<String> flows = new HashSet<>();
  private Optional<String> client = Optional.empty();
  private Optional<String> citizen = Optional.empty();

  SceneReader(MockState state, Exchange exchange, String route) {
    this.state = state;
    this.exchange = exchange;
    this.route = route;
  }

  Scene scene() {
    readToken();
    readLogin();
    readGrant();
    readBody();
    readPath();
    return new Scene(
        Optional.of(exchange.path()), Optional.of(route), client, citizen, Set.copyOf(flows));
  }

  private void readToken() {
    exchange.headers().getOrDefault("authorization", List.of()).stream()
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("dpop "))
        .flatMap(value -> state.tokens().find(value.substring(5).strip()).stream())
        .forEach(this::see);
  }

  private void readLogin() {
    parameter("client_id").forEach(id -> client = Optional.of(id));
    exchange.form().all("state").forEach(flows::add);
    parameter("request_uri").flatMap(uri -> state.logins().find(uri).stream()).forEach(this::see);
    Stream.concat(parameter("login"), pathValue("login"))
        .flatMap(page -> state.logins().findPage(page).stream())
        .forEach(this::see);
  }

  private void readGrant() {
    parameter("code")
        .flatMap(code -> state.codes().find(code).stream())
        .forEach(
            code -> {
              see(code.request());
              see(code.session());
            });
    parameter("auth_req_id").flatMap(id -> state.pushes().find(id).stream()).forEach(this::see);
    parameter("refresh_token")
        .flatMap(token -> state.refreshTokens().find(token).stream())
        .forEach(refresh -> see(refresh.session()));
    parameter("login_hint").forEach(number -> citizen = Optional.of(number));
    parameter("authorization_details").forEach(this::seeDetails);
  }

  private void seeDetails(String details) {
    json(details)
        .map(node -> node.path(0).path("consent_id").asText(""))
        .ifPresent(this::seeConsent);
  }

  private void readBody() {
    byte[] body = exchange.body();
    boolean json =
        exchange
            .headers()
            .getOrDefault("content-type", List.of())
            .toString()
            .contains("application/json");
    if (json && body.length < SMALL) {
      Optional<JsonNode> members = json(new String(body, StandardCharsets.UTF_8));
      members.map(node -> node.path("citizen_id").asText("")).ifPresent(this::seeNumber);
      members.map(node -> node.path("tax_code").asText("")).ifPresent(this::seeNumber);
    }
  }

  private void readPath() {
    pathValue("id")
        .forEach(
            id -> {
              flows.add(id);
              seeConsent(id);
            });
    pathValue("link").flatMap(link -> state.consents().behind(link).stream()).forEach(this::see);
    pathValue("ticket").flatMap(one -> state.pushes().behind(one).stream()).forEach(this::see);
    pathValue("number").forEach(this::seeCase);
    if (route.equals("/authorize") && !state.interactive()) {
      citizen = Optional.of(state.atBrowser().id());
    }
  }

  private void seeCase(String number) {
    flows.add(number);
    client
        .flatMap(id -> state.taxRegistry().cases().find(id, number))
        .ifPresent(found -> citizen = Optional.of(found.citizenId()));
  }

  private void seeConsent(String id) {
    client.flatMap(owner -> state.consents().find(owner, id)).ifPresent(this::see);
  }

  // The code of a person is the person's number.
  private void seeNumber(String number) {
    if (number.length() == 12) {
      citizen = Optional.of(number);
    }
  }

  private void see(AccessToken token) {
    client = Optional.of(token.clientId());
    token.session().ifPresent(this::see);
    token.dataGrant().ifPresent(grant -> seeConsent(grant.consentId()));
  }

  private void see(Session session) {
    client = Optional.of(session.clientId());
    citizen = Optional.of(session.citizenId());
  }

  private void see(AuthorizationRequest request) {
    client = Optional.of(request.clientId());
    flows.add(request.state());
  }

  private void see(OpenPage page) {
    see(page.request());
    page.citizenId().ifPresent(number -> citizen = Optional.of(number));
  }

  private void see(PushRequest request) {
    client = Optional.of(request.terms().clientId());
    citizen = Optional.of(request.terms().citizenId());
    flows.add(request.id());
  }

  private void see(Consent consent) {
    client = Optional.of(consent.terms().clientId());
    citizen = Optional.of(consent.terms().citizenId());
    flows.add(consent.id());
  }

  private Stream<String> parameter(String name) {
    return Stream.concat(exchange.form().all(name).stream(), exchange.query().all(name).stream());
  }

  private Stream<String> pathValue(String name) {
    return Optional.ofNullable(exchange.pathValues().get(name)).stream();
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(Json.mapper().readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // The endpoint says what is wrong with it.
    }
  }
}

package vn.eid.mock;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.AskedClaims;
import vn.eid.mock.state.DataGrant;

/** An application that asks citizens for consent and reads their data. */
final class Recipient {
  final TestClient client;
  final EidMock mock;

  Recipient(EidMock mock) {
    this(mock, new TestClient(mock));
  }

  Recipient(EidMock mock, TestClient client) {
    this.mock = mock;
    this.client = client;
  }

  /** A good request for consent; a test changes one member. */
  static Map<String, Object> terms(String number, String... dataSets) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("citizen_id", number);
    terms.put(
        "purpose",
        Map.of("code", "TREATMENT", "text", Map.of("vi", "Khám bệnh", "en", "Treatment")));
    terms.put("data_sets", List.of(dataSets));
    terms.put("valid_for", 86_400);
    return terms;
  }

  Answer request(Map<String, Object> terms) {
    return request(UUID.randomUUID().toString(), terms);
  }

  Answer request(String key, Map<String, Object> terms) {
    return post("/consent/v1/consents", "consent", terms, Map.of("Idempotency-Key", key));
  }

  Answer read(String consentId) {
    return get("/consent/v1/consents/" + consentId, client.scopeToken("consent"));
  }

  Answer revoke(String consentId) {
    Map<String, Object> reason = Map.of("reason", "No longer needed");
    return post("/consent/v1/consents/" + consentId + "/revocation", "consent", reason, Map.of());
  }

  /** The id of a consent that the citizen approved. */
  String granted(Map<String, Object> terms) {
    return request(terms).isOk().text("consent_id");
  }

  Answer dataToken(String consentId, String dataSet) {
    Map<String, Object> details =
        Map.of("type", "vn_consented_data", "consent_id", consentId, "data_set", dataSet);
    return client.token(
        Map.of(
            "grant_type", "client_credentials", "authorization_details", json(List.of(details))));
  }

  /** A token with which a pull goes on. */
  Answer dataToken(String consentId, String dataSet, String pull) {
    Map<String, Object> details =
        Map.of(
            "type",
            "vn_consented_data",
            "consent_id",
            consentId,
            "data_set",
            dataSet,
            "pull",
            pull);
    return client.token(
        Map.of(
            "grant_type", "client_credentials", "authorization_details", json(List.of(details))));
  }

  Answer search(Map<String, Object> body) {
    return post("/consent/v1/consents/search", "consent", body, Map.of());
  }

  String token(String consentId, String dataSet) {
    return dataToken(consentId, dataSet).isOk().text("access_token");
  }

  /** Another token for the pull that a token began. */
  String laterToken(String consentId, String dataSet, Answer first) {
    String pull = first.json().path("authorization_details").path(0).path("pull").asText();
    return dataToken(consentId, dataSet, pull).isOk().text("access_token");
  }

  /** A token of another registered client, bound to the same key. */
  String tokenOfAnotherClient(Set<String> scopes, Optional<DataGrant> grant) {
    return issued("another-client", scopes, grant);
  }

  private String issued(String clientId, Set<String> scopes, Optional<DataGrant> grant) {
    AccessToken token =
        new AccessToken(
            UUID.randomUUID().toString(),
            clientId,
            client.proofKey.calculateBase64urlEncodedThumbprint("SHA-256"),
            scopes,
            Optional.empty(),
            grant,
            AskedClaims.NONE,
            mock.clock().instant().plusSeconds(300));
    mock.state().tokens().issue(token);
    return token.value();
  }

  Answer link(Map<String, Object> body) {
    return link(UUID.randomUUID().toString(), body);
  }

  Answer link(String key, Map<String, Object> body) {
    return post("/tax/v1/links", "tax_link", body, Map.of("Idempotency-Key", key));
  }

  /** Asks the tax registry about a code. */
  Answer taxCode(String what, String code) {
    return post("/tax/v1/" + what, "tax_link", Map.of("tax_code", code), Map.of());
  }

  Answer taxCase(String number) {
    return get("/tax/v1/cases/" + number, client.scopeToken("tax_link"));
  }

  Answer check(Map<String, Object> body) {
    return check(UUID.randomUUID().toString(), body);
  }

  Answer check(String key, Map<String, Object> body) {
    Map<String, String> headers = Map.of("Idempotency-Key", key);
    return post("/population/v1/checks", "population_check", body, headers);
  }

  /** Reads with a token; the target may have a query. */
  Answer get(String target, String token) {
    String path = target.split("\\?", 2)[0];
    return client.get(target, authorization("GET", path, token));
  }

  Answer post(String path, String scope, Object body, Map<String, String> headers) {
    return post(path, scope, json(body), "application/json", headers);
  }

  Answer post(
      String path, String scope, String body, String type, Map<String, String> moreHeaders) {
    Map<String, String> headers =
        new LinkedHashMap<>(authorization("POST", path, client.scopeToken(scope)));
    headers.putAll(moreHeaders);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(mock.issuer() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return TestClient.send(request, headers);
  }

  private Map<String, String> authorization(String method, String path, String token) {
    return Map.of(
        "Authorization", "DPoP " + token, "DPoP", client.proof(method, path, token).sign());
  }

  private static String json(Object value) {
    return new String(Json.bytes(value), StandardCharsets.UTF_8);
  }
}

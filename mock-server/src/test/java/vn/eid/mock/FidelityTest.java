package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.mock.contract.Behaviour;
import vn.eid.mock.contract.Fidelity;
import vn.eid.mock.endpoint.Route;
import vn.eid.mock.endpoint.Routes;
import vn.eid.mock.notice.Deliveries;

@EidMockTest
class FidelityTest {
  private TestClient client;
  private Recipient recipient;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
    recipient = new Recipient(mock, client);
  }

  private static List<Route> routes(EidMock mock) {
    return Routes.of(mock.state(), new Deliveries());
  }

  @Test
  void everyRouteIsInTheManifest(EidMock mock) {
    assertThat(routes(mock))
        .allSatisfy(route -> assertThat(Behaviour.of(route)).as(route.pattern()).isNotEmpty());
  }

  @Test
  void theManifestNamesNoRouteThatIsNotThere(EidMock mock) {
    Set<String> served =
        routes(mock).stream()
            .map(route -> route.method() + " " + route.pattern())
            .collect(Collectors.toSet());
    assertThat(Behaviour.all().stream().filter(one -> !one.id().equals("own-pages")))
        .allSatisfy(one -> assertThat(served).as(one.id()).containsAll(one.routes()));
  }

  @Test
  void eachBehaviourSaysOnceWhereItIsKnownFrom() {
    assertThat(Behaviour.all()).extracting(Behaviour::id).doesNotHaveDuplicates();
    assertThat(Behaviour.all())
        .allSatisfy(
            one ->
                assertThat(one.source().startsWith("ours"))
                    .as(one.id())
                    .isEqualTo(one.fidelity() == Fidelity.ASSUMED));
  }

  @Test
  void onlyWhatIsAssumedCanBeReliedOn() {
    assertThat(Behaviour.all())
        .filteredOn(one -> one.fidelity() != Fidelity.ASSUMED)
        .allSatisfy(one -> assertThat(one.when().toString()).as(one.id()).isEqualTo("unseen"));
  }

  @Test
  void aProgramReadsTheManifestAsJson() {
    Answer answer = client.get("/fidelity", Map.of()).isOk();
    assertThat(answer.json().path("behaviours")).hasSameSizeAs(Behaviour.all());
    assertThat(answer.json().at("/behaviours/0/fidelity").asText()).isEqualTo("STANDARD");
    assertThat(answer.text("summary")).isEqualTo(Fidelity.summary()).contains("only assumed");
  }

  @Test
  void aPersonReadsItAsAPageInBothLanguages() {
    String page = client.get("/fidelity?lang=vi", Map.of("Accept", "text/html")).isOk().body();
    assertThat(page).contains("lang=\"vi\"", "Giả định", "RFC 9126", "GET /fhir/v1/Observation");
    assertThat(client.get("/fidelity?lang=en", Map.of("Accept", "text/html")).isOk().body())
        .contains("Assumed", "Integrators' public code")
        .doesNotContain("<script");
  }

  @Test
  void aLoginReliesOnStandardsAlone(EidMock mock) {
    mock.failOnAssumed();
    assertThat(client.userinfo(client.accessToken()).status()).isEqualTo(200);
    EidMockExtension.failOnAssumed(mock);
  }

  @Test
  void aTestThatMustNotAssumeAnythingFailsWhereItDoes(EidMock mock) {
    mock.failOnAssumed();
    client
        .token(Map.of("grant_type", "client_credentials", "scope", "consent"))
        .isRefused(501, "assumed", "service-tokens at /fidelity");
    assertThatThrownBy(() -> EidMockExtension.failOnAssumed(mock))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("relies on what is only assumed of the national systems: POST /token")
        .hasMessageContaining("tokens of its own for the scopes consent");
    mock.reset();
  }

  @Test
  void whereAWholeRouteIsAssumedEveryRequestIs(EidMock mock) {
    String token = client.scopeToken("consent");
    mock.failOnAssumed();
    recipient.get("/consent/v1/consents/any", token).isProblem(501, "assumed", "consent-api");
    assertThat(client.get("/my", Map.of()).status()).isEqualTo(501);
    mock.reset();
    assertThat(client.get("/my", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void anAssumedParameterOfAStandardRequestIsSeen(EidMock mock) {
    mock.failOnAssumed();
    Map<String, String> form = client.loginForm();
    form.put("claims", "{\"id_token\":{\"account_level\":null}}");
    client.push(form).isRefused(501, "assumed", "account-level");
    mock.reset();
    client.push(form).isOk();
  }
}

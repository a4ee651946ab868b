package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.eid.mock.contract.Contract;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.Route;
import vn.eid.mock.endpoint.Routes;
import vn.eid.mock.notice.Deliveries;

@EidMockTest
class ContractTest {
  private static final Set<String> OURS =
      Set.of(
          "/consent/v1/",
          "/citizen-data/v1/",
          "/tax/v1/",
          "/population/v1/",
          "/events/v1/",
          "/fhir/v1/");
  private static final Set<String> ALSO =
      Set.of("GET /clients/keys", "GET /.well-known/openid-configuration");

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  static List<String> names() {
    return Contract.all().stream().map(Contract::name).toList();
  }

  private JsonNode served(String name) {
    return client.get("/openapi/" + name + ".json", Map.of()).isOk().json();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachDocumentIsGoodOpenApi(String name) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    List<String> faults =
        new OpenAPIV3Parser().readContents(served(name).toString(), null, options).getMessages();
    assertThat(faults).isEmpty();
    assertThat(served(name).path("openapi").asText()).isEqualTo("3.0.3");
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachDocumentIsCompleteAndNamesThisServer(String name) {
    JsonNode document = served(name);
    assertThat(document.at("/servers/0/url").asText()).isEqualTo(client.mock.issuer().toString());
    for (String reference : document.findValuesAsText("$ref")) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachDocumentHasNoWordThatNobodyUses(String name) {
    String text = served(name).toString();
    JsonNode components = served(name).path("components");
    components
        .propertyStream()
        .filter(kind -> !kind.getKey().equals("securitySchemes"))
        .flatMap(
            kind -> kind.getValue().propertyStream().map(one -> kind.getKey() + "/" + one.getKey()))
        .filter(component -> !component.matches("schemas/Row(Result)?"))
        .forEach(component -> assertThat(text).contains("\"#/components/" + component + "\""));
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachExampleIsAsItsSchemaHasIt(String name) {
    assertThat(
            new ContractExamples(Contract.named(name).orElseThrow().servedAt("http://x")).faults())
        .isEmpty();
  }

  @Test
  void everyRouteThatIsOursIsDescribedAndNothingElse(EidMock mock) {
    Set<String> routes =
        Routes.of(mock.state(), new Deliveries()).stream()
            .filter(ContractTest::isOurs)
            .map(route -> route.method() + " " + route.pattern())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described = new TreeSet<>();
    for (String name : names()) {
      served(name)
          .path("paths")
          .propertyStream()
          .forEach(
              path ->
                  path.getValue()
                      .fieldNames()
                      .forEachRemaining(
                          method ->
                              described.add(
                                  method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    }
    assertThat(described).isEqualTo(routes);
  }

  private static boolean isOurs(Route route) {
    return OURS.stream().anyMatch(prefix -> route.pattern().startsWith(prefix))
        || ALSO.contains(route.method() + " " + route.pattern());
  }

  @Test
  void theDocumentsHoldSyntheticPeopleOnly() {
    for (String name : names()) {
      for (String number : served(name).toString().split("[^0-9]+", -1)) {
        assertThat(number.length() == 12 && !number.startsWith("099")).as(number).isFalse();
      }
    }
  }

  @Test
  void aDocumentThatIsNoneIsNotFound() {
    client
        .get("/openapi/consent.yaml", Map.of())
        .isProblem(404, "no_such_document", "consent, citizen-data");
    client.get("/openapi/common.json", Map.of()).isProblem(404, "no_such_document", "as .json");
  }

  @Test
  void aPageShowsEveryOperationInBothLanguages() {
    String page = client.get("/openapi?lang=vi", Map.of()).isOk().body();
    assertThat(page).contains("lang=\"vi\"", "Các giao diện do chúng tôi đặt ra", "Giả định");
    for (String name : names()) {
      served(name)
          .path("paths")
          .fieldNames()
          .forEachRemaining(path -> assertThat(page).contains(" " + path + "</code>"));
    }
    assertThat(client.get("/openapi?lang=en", Map.of()).isOk().body())
        .contains("The interfaces that are ours", "099085000011", "Idempotency-Key")
        .doesNotContain("<script", "src=", "@import", "???");
  }

  @Test
  void theDocumentsAreServedAsTheyAreWritten() {
    JsonNode written =
        Contract.named("tax").orElseThrow().servedAt(client.mock.issuer().toString());
    assertThat(served("tax")).isEqualTo(Json.object(Json.bytes(written)));
  }

  @Test
  void aProgramIsToldWhereTheDocumentsAre() {
    Answer list = client.get("/openapi", Map.of("Accept", "application/json")).isOk();
    assertThat(list.json().path("documents").findValuesAsText("url"))
        .contains(client.mock.issuer() + "/openapi/consent.json");
  }

  @Test
  void theExampleOfAConsentLeadsBackToTheRegisteredAddress() {
    String callback = "https://mine.example/back";
    try (EidMock mine = EidMock.start(MockOptions.defaults().redirectUri(callback))) {
      assertThat(new TestClient(mine).get("/openapi/consent.json", Map.of()).body())
          .contains("\"return_uri\":\"" + callback + "\"")
          .doesNotContain(TestClient.CALLBACK);
    }
  }
}

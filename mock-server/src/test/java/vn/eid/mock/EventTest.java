package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest extends RecipientTest {
  private static final String DECIDED = "urn:vn-eid:event:tax-case-decided";
  private static final Map<String, Object> ROW =
      Map.of("citizen_id", "099091000156", "full_name", "Hồ Sơn", "birth_date", "1991-03-03");

  private Receiver application;

  @BeforeEach
  void startApplication() {
    application = new Receiver();
    mock.deliverEventsTo(application.at("/events"));
  }

  @AfterEach
  void stopApplication() {
    application.close();
  }

  /** The number of a case that was decided. */
  private String decided() {
    String number = recipient.link(ROW).isOk().text("case_number");
    mock.decideCase(number, CaseDecision.NOT_FOUND);
    mock.awaitDeliveries();
    return number;
  }

  private Jwt only() {
    return new Jwt(application.only().body());
  }

  private static boolean isSigned(Jwt event) {
    return event.isSignedBy(mock, "/registry/jwks");
  }

  private Jwt spoiltBy(Fault fault) {
    mock.injectOnce(fault);
    decided();
    return only();
  }

  @Test
  void aDecisionIsPushedAsASecurityEventToken() {
    application.answers(202);
    String number = decided();
    Receiver.Post post = application.only();
    assertThat(post.path()).isEqualTo("POST /events");
    assertThat(post.type()).isEqualTo("application/secevent+jwt");
    assertThat(post.accept()).isEqualTo("application/json");
    Jwt event = only();
    event.hasType("secevent+jwt");
    assertThat(isSigned(event)).isTrue();
    assertThat(event.claims().path("events").path(DECIDED).path("case_number").asText())
        .isEqualTo(number);
    assertThat(event.claims().path("events").path(DECIDED).path("version").asLong()).isPositive();
  }

  @Test
  void theTokenIsTheRegistrysAndNamesNobody() {
    decided();
    JsonNode claims = only().claims();
    assertThat(claims.path("iss").asText()).isEqualTo(mock.issuer() + "/registry");
    assertThat(claims.path("aud").asText()).isEqualTo(mock.clientId());
    assertThat(claims.path("jti").asText()).isNotEmpty();
    assertThat(mock.clock().instant().getEpochSecond() - claims.path("iat").asLong())
        .isBetween(0L, 60L);
    assertThat(claims.has("exp") || claims.has("sub")).isFalse();
    assertThat(claims.toString()).doesNotContain("099091000156");
  }

  @Test
  void aSlowBatchIsToldWhenItHasFinished() {
    mock.slowBatches(Duration.ofSeconds(1));
    String id = new Batch().with(Batch.ordinary("a")).send(recipient).text("batch_id");
    mock.awaitDeliveries();
    assertThat(isSigned(only())).isTrue();
    JsonNode batch = only().claims().path("events").path("urn:vn-eid:event:tax-batch-finished");
    assertThat(batch.path("batch_id").asText()).isEqualTo(id);
    assertThat(batch.path("rows").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void anEventIsSentAgainWhereTheApplicationIsOutOfOrder(int status) {
    application.answers(status, 202);
    decided();
    assertThat(application.posts()).hasSize(2);
    assertThat(application.posts().get(1)).isEqualTo(application.posts().get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 400})
  void anAnswerSettlesIt(int status) {
    application.answers(status, 202);
    decided();
    assertThat(application.posts()).hasSize(1);
  }

  @Test
  void anEventIsGivenUpAfterThreeAttempts() {
    application.answers(500, 500, 500, 202);
    decided();
    assertThat(application.posts()).hasSize(3);
  }

  @Test
  void eachEventHasANameOfItsOwn() {
    decided();
    decided();
    assertThat(jtis().distinct()).hasSize(2);
  }

  private Stream<String> jtis() {
    return application.posts().stream()
        .map(post -> new Jwt(post.body()).claims().path("jti").asText());
  }

  @Test
  void whoRegisteredNoAddressIsNotTold() {
    mock.reset();
    decided();
    assertThat(application.posts()).isEmpty();
  }

  @Test
  void anotherClientsCaseIsNotToldToThisOne() {
    TestClient other = TestClient.registered(mock, "other-client", Draft.newKey());
    String number = new Recipient(mock, other).link(ROW).isOk().text("case_number");
    mock.decideCase(number, CaseDecision.LINK);
    mock.awaitDeliveries();
    assertThat(application.posts()).isEmpty();
  }

  @Test
  void theAddressMayBeAnOptionOfTheServer() {
    MockOptions options = MockOptions.defaults().deliverEventsTo(application.at("/start"));
    try (EidMock own = EidMock.start(options)) {
      own.deliverEventsTo(application.at("/later"));
      own.reset();
      String number = new Recipient(own).link(ROW).isOk().text("case_number");
      own.decideCase(number, CaseDecision.LINK);
      own.awaitDeliveries();
      assertThat(application.only().path()).isEqualTo("POST /start");
    }
  }

  @Test
  void anAddressMustBeOneOfTheWeb() {
    URI file = URI.create("file:/tmp/x");
    assertThatThrownBy(() -> mock.deliverEventsTo(file)).hasMessageContaining("http");
    assertThatThrownBy(() -> MockOptions.defaults().deliverEventsTo(file))
        .hasMessageContaining("http");
  }

  @Test
  void faultBadSignature() {
    assertThat(isSigned(spoiltBy(Fault.EVENT_BAD_SIGNATURE))).isFalse();
  }

  @Test
  void faultWrongIssuer() {
    Jwt event = spoiltBy(Fault.EVENT_WRONG_ISSUER);
    assertThat(isSigned(event)).isTrue();
    assertThat(event.claims().path("iss").asText()).isEqualTo("https://other-registry.example");
  }

  @Test
  void faultWrongAudience() {
    Jwt event = spoiltBy(Fault.EVENT_WRONG_AUDIENCE);
    assertThat(isSigned(event)).isTrue();
    assertThat(event.claims().path("aud").asText()).isEqualTo("other-client");
  }

  @Test
  void faultTooOld() {
    Jwt event = spoiltBy(Fault.EVENT_TOO_OLD);
    assertThat(isSigned(event)).isTrue();
    assertThat(event.claims().path("iat").asLong())
        .isLessThan(mock.clock().instant().minus(Duration.ofDays(30)).getEpochSecond());
  }

  @Test
  void faultFromTheFuture() {
    Jwt event = spoiltBy(Fault.EVENT_FROM_THE_FUTURE);
    assertThat(isSigned(event)).isTrue();
    assertThat(event.claims().path("iat").asLong())
        .isGreaterThan(mock.clock().instant().plusSeconds(3000).getEpochSecond());
  }

  @Test
  void faultUnknownType() {
    Jwt event = spoiltBy(Fault.EVENT_UNKNOWN_TYPE);
    assertThat(isSigned(event)).isTrue();
    assertThat(event.claims().path("events")).hasToString("{\"urn:vn-eid:event:nobody-knows\":{}}");
  }

  @Test
  void faultWithoutJti() {
    Jwt event = spoiltBy(Fault.EVENT_WITHOUT_JTI);
    assertThat(isSigned(event)).isTrue();
    assertThat(event.claims().has("jti")).isFalse();
  }

  @Test
  void faultTwice() {
    mock.injectOnce(Fault.EVENT_TWICE);
    decided();
    assertThat(application.posts()).hasSize(2);
    assertThat(jtis().distinct()).hasSize(1);
    decided();
    assertThat(application.posts()).hasSize(3);
  }

  @Test
  void faultSeveral() {
    assertThat(spoiltBy(Fault.EVENT_SEVERAL).claims().path("events")).hasSize(2);
  }

  @Test
  void faultOversized() {
    assertThat(spoiltBy(Fault.EVENT_OVERSIZED).text().length()).isGreaterThan(1 << 20);
  }

  @Test
  void faultOldVersion() {
    JsonNode claims = spoiltBy(Fault.EVENT_OLD_VERSION).claims();
    assertThat(claims.path("events").path(DECIDED).path("version").asLong(-1)).isZero();
  }

  @Test
  void faultWithoutVersion() {
    JsonNode claims = spoiltBy(Fault.EVENT_WITHOUT_VERSION).claims();
    assertThat(claims.path("events").path(DECIDED).has("version")).isFalse();
  }

  @Test
  void faultUnknownMember() {
    JsonNode claims = spoiltBy(Fault.EVENT_UNKNOWN_MEMBER).claims();
    assertThat(claims.path("events").path(DECIDED).has("of_later")).isTrue();
  }
}

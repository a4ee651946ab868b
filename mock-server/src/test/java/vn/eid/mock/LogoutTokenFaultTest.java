package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@EidMockTest
class LogoutTokenFaultTest {
  private static final String AN = "099085000011";

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
    client.logInOffline();
  }

  private String token() {
    return client.mock.logoutToken(client.mock.citizen(AN));
  }

  static Stream<Arguments> claimFaults() {
    return Stream.of(
        claim(
            Fault.LOGOUT_TOKEN_WRONG_ISSUER,
            (t, c) -> assertThat(t.path("iss").asText()).isEqualTo("https://other.example")),
        claim(
            Fault.LOGOUT_TOKEN_WRONG_AUDIENCE,
            (t, c) -> assertThat(t.path("aud").asText()).isEqualTo("other-client")),
        claim(
            Fault.LOGOUT_TOKEN_ISSUED_IN_FUTURE,
            (t, c) -> assertThat(t.path("iat").asLong()).isGreaterThan(c.now() + 3000)),
        claim(
            Fault.LOGOUT_TOKEN_EXPIRED,
            (t, c) -> assertThat(t.path("exp").asLong()).isLessThan(c.now() - 3000)),
        claim(Fault.LOGOUT_TOKEN_WITHOUT_EXPIRY, (t, c) -> lacks(t, "exp")),
        claim(Fault.LOGOUT_TOKEN_WITHOUT_SUBJECT, (t, c) -> lacks(t, "sub", "sid")),
        claim(Fault.LOGOUT_TOKEN_WITHOUT_EVENT, (t, c) -> lacks(t, "events")),
        claim(
            Fault.LOGOUT_TOKEN_WITH_NONCE,
            (t, c) -> assertThat(t.path("nonce").asText()).isNotEmpty()),
        claim(Fault.LOGOUT_TOKEN_WITHOUT_JTI, (t, c) -> lacks(t, "jti")));
  }

  private static Arguments claim(Fault fault, BiConsumer<JsonNode, TestClient> check) {
    return arguments(fault, check);
  }

  private static void lacks(JsonNode claims, String... names) {
    for (String name : names) {
      assertThat(claims.has(name)).as(name).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("claimFaults")
  void changesOneThingUnderAGoodSignature(Fault fault, BiConsumer<JsonNode, TestClient> check) {
    client.mock.inject(fault);
    String token = token();
    assertThat(Tokens.header(token).path("typ").asText()).isEqualTo("logout+jwt");
    check.accept(Tokens.verified(client, token), client);
  }

  @Test
  void aTokenWithoutFaultHasEverything() {
    JsonNode claims = Tokens.verified(client, token());
    for (String name : new String[] {"iss", "aud", "iat", "exp", "jti", "sub", "sid", "events"}) {
      assertThat(claims.has(name)).as(name).isTrue();
    }
    lacks(claims, "nonce");
  }

  @Test
  void breaksTheSignature() {
    client.mock.inject(Fault.LOGOUT_TOKEN_BAD_SIGNATURE);
    assertThat(Tokens.isSigned(client, token())).isFalse();
  }

  @Test
  void leavesTheTokenUnsigned() {
    client.mock.inject(Fault.LOGOUT_TOKEN_ALG_NONE);
    String token = token();
    assertThat(token).endsWith(".");
    assertThat(Tokens.header(token).path("alg").asText()).isEqualTo("none");
    assertThat(Tokens.header(token).path("typ").asText()).isEqualTo("logout+jwt");
    assertThat(Tokens.claims(token).has("events")).isTrue();
  }

  @Test
  void givesAnIdTokenInItsPlace() {
    client.mock.inject(Fault.LOGOUT_TOKEN_IS_ID_TOKEN);
    String token = token();
    JsonNode claims = Tokens.verified(client, token);
    assertThat(Tokens.header(token).path("typ").asText()).isEqualTo("JWT");
    lacks(claims, "events", "jti");
    assertThat(claims.has("auth_time")).isTrue();
    assertThat(claims.has("sid")).isTrue();
  }

  @Test
  void spoilsADeliveredTokenToo(EidMock mock) {
    try (Receiver application = new Receiver()) {
      mock.deliverLogoutTo(application.at("/"));
      mock.injectOnce(Fault.LOGOUT_TOKEN_BAD_SIGNATURE);
      mock.endSessionsOf(mock.citizen(AN));
      mock.awaitDeliveries();
      String token = application.only().form("logout_token");
      assertThat(Tokens.isSigned(client, token)).isFalse();
    }
  }
}

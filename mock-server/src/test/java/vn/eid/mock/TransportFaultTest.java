package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@EidMockTest
class TransportFaultTest {
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  private Answer discovery() {
    return client.get(DISCOVERY, Map.of());
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "TRANSPORT_RESET",
        "TRANSPORT_RESET_AFTER",
        "TRANSPORT_TRUNCATED",
        "TRANSPORT_GARBAGE"
      })
  void noWholeAnswerArrives(Fault fault, EidMock mock) {
    mock.inject(fault);
    assertThatThrownBy(this::discovery).isInstanceOf(UncheckedIOException.class);
    assertThat(mock.firings(fault)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "TRANSPORT_HTTP_ERROR_500,500",
    "TRANSPORT_HTTP_ERROR_502,502",
    "TRANSPORT_HTTP_ERROR_503,503",
    "TRANSPORT_RATE_LIMITED,429",
    "TRANSPORT_RATE_LIMITED_WITHOUT_TIME,429",
    "TRANSPORT_REDIRECT,302"
  })
  void theStatusIsAnother(Fault fault, int status, EidMock mock) {
    mock.inject(Injection.of(fault).once());
    assertThat(discovery().status()).isEqualTo(status);
    assertThat(discovery().status()).isEqualTo(200);
  }

  @Test
  void aRateLimitSaysForHowLongOrDoesNot(EidMock mock) {
    mock.inject(Injection.of(Fault.TRANSPORT_RATE_LIMITED).once());
    assertThat(discovery().header("Retry-After")).isEqualTo("7");
    mock.inject(Injection.of(Fault.TRANSPORT_RATE_LIMITED_WITHOUT_TIME).once());
    assertThat(discovery().header("Retry-After")).isEmpty();
  }

  @Test
  void theBodyIsAnother(EidMock mock) {
    mock.inject(Injection.of(Fault.TRANSPORT_EMPTY).once());
    assertThat(discovery().body()).isEmpty();
    mock.inject(Injection.of(Fault.TRANSPORT_GARBAGE_BODY).once());
    Answer garbage = discovery();
    assertThat(garbage.header("Content-Type")).isEqualTo("application/json");
    assertThat(garbage.body()).doesNotContain("issuer").isNotEmpty();
    mock.inject(Injection.of(Fault.TRANSPORT_OVERSIZED).once());
    assertThat(discovery().body()).hasSizeGreaterThan(10_000_000).endsWith("}");
    mock.inject(Injection.of(Fault.TRANSPORT_WRONG_TYPE).once());
    assertThat(discovery().header("Content-Type")).startsWith("text/plain");
    mock.inject(Injection.of(Fault.TRANSPORT_PAGE).once());
    assertThat(discovery().body()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void aResetComesBeforeAnythingIsDoneOrAfter(EidMock mock) {
    String code = client.code();
    mock.inject(Injection.of(Fault.TRANSPORT_RESET).at("/token").once());
    assertThatThrownBy(() -> client.token(client.codeForm(code)))
        .isInstanceOf(UncheckedIOException.class);
    mock.inject(Injection.of(Fault.TRANSPORT_RESET_AFTER).at("/token").once());
    assertThatThrownBy(() -> client.token(client.codeForm(code)))
        .isInstanceOf(UncheckedIOException.class);
    client.token(client.codeForm(code)).isRefused(400, "invalid_grant", "was used before");
  }

  @Test
  void onlyThePathIsStruckThatIsAimedAt(EidMock mock) {
    mock.inject(Injection.of(Fault.TRANSPORT_HTTP_ERROR_503).at("/jwks"));
    assertThat(client.get("/jwks", Map.of()).status()).isEqualTo(503);
    assertThat(client.accessToken()).isNotEmpty();
  }

  @Test
  void aRouteIsAimedAtByItsPattern(EidMock mock) {
    mock.inject(Injection.of(Fault.TRANSPORT_HTTP_ERROR_503).at("/consent/v1/consents/{id}"));
    String token = client.scopeToken("consent");
    assertThat(client.resource("/consent/v1/consents/anything", token).status()).isEqualTo(503);
    assertThat(client.resource("/sandbox/v1/echo", token).status()).isNotEqualTo(503);
  }

  @Test
  void pagesAndTheAdminDoorAreNeverStruck(EidMock mock) {
    String requestUri = client.push(client.loginForm()).isOk().text("request_uri");
    mock.inject(Fault.TRANSPORT_RESET);
    assertThat(client.authorize(requestUri).returned("code")).isNotEmpty();
    assertThat(client.get("/__admin/eid/client", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void anAnswerDripsForAWhile(EidMock mock) {
    mock.inject(Injection.of(Fault.TRANSPORT_SLOW_DRIP).lasting(Duration.ofMillis(600)).once());
    Instant before = Instant.now();
    assertThat(discovery().text("issuer")).isEqualTo(mock.issuer().toString());
    assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void lateAnswersKeepNoThreadFromOthers(EidMock mock) {
    int many = 200;
    mock.inject(
        Injection.of(Fault.TRANSPORT_DELAY)
            .at(DISCOVERY)
            .lasting(Duration.ofSeconds(2))
            .times(many));
    var threads = Executors.newCachedThreadPool();
    try {
      List<CompletableFuture<Answer>> late = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        late.add(CompletableFuture.supplyAsync(this::discovery, threads));
      }
      Instant before = Instant.now();
      assertThat(client.get("/jwks", Map.of()).status()).isEqualTo(200);
      late.forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(12));
    } finally {
      threads.shutdown();
    }
  }
}

package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.mock.fhir.SummaryDocument;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Period;
import vn.eid.mock.state.PersonCheck;
import vn.eid.mock.state.TaxBatch;

/** The one clock, moved to wherever a test wants it. */
@EidMockTest
class ClockTest {
  private static final Instant THEN = Instant.parse("2028-02-29T12:00:00Z");

  private TestClient client;

  @BeforeEach
  void start(EidMock mock) {
    client = new TestClient(mock);
  }

  @Test
  void standsUntilItIsMovedOrRuns(EidMock mock) throws Exception {
    mock.setClock(THEN);
    mock.stopClock();
    mock.setClock(THEN);
    Thread.sleep(5);
    assertThat(mock.clock().instant()).isEqualTo(THEN);
    assertThat(client.get("/jwks", Map.of()).header("Date"))
        .isEqualTo("Tue, 29 Feb 2028 12:00:00 GMT");
    mock.advance(Duration.ofHours(1));
    assertThat(mock.clock().instant()).isEqualTo(THEN.plusSeconds(3600));
    mock.runClock();
    Thread.sleep(5);
    assertThat(mock.clock().instant())
        .isAfter(THEN.plusSeconds(3600))
        .isBefore(THEN.plusSeconds(3700));
    mock.reset();
    assertThat(mock.clock().instant()).isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void runsOnFromWhereItIsSet(EidMock mock) {
    mock.setClock(THEN);
    assertThat(mock.clock().instant()).isBetween(THEN, THEN.plusSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z"})
  void playsNoYearsThatNothingHereKnows(String time) {
    assertThatThrownBy(() -> client.mock.setClock(Instant.parse(time)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2000 to 2099");
  }

  @Test
  void isNotAdvancedBeyondThem(EidMock mock) {
    Instant before = mock.clock().instant();
    for (Duration far :
        new Duration[] {Duration.ofDays(36_000), Duration.ofSeconds(Long.MAX_VALUE)}) {
      assertThatThrownBy(() -> mock.advance(far)).hasMessageContaining("2000 to 2099");
    }
    assertThat(mock.clock().instant()).isBetween(before, before.plusSeconds(60));
  }

  @Test
  void aTokenThatExpiredLivesAgainWhenItsHourComesAgain(EidMock mock) {
    String token = client.accessToken();
    Instant issued = mock.clock().instant();
    mock.advance(Duration.ofMinutes(11));
    client.userinfo(token).isUnauthorized("invalid_token", "expired");
    mock.setClock(issued);
    assertThat(client.userinfo(token).status()).isEqualTo(200);
  }

  @Test
  void whatWasIssuedLaterIsGoodBeforeItsTimeToo(EidMock mock) {
    String token = client.accessToken();
    mock.setClock(mock.clock().instant().minus(Duration.ofDays(365)));
    assertThat(client.userinfo(token).status()).isEqualTo(200);
    assertThat(client.code()).isNotEmpty();
  }

  @Test
  void anAssertionThatWasUsedStaysUsedWhereverTheClockWent(EidMock mock) {
    Instant before = mock.clock().instant();
    Draft assertion = client.assertion();
    client.push(client.loginForm(), assertion).isOk();
    mock.advance(Duration.ofHours(2));
    client.push(client.loginForm()).isOk();
    mock.setClock(before);
    client.push(client.loginForm(), assertion).isRefused(401, "invalid_client", "jti");
  }

  @Test
  void aProofThatWasUsedStaysUsedWhereverTheClockWent(EidMock mock) {
    String token = client.accessToken();
    Instant before = mock.clock().instant();
    Draft proof = client.proof("GET", "/userinfo", token);
    assertThat(client.userinfo(token, proof).status()).isEqualTo(200);
    mock.advance(Duration.ofHours(2));
    mock.state().proofs().firstUse("another key", "another jti");
    mock.setClock(before);
    client.userinfo(token, proof).isUnauthorized("invalid_dpop_proof", "was used before");
  }

  @Test
  void aNonceOfAnotherTimeIsRefusedAndANewOneGiven(EidMock mock) {
    String token = client.accessToken();
    Draft proof = client.proof("GET", "/userinfo", token);
    mock.setClock(mock.clock().instant().minus(Duration.ofHours(1)));
    Answer refused = client.userinfo(token, proof.claim("iat", client.now()));
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("DPoP-Nonce")).isEqualTo(mock.state().nonces().current());
    assertThat(client.userinfo(token).status()).isEqualTo(200);
  }

  @Test
  void aCodeThatWasUsedStaysUsed(EidMock mock) {
    Instant before = mock.clock().instant();
    String code = client.code();
    client.token(client.codeForm(code)).isOk();
    mock.setClock(before.minus(Duration.ofDays(1)));
    client.token(client.codeForm(code)).isRefused(400, "invalid_grant", "");
  }

  @Test
  void aPollAfterTheClockWasSetBackIsNotTooEarly(EidMock mock) {
    mock.citizen("099085000011").ignoresNext();
    String id = client.askOnPhone(client.pushForm("099085000011")).isOk().text("auth_req_id");
    client.poll(id).isRefused(400, "authorization_pending", "");
    mock.setClock(mock.clock().instant().minus(Duration.ofDays(1)));
    client.poll(id).isRefused(400, "authorization_pending", "");
  }

  @Test
  void noLimitWaitsLongerBecauseTheClockWasSetBack(EidMock mock) {
    Instant now = mock.clock().instant();
    mock.limitPopulationChecks(0);
    mock.takePopulationRegisterDown(Duration.ofMinutes(5));
    mock.setClock(now.minus(Duration.ofDays(400)));
    assertThat(mock.state().population().downFor()).isEmpty();
    assertThat(mock.state().population().budget().take("any")).isEmpty();
    mock.limitTaxRows(10);
    assertThat(mock.state().taxBatches().refuse("any", 10)).isEmpty();
    mock.setClock(now.minus(Duration.ofDays(800)));
    assertThat(mock.state().taxBatches().refuse("any", 10))
        .hasValueSatisfying(busy -> assertThat(busy.retryAfterSeconds()).isLessThan(3));
  }

  @Test
  void aSlowBatchIsReadyWhenTheClockWasSetBack(EidMock mock) {
    mock.slowBatches(Duration.ofHours(1));
    TaxBatch batch = mock.state().taxBatches().accept("any", 1);
    batch.finishWith(new byte[] {1});
    Instant now = mock.clock().instant();
    assertThat(batch.results(now)).isEmpty();
    assertThat(batch.results(now.minus(Duration.ofDays(1)))).isPresent();
    assertThat(batch.results(now.plus(Duration.ofHours(1)))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2000-01-02T00:00:00Z", "2022-05-09T00:00:00Z", "2099-12-30T00:00:00Z"})
  void everybodyHasARecordAndIsKnownInEachYear(String time) throws IOException {
    client.mock.setClock(Instant.parse(time));
    for (MockCitizen citizen : client.mock.citizens()) {
      Citizen person = client.mock.state().citizens().find(citizen.number()).orElseThrow();
      new SummaryDocument(person.person(), person.health(), client.mock.clock().instant())
          .write(OutputStream.nullOutputStream(), Period.ALWAYS);
      assertThat(client.mock.state().population().matches(check(person))).isTrue();
    }
    assertThat(client.userinfo(client.accessToken()).status()).isEqualTo(200);
  }

  private static PersonCheck check(Citizen person) {
    return new PersonCheck(person.id(), person.name(), person.birthDate(), List.of());
  }

  @Test
  void whoIsRefusedBecauseItWasMovedIsToldSo(EidMock mock) {
    Draft assertion = client.assertion();
    mock.advance(Duration.ofHours(1));
    assertThat(client.push(client.loginForm(), assertion).text("error_description"))
        .contains("has expired", "The server's clock was moved, 60 minutes ahead.");
    mock.setClock(mock.clock().instant().minus(Duration.ofHours(3)));
    assertThat(client.push(client.loginForm(), assertion).text("error_description"))
        .contains("lives longer", "moved, 120 minutes back.");
    mock.reset();
    Draft old = client.assertion().claim("exp", client.now() - 60);
    assertThat(client.push(client.loginForm(), old).text("error_description"))
        .contains("has expired")
        .doesNotContain("moved");
  }
}

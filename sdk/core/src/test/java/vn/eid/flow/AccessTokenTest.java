package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ClientKey;
import vn.eid.ClientRejectedException;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.MockedApplicationTest;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.records.HealthData;

/** The application's own tokens and proofs, which no public type shows. */
class AccessTokenTest extends MockedApplicationTest {

  @Test
  void oneTokenServesManyCalls() {
    Consent.Active consent = app.consent("099085000011", HealthData.IMMUNIZATIONS);
    int before = tokenRequests();
    for (int i = 0; i < 5; i++) {
      app.client().consents().find(consent.id());
    }
    assertThat(tokenRequests()).isEqualTo(before);
  }

  @Test
  void aTokenIsRenewedBeforeItExpires() {
    Consent.Active consent = app.consent("099085000011", HealthData.IMMUNIZATIONS);
    mock.advance(Duration.ofSeconds(275));
    app.client().consents().find(consent.id());
    assertThat(mock.requests())
        .noneMatch(r -> r.status() == 401 && r.path().startsWith("/consent"));
  }

  @Test
  void aTokenThatTheServerForgotIsReplacedAndTheCallMadeAgain() {
    app.consent("099085000011", HealthData.IMMUNIZATIONS);
    mock.reset();
    assertThat(app.consent("099085000011", HealthData.IMMUNIZATIONS)).isNotNull();
    assertThat(mock.refusals()).isNotEmpty();
  }

  @Test
  void theServersNonceIsLearntFromAnyAnswerSoThatALoginIsNeverSentTwice() {
    app.logIn();
    mock.advance(Duration.ofMinutes(5));
    app.logIn();
    assertThat(mock.requests()).noneMatch(r -> r.path().equals("/token") && r.status() == 400);
  }

  @Test
  void aNonceThatIsDemandedIsUsedAtOnceWithANewAssertionAndANewProof() {
    app.begin(Application.newBrowser());
    mock.advance(Duration.ofMinutes(5)); // the nonce that came with the answer is stale now
    ConsentRequest request =
        ConsentRequest.ask(
            CitizenId.parse("099085000011"), Application.TREATMENT, HealthData.IMMUNIZATIONS);
    app.client().consents().request(request);
    assertThat(mock.requests().stream().filter(r -> r.path().equals("/token")))
        .hasSize(2)
        .satisfies(
            both -> {
              assertThat(both)
                  .extracting(r -> r.form("client_assertion").orElseThrow())
                  .doesNotHaveDuplicates();
              assertThat(both)
                  .extracting(r -> r.header("DPoP").orElseThrow())
                  .doesNotHaveDuplicates();
            });
  }

  @Test
  void anUnregisteredClientIsToldWhatToCheck() {
    try (EidClient stranger =
        EidClient.builder(
                Environment.sandbox(mock.issuer()),
                "somebody-else",
                ClientKey.fromJwk(mock.clientKeyJwk()))
            .clock(mock.clock())
            .build()) {
      assertThatExceptionOfType(ClientRejectedException.class)
          .isThrownBy(
              () ->
                  stranger
                      .redirectLogin()
                      .start(
                          vn.eid.login.LoginRequest.returningTo(Application.CALLBACK),
                          Application.newBrowser()))
          .withMessageContaining("invalid_client")
          .withMessageContaining("registered under this key id")
          .satisfies(e -> assertThat(e.code()).isEqualTo("invalid_client"));
    }
  }

  private int tokenRequests() {
    return (int) mock.requests().stream().filter(r -> r.path().equals("/token")).count();
  }
}

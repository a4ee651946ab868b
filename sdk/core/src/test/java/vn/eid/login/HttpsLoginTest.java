package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

/** A provider over HTTPS, of an authority that only this application knows. */
class HttpsLoginTest {
  private static final BrowserSession SESSION =
      BrowserSession.of("b1946ac92492d2347c6235b4d2611184");

  private static EidMock mock;

  @BeforeAll
  static void startServer() {
    mock = EidMock.start(MockOptions.defaults().https());
  }

  @AfterAll
  static void stopServer() {
    mock.close();
  }

  private static OkHttpClient trusting(String caPem) {
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(Certificates.decodeCertificatePem(caPem))
            .build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
        .followRedirects(false)
        .build();
  }

  private static URI visit(OkHttpClient browser, URI page) throws Exception {
    try (Response answer =
        browser.newCall(new Request.Builder().url(page.toString()).build()).execute()) {
      return URI.create(answer.header("Location", ""));
    }
  }

  @Test
  void aCitizenLogsInWhereTheApplicationTrustsTheAuthority() throws Exception {
    OkHttpClient http = trusting(mock.caCertificatePem());
    try (EidClient eid = Application.builder(mock).httpClient(http).build()) {
      LoginRequest request = LoginRequest.returningTo(Application.CALLBACK).asking(Claim.NAME);
      URI page = eid.redirectLogin().start(request, SESSION).authorizationUri();
      assertThat(page).hasScheme("https");
      LoginOutcome outcome = eid.redirectLogin().finish(visit(http, page), SESSION);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              LoginOutcome.Approved.class,
              approved -> assertThat(approved.identity().name()).contains("Nguyễn Văn An"));
    }
  }

  @Test
  void nobodyLogsInWhereItDoesNot() {
    try (EidClient eid = Application.builder(mock).build()) {
      LoginRequest request = LoginRequest.returningTo(Application.CALLBACK);
      assertThatThrownBy(() -> eid.redirectLogin().start(request, SESSION))
          .isInstanceOfSatisfying(
              UntrustedException.class,
              untrusted -> assertThat(untrusted.check()).isEqualTo(Check.TLS));
    }
  }
}

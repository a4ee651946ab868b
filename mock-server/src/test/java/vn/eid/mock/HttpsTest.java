package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsTest {
  private static EidMock mock;

  @BeforeAll
  static void startServer() {
    mock = EidMock.start(MockOptions.defaults().https());
  }

  @AfterAll
  static void stopServer() {
    mock.close();
  }

  private static X509Certificate certificate(String pem) throws GeneralSecurityException {
    InputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
  }

  private static HttpClient trusting(String pem) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", certificate(pem));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static HttpResponse<String> get(HttpClient client, String host, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("https://" + host + ":" + mock.issuer().getPort() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void whoTrustsItsAuthorityReachesItByEachNameOfThisMachine(String host) throws Exception {
    HttpClient client = trusting(mock.caCertificatePem());
    HttpResponse<String> answer = get(client, host, "/.well-known/openid-configuration");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"issuer\":\"" + mock.issuer() + "\"");
    assertThat(mock.issuer()).hasScheme("https");
  }

  @Test
  void whoDoesNotTrustItsAuthorityRefusesIt() {
    assertThatThrownBy(() -> get(HttpClient.newHttpClient(), "127.0.0.1", "/healthz"))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void theAuthorityOfOneServerIsNotThatOfAnother() throws Exception {
    try (EidMock other = EidMock.start(MockOptions.defaults().https())) {
      HttpClient client = trusting(other.caCertificatePem());
      assertThatThrownBy(() -> get(client, "127.0.0.1", "/healthz"))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void theServersCertificateIsForThisMachineAndForAShortTime() throws Exception {
    HttpClient client = trusting(mock.caCertificatePem());
    X509Certificate own =
        (X509Certificate)
            get(client, "127.0.0.1", "/healthz")
                .sslSession()
                .orElseThrow()
                .getPeerCertificates()[0];
    assertThat(own.getSubjectAlternativeNames())
        .extracting(name -> (String) name.get(1))
        .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(own.getNotBefore().toInstant()).isBefore(Instant.now().minusSeconds(3600));
    assertThat(own.getNotAfter().toInstant()).isBefore(Instant.now().plus(Duration.ofDays(91)));
    assertThat(own.getBasicConstraints()).as("is no authority").isEqualTo(-1);
    assertThat(own.getExtendedKeyUsage()).isEqualTo(List.of("1.3.6.1.5.5.7.3.1"));
    assertThat(certificate(mock.caCertificatePem()).getBasicConstraints()).isZero();
  }

  @Test
  void handsTheCertificateToThisMachineOnly() throws Exception {
    HttpClient client = trusting(mock.caCertificatePem());
    assertThat(get(client, "127.0.0.1", "/__admin/eid/ca").body())
        .isEqualTo(mock.caCertificatePem());
    URI uri = URI.create(mock.issuer() + "/__admin/eid/ca");
    HttpRequest page = HttpRequest.newBuilder(uri).header("Origin", "https://evil.example").build();
    assertThat(client.send(page, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  @Test
  void aServerOverHttpHasNoCertificate() {
    try (EidMock plain = EidMock.start()) {
      assertThatThrownBy(plain::caCertificatePem).isInstanceOf(IllegalStateException.class);
      assertThat(new TestClient(plain).get("/__admin/eid/ca", Map.of()).status()).isEqualTo(404);
    }
  }
}

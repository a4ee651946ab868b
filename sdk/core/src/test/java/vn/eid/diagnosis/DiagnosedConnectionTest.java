package vn.eid.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.diagnosis.DiagnosisTest.onlyProblem;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.diagnosis.Finding.Verdict;

/** What can stand between this server and the provider is the one problem of its report. */
class DiagnosedConnectionTest {
  private static final HeldCertificate ROOT =
      new HeldCertificate.Builder().commonName("A test authority").certificateAuthority(0).build();

  @Test
  void findsNothingWrongWithAProviderBehindTrustedTls() {
    Instant now = Instant.now();
    Diagnosis diagnosis = behindTls("localhost", now.minusSeconds(60), now.plusSeconds(600), true);
    assertThat(diagnosis.findings().get(2).found()).contains("trusted TLS");
  }

  @Test
  void namesAnExpiredCertificateWithItsDate() {
    Instant end = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    Finding problem =
        onlyProblem(behindTls("localhost", end.minus(90, ChronoUnit.DAYS), end, true));
    assertThat(problem.topic()).isEqualTo(Topic.CONNECTION);
    assertThat(problem.found()).contains("certificate of localhost has expired", end.toString());
    assertThat(problem.actor()).isEqualTo(Actor.PROVIDER);
  }

  @Test
  void namesACertificateThatIsNotValidYetAndThisServersClock() {
    Instant begin = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    Finding problem =
        onlyProblem(behindTls("localhost", begin, begin.plus(9, ChronoUnit.DAYS), true));
    assertThat(problem.found()).contains("not valid yet", begin.toString());
    assertThat(problem.advice()).contains("this server's clock");
  }

  @Test
  void namesACertificateOfAnotherHost() {
    Instant now = Instant.now();
    Finding problem =
        onlyProblem(behindTls("other.example", now.minusSeconds(60), now.plusSeconds(600), true));
    assertThat(problem.found()).contains("made out to another name");
  }

  @Test
  void namesACertificateByNobodyWhomThisClientTrusts() {
    Instant now = Instant.now();
    Finding problem =
        onlyProblem(behindTls("localhost", now.minusSeconds(60), now.plusSeconds(600), false));
    assertThat(problem.found()).contains("nobody whom this client trusts");
    assertThat(problem.advice()).contains("trust store", "Never switch the check off");
  }

  @Test
  void namesAProviderThatIsDownAndChecksNothingElse() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Diagnosis diagnosis = diagnosed(URI.create("http://127.0.0.1:" + port), new OkHttpClient());
    Finding problem = onlyProblem(diagnosis);
    assertThat(problem.found()).contains("Nothing answers at 127.0.0.1:" + port, "down");
    assertThat(diagnosis.findings().subList(3, diagnosis.findings().size()))
        .allSatisfy(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Verdict.NOT_CHECKED);
              assertThat(finding.advice()).contains("'connection'");
            });
  }

  @Test
  void namesAHostThatNobodyKnows() {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();
    Finding problem = onlyProblem(diagnosed(URI.create("https://eid.example"), http));
    assertThat(problem.found()).contains("The name eid.example is not known");
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, not JSON but text/html",
    "503, text/html, out of order (HTTP 503)",
    "302, text/html, leads elsewhere (HTTP 302)",
    "403, text/html, refused (HTTP 403)",
    "429, application/json, no more calls"
  })
  void namesWhatStandsWhereTheProviderShould(int status, String type, String sentence)
      throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      MockResponse page =
          new MockResponse.Builder()
              .code(status)
              .addHeader("Content-Type", type)
              .addHeader("Location", "http://proxy.example/login?token=s3cr3t")
              .body("<html>Please log in: s3cr3t</html>")
              .build();
      for (int i = 0; i < 3; i++) {
        server.enqueue(page);
      }
      Diagnosis diagnosis = diagnosed(issuer(server), new OkHttpClient());
      assertThat(onlyProblem(diagnosis).topic()).isEqualTo(Topic.CONNECTION);
      assertThat(onlyProblem(diagnosis).found()).contains(sentence);
      assertThat(diagnosis.toString()).doesNotContain("s3cr3t");
    }
  }

  @Test
  void namesAProviderThatDoesNotAnswerInTime() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
      Diagnosis diagnosis = diagnosed(issuer(server), new OkHttpClient());
      assertThat(onlyProblem(diagnosis).found()).contains("in time");
    }
  }

  @Test
  void namesAnAnswerThatIsTooLarge() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .addHeader("Content-Type", "application/json")
              .body("{\"issuer\":\"" + "x".repeat(2 << 20) + "\"}")
              .build());
      Diagnosis diagnosis = diagnosed(issuer(server), new OkHttpClient());
      assertThat(onlyProblem(diagnosis).found()).contains("larger than any honest one");
    }
  }

  private static Diagnosis behindTls(String name, Instant from, Instant until, boolean trusted) {
    HeldCertificate leaf =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName(name)
            .validityInterval(from.toEpochMilli(), until.toEpochMilli())
            .signedBy(ROOT)
            .build();
    HandshakeCertificates server =
        new HandshakeCertificates.Builder().heldCertificate(leaf).build();
    try (RegisteringProvider provider = RegisteringProvider.start(server.sslSocketFactory())) {
      return diagnosed(provider.issuer(), trusted ? trusting() : new OkHttpClient());
    }
  }

  private static OkHttpClient trusting() {
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().addTrustedCertificate(ROOT.certificate()).build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
        .build();
  }

  private static Diagnosis diagnosed(URI issuer, OkHttpClient http) {
    ClientKey key = ClientKey.fromJwk(RegisteringProvider.newKey("key-a").toJSONString());
    try (EidClient client =
        EidClient.builder(Environment.sandbox(issuer), RegisteringProvider.CLIENT, key)
            .httpClient(http)
            .timeout(Duration.ofSeconds(3))
            .build()) {
      return client.diagnose();
    }
  }

  private static URI issuer(MockWebServer server) {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }
}

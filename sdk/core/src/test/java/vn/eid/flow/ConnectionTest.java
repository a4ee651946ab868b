package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.Environment;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginRequest;

/** What the network can do to the first call, which reads the discovery document. */
class ConnectionTest {
  private static final LoginRequest REQUEST =
      LoginRequest.returningTo(URI.create("https://app.example/callback"));
  private static final BrowserSession BROWSER =
      BrowserSession.of("0123456789abcdef0123456789abcdef");

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void saysThatNothingAnswersAtThePort() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    UnavailableException e =
        failure(UnavailableException.class, URI.create("http://127.0.0.1:" + port));
    assertThat(e).hasMessageContaining("Nothing answers at 127.0.0.1:" + port);
    assertThat(e.mayHaveTakenEffect()).isFalse();
  }

  @Test
  void readsAgainWhatAPassingFailureKeptBack() {
    server.enqueue(new MockResponse.Builder().code(503).build());
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(html(200));
    assertThat(failure(UntrustedException.class).check()).isEqualTo(Check.FORMAT);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void givesUpAfterThreeAttempts() {
    for (int i = 0; i < 5; i++) {
      server.enqueue(new MockResponse.Builder().code(502).build());
    }
    assertThat(failure(UnavailableException.class)).hasMessageContaining("HTTP 502");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void saysThatTheAnswerDidNotComeInTime() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    assertThat(failure(UnavailableException.class)).hasMessageContaining("in time");
  }

  @Test
  void saysThatALoginPageStandsWhereJsonShould() {
    server.enqueue(html(200));
    assertThat(failure(UntrustedException.class))
        .hasMessageContaining("not JSON but text/html")
        .hasMessageContaining("proxy");
  }

  @Test
  void saysThatTheDiscoveryDocumentIsMissing() {
    server.enqueue(html(404));
    assertThat(failure(UntrustedException.class))
        .hasMessageContaining("HTTP 404")
        .hasMessageContaining("Check the issuer");
  }

  @Test
  void followsNoRedirect() {
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "http://evil.example/").build());
    assertThat(failure(UntrustedException.class).check()).isEqualTo(Check.DESTINATION);
  }

  @Test
  void readsNoEndlessAnswer() {
    server.enqueue(json("{\"issuer\":\"" + "x".repeat(2 << 20) + "\"}"));
    assertThat(failure(UntrustedException.class).check()).isEqualTo(Check.SIZE);
  }

  @Test
  void refusesEndpointsOutsideTls() {
    server.enqueue(json(discovery().replace("https://as.example/par", "http://as.example/par")));
    UntrustedException e = failure(UntrustedException.class);
    assertThat(e.check()).isEqualTo(Check.DESTINATION);
    assertThat(e).hasMessageContaining("pushed_authorization_request_endpoint");
  }

  @Test
  void refusesJsonThatTwoReadersCouldReadDifferently() {
    for (String body :
        List.of(
            "{\"issuer\":\"a\",\"issuer\":\"b\"}",
            "{} {}",
            "[]",
            "{\"issuer\":1}",
            "nonsense",
            discovery() + "{}",
            "[".repeat(100_000))) {
      server.enqueue(json(body));
      assertThat(failure(UntrustedException.class).check()).isEqualTo(Check.FORMAT);
    }
  }

  @Test
  void sendsWhatAnHonestClientSendsAndNoCookie() throws Exception {
    server.enqueue(html(404).newBuilder().addHeader("Set-Cookie", "a=b; Path=/").build());
    server.enqueue(html(404));
    try (EidClient client = client(issuer())) {
      for (int i = 0; i < 2; i++) {
        assertThatExceptionOfType(EidException.class)
            .isThrownBy(() -> client.redirectLogin().start(REQUEST, BROWSER));
      }
    }
    server.takeRequest();
    var second = server.takeRequest();
    assertThat(second.getHeaders().get("Cookie")).isNull();
    assertThat(second.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(second.getHeaders().get("X-Request-Id")).isNotBlank();
  }

  @Test
  void refusesAServerThatCannotProveWhoItIs(@TempDir Path folder) throws Exception {
    HttpsServer https = selfSigned(folder);
    https.start();
    try {
      URI issuer = URI.create("https://localhost:" + https.getAddress().getPort());
      UntrustedException e = failure(UntrustedException.class, issuer);
      assertThat(e.check()).isEqualTo(Check.TLS);
      assertThat(e).hasMessageContaining("certificate");
    } finally {
      https.stop(0);
    }
  }

  @Test
  void saysThatAHandshakeThatWasCutOffIsAnOutageAndNoAlarm() throws Exception {
    try (ServerSocket cutsOff = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      answerEach(cutsOff, "");
      URI issuer = URI.create("https://127.0.0.1:" + cutsOff.getLocalPort());
      assertThat(failure(UnavailableException.class, issuer)).hasMessageContaining("broke");
    }
  }

  @Test
  void quotesNothingThatTheServerSentNotEvenInACause() throws Exception {
    try (ServerSocket raw = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      answerEach(raw, "{\"access_token\":\"s3cr3t\",\"citizen_id\":\"099085000011\"}\r\n\r\n");
      URI issuer = URI.create("http://127.0.0.1:" + raw.getLocalPort());
      StringWriter trace = new StringWriter();
      failure(UnavailableException.class, issuer).printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString())
          .contains("ProtocolException")
          .doesNotContain("s3cr3t", "0990850");
    }
  }

  /** Reads a request's beginning, says something, and hangs up. */
  private static void answerEach(ServerSocket server, String text) {
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  int unused = socket.getInputStream().read(new byte[4096]);
                  socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                  return;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private <E extends EidException> E failure(Class<E> type) {
    return failure(type, issuer());
  }

  private static <E extends EidException> E failure(Class<E> type, URI issuer) {
    try (EidClient client = client(issuer)) {
      return catchThrowableOfType(type, () -> client.redirectLogin().start(REQUEST, BROWSER));
    }
  }

  private static EidClient client(URI issuer) {
    try {
      String jwk = new ECKeyGenerator(Curve.P_256).generate().toJSONString();
      return EidClient.builder(Environment.sandbox(issuer), "app", ClientKey.fromJwk(jwk))
          .timeout(Duration.ofSeconds(3))
          .build();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  private String discovery() {
    return """
        {"issuer":"%s","authorization_endpoint":"https://as.example/authorize",
         "pushed_authorization_request_endpoint":"https://as.example/par",
         "token_endpoint":"https://as.example/token","jwks_uri":"https://as.example/jwks"}
        """
        .formatted(issuer());
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse html(int status) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "text/html")
        .body("<html>Please log in to the proxy</html>")
        .build();
  }

  private static HttpsServer selfSigned(Path folder) throws Exception {
    Path file = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "tls",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    char[] password = "changeit".toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(file.toFile(), password), password);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls));
    return https;
  }
}

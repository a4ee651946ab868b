package vn.eid.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.diagnosis.DiagnosisTest.onlyProblem;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;
import vn.eid.mock.Fault;

/** The mock server, which knows how to be strict, is diagnosed. */
@EidMockTest
class DiagnosedMockTest {

  @Test
  void findsNothingWrongWithTheMockServer(EidMock mock) {
    try (EidClient client = Application.builder(mock).build()) {
      Diagnosis diagnosis = client.diagnose(Application.CALLBACK);
      assertThat(diagnosis.problems()).as(diagnosis.toString()).isEmpty();
      assertThat(diagnosis.toString())
          .contains("No problem found.", mock.clientId(), "Signed in", "is taken")
          .contains("population checks");
    }
  }

  @Test
  void grantsNothingAndLogsNobodyIn(EidMock mock) {
    try (EidClient client = Application.builder(mock).build()) {
      assertThat(client.diagnose(Application.CALLBACK).isHealthy()).isTrue();
    }
    assertThat(mock.requests())
        .filteredOn(request -> request.path().equals("/token"))
        .isNotEmpty()
        .allSatisfy(request -> assertThat(request.status()).isEqualTo(400));
  }

  @Test
  void findsAKeyIdThatIsNotRegistered(EidMock mock) throws Exception {
    ECKey key = new ECKey.Builder(ECKey.parse(mock.clientKeyJwk())).keyID("other").build();
    try (EidClient client =
        EidClient.builder(
                Environment.sandbox(mock.issuer()),
                mock.clientId(),
                ClientKey.fromJwk(key.toJSONString()))
            .clock(mock.clock())
            .build()) {
      Finding problem = onlyProblem(client.diagnose(Application.CALLBACK));
      assertThat(problem.topic()).isEqualTo(Topic.REGISTERED_KEY);
      assertThat(problem.found()).contains("kid");
    }
  }

  @Test
  void findsAKeyThatIsNotRegistered(EidMock mock) {
    mock.inject(Fault.CLIENT_KEY_UNREGISTERED);
    try (EidClient client = Application.builder(mock).build()) {
      Finding problem = onlyProblem(client.diagnose(Application.CALLBACK));
      assertThat(problem.topic()).isEqualTo(Topic.REGISTERED_KEY);
      assertThat(problem.found()).contains("The key is not registered");
    }
  }

  @Test
  void namesTheAudienceThatAProviderDemandsAgainstTheProfile(EidMock mock) {
    mock.inject(Fault.CLIENT_AUDIENCE_TOKEN_ENDPOINT);
    try (EidClient client = Application.builder(mock).build()) {
      Finding problem = onlyProblem(client.diagnose(Application.CALLBACK));
      assertThat(problem.topic()).isEqualTo(Topic.SIGN_IN);
      assertThat(problem.found()).contains("Wrong audience", mock.issuer() + "/token");
    }
  }

  @Test
  void findsARedirectUriThatIsNotRegistered(EidMock mock) {
    try (EidClient client = Application.builder(mock).build()) {
      Diagnosis diagnosis = client.diagnose(URI.create("https://app.example/callback/"));
      assertThat(onlyProblem(diagnosis).found()).contains("Redirect URI not registered");
    }
  }

  @Test
  void findsAWrongIssuer() {
    // A server of its own: the extension calls a request without a route a mistake of the test.
    try (EidMock mock = EidMock.start();
        EidClient client =
            EidClient.builder(
                    Environment.sandbox(URI.create(mock.issuer() + "/vneid")),
                    mock.clientId(),
                    ClientKey.fromJwk(mock.clientKeyJwk()))
                .build()) {
      Finding problem = onlyProblem(client.diagnose());
      assertThat(problem.topic()).isEqualTo(Topic.ISSUER);
      assertThat(problem.advice()).contains("`" + mock.issuer() + "`");
    }
  }

  @Test
  void pointsToAClockThatIsThreeMinutesOff(EidMock mock) {
    Clock off = Clock.offset(mock.clock(), Duration.ofMinutes(-3));
    try (EidClient client = Application.builder(mock).clock(off).build()) {
      Finding problem = onlyProblem(client.diagnose(Application.CALLBACK));
      assertThat(problem.topic()).isEqualTo(Topic.CLOCK);
      assertThat(problem.advice()).contains("this server's clock");
    }
  }

  @Test
  void findsADiscoveryDocumentOfAnotherIssuer(EidMock mock) {
    mock.inject(Fault.DISCOVERY_WRONG_ISSUER);
    try (EidClient client = Application.builder(mock).build()) {
      assertThat(onlyProblem(client.diagnose()).topic()).isEqualTo(Topic.ISSUER);
    }
  }

  @Test
  void findsThatPushedRequestsAreMissing(EidMock mock) {
    mock.inject(Fault.DISCOVERY_WITHOUT_PAR);
    try (EidClient client = Application.builder(mock).build()) {
      Finding problem = onlyProblem(client.diagnose(Application.CALLBACK));
      assertThat(problem.found()).contains("pushed_authorization_request_endpoint");
    }
  }

  @Test
  void findsAnOutageOnceAndNotForEachCallback(EidMock mock) {
    mock.inject(Fault.PAR_RESPONSE_HTTP_ERROR_500);
    try (EidClient client = Application.builder(mock).build()) {
      Diagnosis diagnosis =
          client.diagnose(Application.CALLBACK, URI.create("http://localhost/callback"));
      assertThat(onlyProblem(diagnosis).found()).contains("HTTP 500");
    }
  }

  @Test
  void holdsNoSecretOfAllThatWentOverTheWire(EidMock mock) throws Exception {
    Recorder wire = new Recorder();
    OkHttpClient http = new OkHttpClient.Builder().addNetworkInterceptor(wire).build();
    URI unregistered = URI.create("https://app.example/other?key=s3cr3t");
    String report;
    try (EidClient client = Application.builder(mock).httpClient(http).build()) {
      report = client.diagnose(Application.CALLBACK, unregistered).toString();
    }
    try (EidClient client =
        Application.builder(mock)
            .httpClient(http)
            .clock(Clock.offset(mock.clock(), Duration.ofMinutes(-3)))
            .build()) {
      report += client.diagnose(Application.CALLBACK);
    }
    Set<String> secrets = wire.secrets();
    secrets.add(String.valueOf(ECKey.parse(mock.clientKeyJwk()).getD()));
    secrets.add("s3cr3t");
    assertThat(secrets).hasSizeGreaterThan(20);
    assertThat(report).doesNotContain(secrets);
  }

  /** Keeps every value that goes out or comes in, but those that are public by their nature. */
  private static final class Recorder implements Interceptor {
    private static final Set<String> PUBLIC =
        Set.of(
            "client_id",
            "redirect_uri",
            "grant_type",
            "response_type",
            "scope",
            "client_assertion_type",
            "code_challenge_method");

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Override
    public Response intercept(Chain chain) throws IOException {
      Request request = chain.request();
      remember(request.headers());
      if (request.body() != null) {
        Buffer copy = new Buffer();
        request.body().writeTo(copy);
        rememberForm(copy.readUtf8());
      }
      Response response = chain.proceed(request);
      remember(response.headers());
      rememberWords(response.peekBody(1 << 20).string(), request.method());
      return response;
    }

    Set<String> secrets() {
      return new HashSet<>(seen);
    }

    private void remember(Headers headers) {
      Stream.of("DPoP", "DPoP-Nonce", "Authorization")
          .flatMap(name -> headers.values(name).stream())
          .forEach(seen::add);
    }

    private void rememberForm(String body) {
      HttpUrl form = HttpUrl.get("http://form/?" + body);
      form.queryParameterNames().stream()
          .filter(name -> !PUBLIC.contains(name))
          .flatMap(name -> form.queryParameterValues(name).stream())
          .forEach(seen::add);
    }

    /** What the provider answers to a POST: references, and words of its own. */
    private void rememberWords(String body, String method) {
      if (method.equals("POST")) {
        seen.addAll(
            Stream.of(body.split("\"", -1))
                .filter(text -> text.length() > 20)
                .collect(Collectors.toSet()));
      }
    }
  }
}

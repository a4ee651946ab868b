package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.UnavailableException;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.LoginSession;
import vn.eid.mock.Fault;

/** A protected API that says what a test lets it say, called in a session of the mock server's. */
class ProtectedCallsTest extends MockedApplicationTest {
  private static final MockResponse OK = new MockResponse.Builder().body("ok").build();

  private final MockWebServer api = new MockWebServer();
  private LoginSession session;

  @BeforeEach
  void logIn() throws IOException {
    api.start();
    LoginRequest request =
        LoginRequest.returningTo(Application.CALLBACK).withScopes("sandbox", "offline_access");
    session = ((LoginOutcome.Approved) app.logIn(request)).session();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/v1/x",
        "http://127.0.0.1:1/v1/x",
        "BASE/../v2/x",
        "BASE/%2e%2e/v2/x",
        "BASE/..%2fv2/x",
        "BASE/x%2f..%2f..%2fv2",
        "BASE/..%5cv2/x",
        "BASE/..;/v2/x",
        "BASE/%2e%2e;a=b/v2/x",
        "BASE2/x",
        "ROOT/",
        "http://localhost:PORT/v1/x",
        "ROOT/V1/x"
      })
  void theTokenGoesNowhereButUnderTheBase(String address) {
    Call.Factory calls = session.resources(base());
    Request request =
        new Request.Builder()
            .url(
                address
                    .replace("BASE", base().toString())
                    .replace("ROOT", root())
                    .replace("PORT", "" + api.getPort()))
            .build();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> calls.newCall(request))
        .satisfies(e -> assertThat(e.field()).isEqualTo("url"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example/v1",
        "https://user@api.example/v1",
        "https://api.example/v1?x",
        "https://api.example/v1#x",
        "ftp://api.example/",
        "mailto:a@b"
      })
  void aBaseIsASafeAddress(String address) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> session.resources(URI.create(address)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("base"));
  }

  @Test
  void aBaseMayEndWithASlashOrNot() throws Exception {
    for (String slash : new String[] {"", "/"}) {
      api.enqueue(OK);
      Call.Factory calls = session.resources(URI.create(base() + slash));
      calls.newCall(new Request.Builder().url(base() + "/x").build()).execute().close();
    }
    assertThat(api.getRequestCount()).isEqualTo(2);
  }

  @Test
  void followsNoRedirect() throws Exception {
    api.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "https://x.example").build());
    try (Response response = call()) {
      assertThat(response.code()).isEqualTo(302);
    }
  }

  @Test
  void overwritesCredentialsThatTheApplicationPutThere() throws Exception {
    api.enqueue(OK);
    Request request =
        new Request.Builder()
            .url(base() + "/x")
            .header("Authorization", "Bearer mine")
            .header("DPoP", "mine")
            .build();
    session.resources(base()).newCall(request).execute().close();
    RecordedRequest seen = api.takeRequest();
    assertThat(seen.getHeaders().values("Authorization"))
        .singleElement()
        .asString()
        .startsWith("DPoP ");
    assertThat(seen.getHeaders().values("DPoP")).hasSize(1).doesNotContain("mine");
  }

  @Test
  void theProofIsAboutThisRequestThisTokenAndThisNonce() throws Exception {
    api.enqueue(demandsNonce("n-1"));
    api.enqueue(OK);
    call().close();
    api.takeRequest();
    RecordedRequest seen = api.takeRequest();
    SignedJWT proof = SignedJWT.parse(seen.getHeaders().get("DPoP"));
    assertThat(proof.getHeader().getType()).hasToString("dpop+jwt");
    assertThat(proof.getHeader().getJWK().isPrivate()).isFalse();
    assertThat(proof.getJWTClaimsSet().getClaim("htm")).isEqualTo("GET");
    assertThat(proof.getJWTClaimsSet().getClaim("htu")).isEqualTo(base() + "/x");
    assertThat(proof.getJWTClaimsSet().getClaim("nonce")).isEqualTo("n-1");
    String token = seen.getHeaders().get("Authorization").substring(5);
    assertThat(proof.getJWTClaimsSet().getClaim("ath")).isEqualTo(sha256(token));
  }

  @Test
  void aNonceThatIsDemandedForEverIsAnsweredOnce() throws Exception {
    api.enqueue(demandsNonce("n-1"));
    api.enqueue(demandsNonce("n-2"));
    try (Response response = call()) {
      assertThat(response.code()).isEqualTo(401);
    }
    assertThat(api.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aNonceThatNoServerMaySendIsNotSentBack() throws Exception {
    api.enqueue(demandsNonce("a\"b"));
    api.enqueue(OK);
    call().close();
    assertThat(api.takeRequest().getHeaders().get("DPoP")).isNotEmpty();
    SignedJWT proof = SignedJWT.parse(api.takeRequest().getHeaders().get("DPoP"));
    assertThat(proof.getJWTClaimsSet().getClaim("nonce")).isNull();
  }

  @Test
  void aRedirectIsNotFollowedNotEvenUnderTheBase() throws Exception {
    api.enqueue(new MockResponse.Builder().code(307).addHeader("Location", base() + "/y").build());
    try (Response response = call()) {
      assertThat(response.code()).isEqualTo(307);
    }
    assertThat(api.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnce() throws Exception {
    api.enqueue(refuses("invalid_token"));
    api.enqueue(OK);
    try (Response response = call()) {
      assertThat(response.code()).isEqualTo(200);
    }
    String first = api.takeRequest().getHeaders().get("Authorization");
    assertThat(api.takeRequest().getHeaders().get("Authorization")).isNotEqualTo(first);
    assertThat(refreshes()).isEqualTo(1);

    api.enqueue(refuses("invalid_token"));
    api.enqueue(refuses("invalid_token"));
    try (Response response = call()) {
      assertThat(response.code()).isEqualTo(401);
    }
    assertThat(refreshes()).isEqualTo(2);
  }

  @Test
  void onlyARefusalOfTheTokenItselfIsOne() throws Exception {
    api.enqueue(
        new MockResponse.Builder()
            .code(403)
            .addHeader("WWW-Authenticate", "DPoP error=\"invalid_token\"")
            .build());
    try (Response response = call()) {
      assertThat(response.code()).isEqualTo(403);
    }
    assertThat(refreshes()).isZero();
  }

  @Test
  void anotherRefusalIsTheApplicationsToRead() throws Exception {
    api.enqueue(refuses("insufficient_user_authentication"));
    try (Response response = call()) {
      assertThat(response.code()).isEqualTo(401);
    }
    assertThat(refreshes()).isZero();
  }

  @Test
  void aRenewalThatFailsIsAFailureOfTheCallAndSaysWhy() {
    api.enqueue(refuses("invalid_token"));
    mock.inject(Fault.TOKEN_CONNECTION_RESET);
    assertThatThrownBy(this::call)
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(UnavailableException.class);
  }

  /** Set on the client that the application gave, for its own calls. */
  @Test
  void theApplicationsCookiesCacheAndAuthenticatorTakeNoPart(@TempDir File directory)
      throws Exception {
    OkHttpClient given =
        new OkHttpClient.Builder()
            .cache(new Cache(directory, 1 << 20))
            .authenticator((route, response) -> response.request())
            .cookieJar(alwaysSending("tracker"))
            .build();
    try (Application own = Application.of(Application.builder(mock).httpClient(given).build())) {
      LoginRequest request =
          LoginRequest.returningTo(Application.CALLBACK).withScopes("sandbox", "offline_access");
      session = ((LoginOutcome.Approved) own.logIn(request)).session();
      api.enqueue(OK.newBuilder().addHeader("Cache-Control", "max-age=100").build());
      api.enqueue(refuses("insufficient_user_authentication"));
      call().close();
      try (Response response = call()) {
        assertThat(response.code()).isEqualTo(401);
      }
    }
    assertThat(api.getRequestCount()).isEqualTo(2);
    assertThat(api.takeRequest().getHeaders().get("Cookie")).isNull();
  }

  private static CookieJar alwaysSending(String name) {
    return new CookieJar() {
      @Override
      public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}

      @Override
      public List<Cookie> loadForRequest(HttpUrl url) {
        return List.of(new Cookie.Builder().name(name).value("1").domain(url.host()).build());
      }
    };
  }

  private Response call() throws IOException {
    return session
        .resources(base())
        .newCall(new Request.Builder().url(base() + "/x").build())
        .execute();
  }

  private long refreshes() {
    return mock.requests().stream()
        .filter(request -> request.form("grant_type").equals(Optional.of("refresh_token")))
        .count();
  }

  private String root() {
    return "http://127.0.0.1:" + api.getPort();
  }

  private URI base() {
    return URI.create(root() + "/v1");
  }

  private static MockResponse demandsNonce(String nonce) {
    return new MockResponse.Builder()
        .code(401)
        .addHeader("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"")
        .addHeader("DPoP-Nonce", nonce)
        .build();
  }

  private static MockResponse refuses(String error) {
    return new MockResponse.Builder()
        .code(401)
        .addHeader("WWW-Authenticate", "DPoP error=\"" + error + "\"")
        .build();
  }

  private static String sha256(String text) throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }
}

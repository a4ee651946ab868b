package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.PossessionKey;

/**
 * The query with which a browser comes back. {@code {state}} in the input stands for the state that
 * is waited for: another reader of queries must find exactly it, and the issuer, in what passes.
 */
class CallbackFuzzTest {
  private static final String STATE = "s9-Kf0";
  private static final BrowserSession BROWSER = BrowserSession.of("0123456789abcdef");
  private static final HonestProvider PROVIDER = new HonestProvider();

  /** One for all, because keys are slow to make. */
  private static final PossessionKey POSSESSION = PossessionKey.fresh(Crypto.JDK);

  private final Connection connection = PROVIDER.connection();
  private final Pending logins = new Pending(connection, "login");

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    String query = Fuzzed.text(input).replace("{state}", STATE);
    URI uri;
    try {
      uri = URI.create("https://app.example/callback?" + query);
    } catch (IllegalArgumentException e) {
      return false;
    }
    waitForOne();
    Optional<PendingLogin> found = Fuzzed.read(UntrustedException.class, input, () -> checked(uri));
    found.ifPresent(unused -> anotherReaderAgrees(uri));
    forgetIt();
    return found.isPresent();
  }

  private PendingLogin checked(URI uri) {
    Operation operation = Operation.named("fuzz");
    Callback callback = Callback.of(operation, uri);
    PendingLogin login =
        new CallbackChecks(operation, logins, HonestProvider.ISSUER).verify(callback, BROWSER);
    callback.get("error").ifPresent(CallbackFuzzTest::namesAReason);
    return login;
  }

  private static void namesAReason(String error) {
    assertThat(LoginOutcome.Reason.of(error)).isNotNull();
  }

  private static void anotherReaderAgrees(URI uri) {
    HttpUrl url = HttpUrl.get(uri.toString());
    assertThat(url.queryParameterValues("state")).isEqualTo(List.of(STATE));
    assertThat(url.queryParameterValues("iss")).isEqualTo(List.of(HonestProvider.ISSUER));
  }

  private void waitForOne() {
    LoginRequest request = LoginRequest.returningTo(URI.create("https://app.example/callback"));
    PendingLogin login =
        new PendingLogin(
            request.callback(),
            request.terms(),
            "nonce",
            "verifier",
            POSSESSION,
            HonestProvider.NOW.plusSeconds(60));
    logins.put(operation(), Pending.name(STATE, BROWSER), login.content(), login.finishBy());
  }

  private void forgetIt() {
    var unused = logins.take(operation(), Pending.name(STATE, BROWSER));
  }

  private static Operation operation() {
    return Operation.named("fuzz");
  }
}

package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;

class NotTriedTest {
  private final Fetched fetched = new Fetched();
  private final NotTried notTried = new NotTried(fetched);

  private String why(Fault fault) {
    return notTried.why(Trial.of(fault), false, true);
  }

  @ParameterizedTest
  @EnumSource(names = {"DISCOVERY_WRONG_ISSUER", "KEYS_HTTP_ERROR_500", "KEYS_HTML"})
  void aRestartHelpsWhereTheApplicationHadItFromBefore(Fault fault) {
    assertThat(why(fault)).contains("restart it while this command runs");
  }

  @ParameterizedTest
  @EnumSource(names = {"DISCOVERY_PLAIN_HTTP", "KEYS_SAME_KID", "KEYS_UNUSABLE_BESIDE"})
  void aRestartIsInVainForWhatIsTriedAfterTheFirstLogin(Fault fault) {
    assertThat(why(fault)).endsWith("a restart changes nothing");
  }

  @Test
  void aRestartIsInVainForWhatIsFetchedAtTheStart() throws Exception {
    try (EidMock mock = EidMock.start()) {
      fetch(mock, "/.well-known/openid-configuration");
      fetch(mock, "/jwks");
      fetched.atStart(mock.requests());
    }
    assertThat(why(Fault.DISCOVERY_WRONG_ISSUER)).endsWith("a restart changes nothing");
    assertThat(why(Fault.KEYS_HTML)).endsWith("a restart changes nothing");
  }

  private static void fetch(EidMock mock, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(mock.issuer().resolve(path)).build();
    assertThat(
            HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(200);
  }
}

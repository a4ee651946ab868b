package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;

@EidMockTest
class LoginTest {
  private static final URI CALLBACK = URI.create("https://app.example/callback");

  @Test
  void theCodeOfTheReadmeLogsACitizenIn(EidMock mock) {
    String session = UUID.randomUUID().toString();
    Optional<String> name =
        Login.logIn(
            mock.issuer(), mock.clientId(), mock.clientKeyJwk(), CALLBACK, session, LoginTest::go);
    assertEquals(Optional.of("Nguyễn Văn An"), name);
  }

  @Test
  void theSdkIsANamedModuleHere() {
    assertEquals("vn.eid.sdk", vn.eid.EidClient.class.getModule().getName());
    assertTrue(Login.class.getModule().isNamed());
  }

  @Test
  void theSentencesForThePersonAreFoundInTheModule() {
    vn.eid.EidException down = new vn.eid.UnavailableException(false, "down", "trace");
    assertTrue(down.sentenceFor(java.util.Locale.forLanguageTag("vi")).startsWith("Hiện không"));
    assertTrue(down.sentenceFor(java.util.Locale.ENGLISH).startsWith("The national e-ID"));
  }

  private static URI go(URI page) {
    try {
      HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      return URI.create(connection.getHeaderField("Location"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

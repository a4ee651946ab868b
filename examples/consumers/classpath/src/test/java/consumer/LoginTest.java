package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

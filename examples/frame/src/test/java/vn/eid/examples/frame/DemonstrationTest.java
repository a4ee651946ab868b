package vn.eid.examples.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.mock.EidMock;

/** A demonstration on the machine of somebody who runs a real application there too. */
class DemonstrationTest {
  private static final List<String> REAL = List.of("eid.issuer", "national-systems");

  @BeforeEach
  void runRealOne() {
    REAL.forEach(name -> System.setProperty(name, "https://real.example"));
  }

  @AfterEach
  void forgetIt() {
    REAL.forEach(System::clearProperty);
  }

  @Test
  void nothingButItsArgumentsOverrulesIt() throws IOException {
    int port = freePort();
    EidMock mock =
        Demonstration.of(
                Ward.class,
                1,
                "--server.port=" + port,
                "--server.servlet.session.cookie.path=/said")
            .setting("server.servlet.session.cookie.path", "/set")
            .run();
    String home = "http://localhost:" + port;
    Document page = Jsoup.connect(home + "/").get();
    assertThat(page.expectFirst("footer a").attr("href")).isEqualTo(mock.issuer() + "/phone");
    Connection.Response login = Jsoup.connect(home + "/eid/login").followRedirects(false).execute();
    assertThat(login.header("Location")).startsWith(mock.issuer().toString());
    assertThat(login.headers("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
        .singleElement()
        .asString()
        .contains("Path=/said")
        .doesNotContain("Secure");
  }

  /** One that has another free one ten further. */
  private static int freePort() throws IOException {
    while (true) {
      try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket further =
              new ServerSocket(one.getLocalPort() + 10, 1, InetAddress.getLoopbackAddress())) {
        return further.getLocalPort() - 10;
      } catch (IOException | IllegalArgumentException taken) {
        // Another pair, then.
      }
    }
  }
}

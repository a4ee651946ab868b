package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.mock.Main;

/** What an application on Node refuses; a change of the library's shows here. */
class NodeApplicationTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void comparesNeitherTheLevelNorTheTypeOfTheToken() throws Exception {
    assertThat(examine(true)).isEqualTo(1);
    assertThat(verdicts("ACCEPTED"))
        .containsExactly("ID_TOKEN_LOWER_LEVEL", "ID_TOKEN_WITHOUT_LEVEL", "TOKEN_TYPE_BEARER");
    assertThat(verdicts("too strict")).isEmpty();
    assertThat(verdicts("not tried"))
        .filteredOn(name -> !name.contains("ENCRYPTED"))
        .containsExactly(
            "DISCOVERY_PLAIN_HTTP",
            "KEYS_SAME_KID",
            "KEYS_UNUSABLE_BESIDE",
            "KEYS_SEVERAL_WITHOUT_KID");
  }

  /** OpenID Connect Core 1.0, section 3.1.3.7, number 6, lets TLS stand in for it. */
  @Test
  void leavesTheSignatureToTheConnectionByDefault() throws Exception {
    assertThat(examine(false)).isEqualTo(1);
    assertThat(verdicts("ACCEPTED"))
        .containsExactly(
            "ID_TOKEN_BAD_SIGNATURE",
            "ID_TOKEN_UNKNOWN_KEY",
            "ID_TOKEN_WITH_JKU",
            "ID_TOKEN_WITH_X5U",
            "ID_TOKEN_WITH_EMBEDDED_KEY",
            "ID_TOKEN_LOWER_LEVEL",
            "ID_TOKEN_WITHOUT_LEVEL",
            "TOKEN_TYPE_BEARER");
    assertThat(verdicts("not tried"))
        .filteredOn(name -> !name.contains("ENCRYPTED"))
        .containsExactly(
            "KEYS_HTTP_ERROR_500",
            "KEYS_HTML",
            "KEYS_EMPTY",
            "DISCOVERY_PLAIN_HTTP",
            "KEYS_SAME_KID",
            "KEYS_UNUSABLE_BESIDE",
            "KEYS_SEVERAL_WITHOUT_KID");
  }

  private int examine(boolean checksSignatures) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("node").generate();
    Path keys =
        Files.writeString(folder.resolve("keys.json"), new JWKSet(key).toPublicJWKSet().toString());
    int port = freePort();
    try (NodeApplication application =
        new NodeApplication("http://127.0.0.1:" + port, key, checksSignatures)) {
      PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
      String[] args = {
        "examine",
        "--login-url",
        application.address("/login"),
        "--success-url",
        application.address("/home"),
        "--redirect-uri",
        application.address("/callback"),
        "--client-keys",
        keys.toString(),
        "--port",
        String.valueOf(port)
      };
      return Main.run(args, out, out);
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private List<String> verdicts(String word) {
    return said.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("  " + word + " "))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }
}

package vn.eid.benchmarks.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.benchmarks.ChildJvm;
import vn.eid.benchmarks.Row;

class MockPartTest {

  /** Our mock server as it is in this build, asked for its metadata, or for a token too. */
  private record OursFromClasses(String label, List<MockLoad> loads) implements MockContender {

    @Override
    public MockProcess start() throws IOException, InterruptedException {
      int port = MockProcess.freePort();
      return MockProcess.start(
          List.of("-cp", ChildJvm.classPath(), "vn.eid.mock.Main", "--quiet", "--port", "" + port),
          Map.of(),
          URI.create("http://127.0.0.1:" + port));
    }
  }

  @Test
  void eachServerHasARowForWhatItWasAsked() throws Exception {
    List<MockLoad> one = List.of(new MetadataLoad());
    MockPart part =
        new MockPart(
            new MockServerBenchmark(1, 5, 5),
            () -> List.of(new OursFromClasses("ours", one), new OursFromClasses("theirs", one)));
    List<Row> rows = part.measure();
    // Start, memory before and after, and the requests.
    assertThat(rows).hasSize(2 * 4).allMatch(row -> row.value() >= 0);
    assertThat(rows)
        .filteredOn(row -> row.unit().equals("requests/s"))
        .hasSize(2)
        .allMatch(row -> row.value() > 0);
    assertThat(rows)
        .filteredOn(row -> row.contender().equals("theirs"))
        .allMatch(row -> row.note().endsWith(" x ours"));
  }

  @Test
  void aClientOfKeycloakSendsAnotherProofEachTime() throws JOSEException {
    URI issuer = URI.create("http://127.0.0.1:1/realms/eid");
    KeycloakTokenLoad load = KeycloakTokenLoad.withKey("by-key", TokenKeys.EC.generate());
    List<byte[]> requests = load.requests(issuer, 2);
    assertThat(new String(requests.get(0), StandardCharsets.US_ASCII))
        .startsWith("POST /realms/eid/protocol/openid-connect/token HTTP/1.1")
        .contains("grant_type=client_credentials", "client_assertion=ey")
        .isNotEqualTo(new String(requests.get(1), StandardCharsets.US_ASCII));
  }

  @Test
  void withoutItsDistributionKeycloakIsMissed(@TempDir Path folder) {
    assertThatThrownBy(() -> Keycloak.in(folder)).hasMessageContaining("No Keycloak in");
  }
}

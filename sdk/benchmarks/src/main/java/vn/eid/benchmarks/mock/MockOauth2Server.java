package vn.eid.benchmarks.mock;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The mock server of NAV, Norway's labour and welfare administration. */
final class MockOauth2Server implements MockContender {
  private final String classPath;

  private MockOauth2Server(String classPath) {
    this.classPath = classPath;
  }

  static MockOauth2Server of(Path classPath) throws IOException {
    return new MockOauth2Server(Files.readString(classPath).strip());
  }

  @Override
  public String label() {
    return "mock-oauth2-server";
  }

  @Override
  public MockProcess start() throws IOException, InterruptedException {
    int port = MockProcess.freePort();
    return MockProcess.start(
        List.of("-cp", classPath, "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt"),
        Map.of("SERVER_PORT", Integer.toString(port), "SERVER_HOSTNAME", "127.0.0.1"),
        URI.create("http://127.0.0.1:" + port + "/default"));
  }

  @Override
  public List<MockLoad> loads() {
    return List.of(new SecretTokenLoad(), new MetadataLoad());
  }
}

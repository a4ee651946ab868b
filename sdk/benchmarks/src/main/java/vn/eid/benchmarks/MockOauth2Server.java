package vn.eid.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.Request;

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
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-cp",
            classPath,
            "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt"),
        Map.of("SERVER_PORT", Integer.toString(port), "SERVER_HOSTNAME", "127.0.0.1"),
        URI.create("http://127.0.0.1:" + port + "/default"));
  }

  @Override
  public List<Request> requests(MockProcess process, int count) {
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("scope", "consent")
            .add("client_id", "demo-client")
            .add("client_secret", "whatever")
            .build();
    return Collections.nCopies(
        count, new Request.Builder().url(process.issuer() + "/token").post(form).build());
  }
}

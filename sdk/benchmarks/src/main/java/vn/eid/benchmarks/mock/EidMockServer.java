package vn.eid.benchmarks.mock;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.eid.benchmarks.KeptConnection;
import vn.eid.benchmarks.WireRequest;

/** Our mock server, as the program that people start. */
final class EidMockServer implements MockContender {
  private final Path jar;
  private final boolean hasArchive;
  private final JWK ec = TokenKeys.EC.generate();
  private final JWK rsa = TokenKeys.RSA.generate();

  /**
   * @param hasArchive whether Java finds the classes prepared, in the file that the build makes
   *     beside the jar
   */
  EidMockServer(Path jar, boolean hasArchive) throws JOSEException {
    this.jar = jar;
    this.hasArchive = hasArchive;
  }

  @Override
  public String label() {
    return hasArchive ? "eid-mock.jar with archive" : "eid-mock.jar";
  }

  @Override
  public MockProcess start() throws IOException, InterruptedException {
    int port = MockProcess.freePort();
    List<String> arguments = new ArrayList<>();
    if (hasArchive) {
      arguments.add("-XX:SharedArchiveFile=" + jar.resolveSibling("eid-mock.jsa"));
    }
    arguments.addAll(List.of("-jar", jar.toString(), "--quiet", "--port", Integer.toString(port)));
    URI issuer = URI.create("http://127.0.0.1:" + port);
    MockProcess process = MockProcess.start(arguments, Map.of(), issuer);
    register(issuer);
    return process;
  }

  private void register(URI issuer) throws IOException {
    String keys = new JWKSet(List.of(ec, rsa)).toString(true);
    try (KeptConnection connection = new KeptConnection(issuer)) {
      URI door = URI.create(issuer + "/__admin/eid/client/keys");
      KeptConnection.Answer answer = connection.send(WireRequest.put(door, keys));
      if (answer.status() >= 300) {
        throw new IOException(answer.status() + " " + answer.body());
      }
    }
  }

  @Override
  public List<MockLoad> loads() {
    return List.of(
        new ProvenTokenLoad(TokenKeys.EC, ec),
        new ProvenTokenLoad(TokenKeys.RSA, rsa),
        new MetadataLoad());
  }
}

package vn.eid.benchmarks.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.eid.benchmarks.KeptConnection;
import vn.eid.benchmarks.Turns;
import vn.eid.benchmarks.WireRequest;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

class MockServerBenchmarkTest {
  @Test
  void eachRequestForATokenIsAnsweredAndRecorded() throws Exception {
    JWK ec = TokenKeys.EC.generate();
    JWK rsa = TokenKeys.RSA.generate();
    MockOptions options =
        MockOptions.defaults().clientKeys(new JWKSet(List.of(ec, rsa)).toString(true));
    try (EidMock mock = EidMock.start(options)) {
      assertThat(answered(new ProvenTokenLoad(TokenKeys.EC, ec), mock.issuer())).isPositive();
      assertThat(answered(new ProvenTokenLoad(TokenKeys.RSA, rsa), mock.issuer())).isPositive();
      assertThat(answered(new MetadataLoad(), mock.issuer())).isPositive();
      assertThat(mock.requests()).hasSizeGreaterThanOrEqualTo(60);
      assertThat(mock.refusals()).isEmpty();
    }
  }

  private static double answered(MockLoad load, URI issuer) throws Exception {
    return LoadRun.perSecond(issuer, load.requests(issuer, 20));
  }

  @Test
  void aRefusedRequestEndsTheMeasuring() throws Exception {
    try (EidMock mock = EidMock.start()) {
      List<byte[]> requests = new SecretTokenLoad().requests(mock.issuer(), 1);
      assertThatThrownBy(() -> LoadRun.perSecond(mock.issuer(), requests))
          .hasRootCauseInstanceOf(IOException.class)
          .hasMessageContaining("invalid_client");
    }
  }

  @Test
  void anAnswerInChunksIsReadToItsEnd() throws Exception {
    try (EidMock mock = EidMock.start();
        KeptConnection connection = new KeptConnection(mock.issuer())) {
      // By way of WireMock, which answers in chunks.
      assertThat(mock.wireMock().isRunning()).isTrue();
      byte[] request = WireRequest.get(URI.create(mock.issuer() + "/healthz"));
      for (KeptConnection.Answer answer :
          List.of(connection.send(request), connection.send(request))) {
        assertThat(answer.headers()).containsEntry("transfer-encoding", "chunked");
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
      }
    }
  }

  @Test
  void aConnectionThatTheServerEndsIsOpenedAgain() throws Exception {
    byte[] answer =
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nwhole".getBytes(StandardCharsets.US_ASCII);
    try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answerTwice(server, answer));
      answering.start();
      URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort());
      try (KeptConnection connection = new KeptConnection(uri)) {
        assertThat(connection.send(WireRequest.get(uri.resolve("/"))).body()).isEqualTo("whole");
        assertThat(connection.send(WireRequest.get(uri.resolve("/"))).body()).isEqualTo("whole");
      }
      answering.join();
    }
  }

  private static void answerTwice(ServerSocket server, byte[] answer) {
    for (int i = 0; i < 2; i++) {
      try (Socket socket = server.accept()) {
        // One read: the request is a small one.
        assertThat(socket.getInputStream().read(new byte[1024])).isPositive();
        socket.getOutputStream().write(answer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void eachServerIsFirstInSomeRound() {
    assertThat(
            IntStream.range(0, 3).mapToObj(round -> Turns.of(List.of("a", "b", "c"), round).get(0)))
        .containsExactlyInAnyOrder("a", "b", "c");
  }
}

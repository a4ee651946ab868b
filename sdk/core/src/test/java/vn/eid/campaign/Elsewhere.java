package vn.eid.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The places on this machine at which a request comes to grief before anybody reads it. */
final class Elsewhere implements AutoCloseable {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  // The port of a service that was given up decades ago.
  private static final int NOBODY = 1;
  private static final Duration DAY = Duration.ofDays(1);

  private final HeldCertificate trusted =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private final HeldCertificate stranger =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private final MockWebServer untrusted = new MockWebServer();
  private final MockWebServer expired = new MockWebServer();
  private final ServerSocket cutting;
  private final ServerSocket full;
  private final List<SocketChannel> waiting = new ArrayList<>();

  Elsewhere() {
    try {
      cutting = new ServerSocket(0, 200, HERE);
      full = new ServerSocket(0, 1, HERE);
      for (int i = 0; i < 4; i++) {
        waiting.add(knocking());
      }
      serve(untrusted, stranger, Instant.now().plus(DAY));
      serve(expired, trusted, Instant.now().minus(DAY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::cut, "campaign-cutting");
    thread.setDaemon(true);
    thread.start();
  }

  /** A client that trusts the authority behind the expired certificate. */
  OkHttpClient.Builder trusting() {
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().addTrustedCertificate(trusted.certificate()).build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager());
  }

  /** Where a request to this address comes to grief in this way. */
  HttpUrl insteadOf(HttpUrl url, Trouble trouble) {
    return switch (trouble) {
      case REFUSED -> at(url, "http", "127.0.0.1", NOBODY);
      case NO_NAME -> at(url, "http", "eid.invalid", url.port());
      case NO_CONNECTION -> at(url, "http", "127.0.0.1", full.getLocalPort());
      case UNTRUSTED -> at(url, "https", "127.0.0.1", untrusted.getPort());
      case EXPIRED -> at(url, "https", "127.0.0.1", expired.getPort());
      case HANDSHAKE_CUT -> at(url, "https", "127.0.0.1", cutting.getLocalPort());
      case RESET_UNREAD -> at(url, "http", "127.0.0.1", cutting.getLocalPort());
      default -> throw new IllegalArgumentException(trouble + " is made by the mock server");
    };
  }

  private static HttpUrl at(HttpUrl url, String scheme, String host, int port) {
    return url.newBuilder().scheme(scheme).host(host).port(port).build();
  }

  private SocketChannel knocking() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    boolean unused = channel.connect(new InetSocketAddress(HERE, full.getLocalPort()));
    return channel;
  }

  private static void serve(MockWebServer server, HeldCertificate authority, Instant until)
      throws IOException {
    HeldCertificate leaf =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("127.0.0.1")
            .validityInterval(until.minus(DAY.multipliedBy(9)).toEpochMilli(), until.toEpochMilli())
            .signedBy(authority)
            .build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(leaf).build().sslSocketFactory());
    server.start(HERE, 0);
  }

  private void cut() {
    while (!cutting.isClosed()) {
      try (Socket socket = cutting.accept()) {
        // The request is there then, and nobody ever reads it.
        for (int i = 0; i < 500 && socket.getInputStream().available() == 0; i++) {
          Thread.sleep(1);
        }
        // Closed like this it sends a reset.
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        // It is closed, or the other side was faster.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      cutting.close();
      full.close();
      for (SocketChannel channel : waiting) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    untrusted.close();
    expired.close();
  }
}

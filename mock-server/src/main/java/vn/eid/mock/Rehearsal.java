package vn.eid.mock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Starts the program, asks it the first things that everybody asks, and ends. The build runs it
 * once with {@code -XX:ArchiveClassesAtExit}, so that Java finds the classes of a start prepared.
 * Not meant to be called by other code.
 */
public final class Rehearsal {
  private static final List<String> REQUESTS =
      List.of(
          "GET /healthz",
          "GET /.well-known/openid-configuration",
          "GET /jwks",
          "GET /clients/keys?client_id=demo-client",
          "GET /phone",
          "POST /par");
  private static final String FORM = "client_id=demo-client&client_assertion=e30.e30.AA";

  private Rehearsal() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    int port = freePort();
    Main.main(new String[] {"--port", Integer.toString(port)});
    for (String request : REQUESTS) {
      ask(request, port);
    }
    System.exit(0);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  // By hand, so that no HTTP client is prepared that a start has no use for.
  private static void ask(String request, int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String message =
          request
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
              + FORM.length()
              + "\r\n\r\n"
              + FORM;
      socket.getOutputStream().write(message.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    }
  }
}

package vn.eid.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** One of the applications under {@code examples/}, with the national systems beside it. */
final class Application implements AutoCloseable {
  private static final int FURTHER = 10;

  private final ServerProcess process;
  private final int port;

  private Application(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the jar of this name, and waits until it serves. */
  static Application start(String name) {
    int port = freePort();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path jar = Path.of("..", "..", "examples", name, "target", name + ".jar");
    Application application =
        new Application(
            ServerProcess.start(
                Path.of("."),
                Path.of("target", name + ".log"),
                List.of(java.toString(), "-jar", jar.toString(), "--server.port=" + port)),
            port);
    application.process.await(application::serves);
    return application;
  }

  URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  URI nationalSystems(String path) {
    return URI.create("http://127.0.0.1:" + (port + FURTHER) + path);
  }

  private boolean serves() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) address("/frame.css").toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    while (true) {
      try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int port = one.getLocalPort();
        if (isFree(port + FURTHER)) {
          return port;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return other.isBound();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}

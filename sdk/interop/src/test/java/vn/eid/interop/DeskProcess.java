package vn.eid.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.eid.mock.EidMock;

/** The tax linking desk as a company runs it: by properties alone, without its demonstration. */
final class DeskProcess implements AutoCloseable {
  private static final Path JAR =
      Path.of("..", "..", "examples", "tax-linking-desk", "target", "tax-linking-desk.jar");

  private final ServerProcess process;
  private final int port;

  private DeskProcess(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it, and waits until it serves. */
  static DeskProcess start(int port, EidMock mock, Path key, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", JAR.toString()));
    command.add("-Dloader.main=vn.eid.examples.desk.TaxLinkingDesk");
    command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
    Stream.of(
            "server.port=" + port,
            "eid.issuer=" + mock.issuer(),
            "eid.client-id=" + mock.clientId(),
            "eid.key.location=" + key.toUri(),
            "eid.sandbox=true",
            "server.servlet.session.cookie.secure=false",
            "desk.folder=" + folder,
            "desk.officers=" + Person.ORDINARY.number(),
            "desk.rows-at-once=50")
        .forEach(property -> command.add("--" + property));
    Path log = Path.of("target", "tax-linking-desk.log");
    DeskProcess desk = new DeskProcess(ServerProcess.start(Path.of("."), log, command), port);
    desk.process.await(desk::serves);
    return desk;
  }

  URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  void kill() {
    process.kill();
  }

  private boolean serves() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) address("/frame.css").toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}

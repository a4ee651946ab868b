package vn.eid.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.eid.mock.EidMock;

/** A {@link Node} in a Java virtual machine of its own. */
final class NodeProcess {
  private final Process process;
  private final BufferedReader answers;

  private NodeProcess(Process process) {
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts one; what it logs stands in a file beside the reports of the tests. */
  static NodeProcess start(EidMock mock, String key, Class<?> opener, String address)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Node.class.getName()));
    command.addAll(List.of(mock.issuer().toString(), mock.clientId(), mock.clientKeyJwk()));
    command.addAll(List.of(key, opener.getName(), address));
    Path log = Files.createTempFile(Files.createDirectories(Path.of("target")), "node", ".log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    return new NodeProcess(process);
  }

  /** Waits until it has started. */
  NodeProcess ready() {
    String first = answer();
    if (!first.equals("ready")) {
      throw new IllegalStateException("The node says " + first);
    }
    return this;
  }

  String ask(String... words) {
    tell(words);
    return answer();
  }

  void tell(String... words) {
    try {
      process
          .getOutputStream()
          .write((String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("The node has ended: see its log in target.");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without a warning, as kill -9 does. */
  void kill() throws InterruptedException {
    int unused = process.destroyForcibly().waitFor();
  }

  void close() {
    Process unused = process.destroyForcibly();
  }
}

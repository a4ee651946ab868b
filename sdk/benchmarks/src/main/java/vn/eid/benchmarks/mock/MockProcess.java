package vn.eid.benchmarks.mock;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The process of a mock server. */
final class MockProcess implements AutoCloseable {
  private static final long PATIENCE_S = 180;

  // The same heap for all, and no time spent on logging.
  private static final List<String> EVERYBODYS =
      List.of("-Xmx256m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");

  private final Process process;
  private final URI issuer;
  private final long millisToFirstAnswer;

  private MockProcess(Process process, URI issuer, long millisToFirstAnswer) {
    this.process = process;
    this.issuer = issuer;
    this.millisToFirstAnswer = millisToFirstAnswer;
  }

  /** Starts it and waits for its first answer, to a question for its metadata. */
  static MockProcess start(List<String> javaArguments, Map<String, String> environment, URI issuer)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(EVERYBODYS);
    command.addAll(javaArguments);
    return startCommand(command, environment, issuer);
  }

  /** The same for a server that has a way of its own to start Java. */
  static MockProcess startCommand(List<String> command, Map<String, String> environment, URI issuer)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    long startedAt = System.nanoTime();
    Process process = builder.start();
    try {
      awaitAnswer(process, issuer);
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
    return new MockProcess(process, issuer, millis);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  URI issuer() {
    return issuer;
  }

  long millisToFirstAnswer() {
    return millisToFirstAnswer;
  }

  /** What the system has given it, where the system is Linux; otherwise 0. */
  long megabytes() throws IOException {
    long all = megabytes(process.pid());
    for (ProcessHandle part : process.descendants().toList()) {
      all += megabytes(part.pid());
    }
    return all;
  }

  private static long megabytes(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }

  @Override
  public void close() {
    List<ProcessHandle> parts = process.descendants().toList();
    process.destroyForcibly();
    parts.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  private static void awaitAnswer(Process process, URI issuer)
      throws IOException, InterruptedException {
    long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!answers(issuer)) {
      if (!process.isAlive() || System.nanoTime() > giveUpAt) {
        throw new IOException("The server at " + issuer + " does not answer.");
      }
      Thread.sleep(5);
    }
  }

  private static boolean answers(URI issuer) {
    try {
      URI metadata = URI.create(issuer + "/.well-known/openid-configuration");
      HttpURLConnection connection = (HttpURLConnection) metadata.toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(10_000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}

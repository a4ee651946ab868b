package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server of others that runs for the tests, its output in a file. It ends with {@link #close},
 * and also when this Java process dies in whatever way: its life hangs on an open pipe.
 */
final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration BETWEEN_POLLS = Duration.ofMillis(200);
  private static final String TIED_TO_STDIN =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      { read -r end <&3; kill $server; } &
      watcher=$!
      exec 3<&-
      wait $server
      status=$?
      kill $watcher 2>/dev/null
      exit $status
      """;

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static ServerProcess start(Path directory, Path log, List<String> command) {
    List<String> tied = new ArrayList<>(List.of("sh", "-c", TIED_TO_STDIN, "sh"));
    tied.addAll(command);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(tied)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      // The server may run on the same Java as the tests, whatever the machine's default is.
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      return new ServerProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the server is ready. Where it ends before, or never is, it is closed and told. */
  void await(BooleanSupplier ready) {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!ready.getAsBoolean()) {
        if (!process.isAlive() || System.nanoTime() > limit) {
          throw new AssertionError("The server does not start: " + Files.readString(log));
        }
        Thread.sleep(BETWEEN_POLLS.toMillis());
      }
    } catch (InterruptedException | IOException | RuntimeException | Error e) {
      close();
      throw e instanceof Error error ? error : new AssertionError(e);
    }
  }

  /** Runs a command to its end; anything but success fails the test. */
  static void run(Path directory, Path log, List<String> command) {
    ServerProcess process = start(directory, log, command);
    process.await(() -> !process.process.isAlive());
    if (process.process.exitValue() != 0) {
      throw new AssertionError(command + " fails: " + read(log));
    }
  }

  /** Ends the server as a power cut does (SIGKILL), and nothing tells it before. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the server is dead").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().toList();
    try {
      process.getOutputStream().close();
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException e) {
      // What is left is ended below.
    }
    all.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

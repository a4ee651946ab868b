package vn.eid.benchmarks.start;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars that a program needs. */
record ClassPath(String jars) {

  /** What the build wrote for a contender. */
  static ClassPath of(StartContender contender, Path module) throws IOException {
    Path file = contender.classPathFile(module);
    if (!Files.exists(file)) {
      throw new IOException("There is no " + file + ": build with -Ppeers.");
    }
    return new ClassPath(Files.readString(file).strip());
  }

  double megabytes() {
    return List.of(jars.split(File.pathSeparator, -1)).stream()
            .mapToLong(entry -> bytes(Path.of(entry)))
            .sum()
        / 1e6;
  }

  /** The jars, and this module's own classes. */
  String withPrograms() {
    try {
      Path programs =
          Path.of(ClassPath.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jars + File.pathSeparator + programs;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long bytes(Path entry) {
    try (Stream<Path> files = Files.walk(entry)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

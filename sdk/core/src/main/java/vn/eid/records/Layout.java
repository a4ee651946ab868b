package vn.eid.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.eid.consent.ConsentId;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.jose.Hashes;

/**
 * Where things lie in the directory of {@link SealedRecords}. The name of a consent there is a hash
 * of its id: some file systems take {@code A} for {@code a}, and ids do not.
 */
record Layout(Path root) {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  static String nameOf(ConsentId consent) {
    return Hashes.hexOfSha256(consent.value().getBytes(StandardCharsets.UTF_8));
  }

  void make(Disk disk) throws IOException {
    for (Path directory : new Path[] {root, keys(), copies(), erasures()}) {
      disk.makeDirectory(directory);
    }
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path keys() {
    return root.resolve("keys");
  }

  Path key(String name) {
    return keys().resolve(name + ".key");
  }

  Path copies() {
    return root.resolve("copies");
  }

  Path copiesOf(String name) {
    return copies().resolve(name);
  }

  Path index(String name) {
    return copiesOf(name).resolve("index");
  }

  Path copy(String name, String number) {
    return copiesOf(name).resolve(number);
  }

  Path erasures() {
    return root.resolve("erasures");
  }

  Path begunErasure(String name) {
    return erasures().resolve(name + ".begun");
  }

  Path erasure(String name) {
    return erasures().resolve(name + ".json");
  }

  /**
   * The names of consents up to the first dot, each once. What else lies there, such as {@code
   * .DS_Store}, is not ours.
   */
  static Set<String> namesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\..*", ""))
          .filter(name -> NAME.matcher(name).matches())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}

package vn.eid.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.json.Fields;

/**
 * Which copies of one consent there are, by data set, sealed under the consent's key. A copy is
 * there when the index says so, and the index is replaced in one step.
 */
final class CopyIndex {
  private static final String KIND = "vn-eid-copies-1";

  private final ConsentKey key;
  private final Path file;
  private final Map<String, Copy> copies = new TreeMap<>();

  private CopyIndex(ConsentKey key, Path file) {
    this.key = key;
    this.file = file;
  }

  /**
   * Reads the index; empty where nothing was kept yet.
   *
   * @throws vn.eid.UntrustedException where the file was changed or is another consent's
   */
  static CopyIndex read(Operation operation, Layout layout, ConsentKey key) throws IOException {
    CopyIndex index = new CopyIndex(key, layout.index(Layout.nameOf(key.consent())));
    if (Files.exists(index.file)) {
      String text = Files.readString(index.file, StandardCharsets.ISO_8859_1);
      for (Fields entry : key.seal().open(operation, KIND, text).objects("copies")) {
        index.copies.put(entry.requiredText("data_set"), Copy.of(entry));
      }
    }
    return index;
  }

  Optional<Copy> of(String dataSet) {
    return Optional.ofNullable(copies.get(dataSet));
  }

  Collection<Copy> all() {
    return copies.values();
  }

  Set<String> dataSets() {
    return copies.keySet();
  }

  /** Puts a copy in the place of the one before, which is returned. */
  Optional<Copy> put(Disk disk, String dataSet, Copy copy) throws IOException {
    Optional<Copy> before = Optional.ofNullable(copies.put(dataSet, copy));
    var entries = copies.entrySet().stream().map(e -> e.getValue().entry(e.getKey())).toList();
    String text = key.seal().close(KIND, Map.of("copies", entries));
    disk.replace(file, text.getBytes(StandardCharsets.ISO_8859_1));
    return before;
  }
}

package vn.eid.internal.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * What is done to files, so that a test can let the machine die before any of it. A change counts
 * as done only when the file is forced, and a name when its directory is.
 */
public interface Disk {
  /** The rights by which somebody else than its owner can write a file. */
  Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** The real one. */
  static Disk real() {
    return new RealDisk();
  }

  /** Makes a directory that is not there yet, for its owner alone where the system can say so. */
  void makeDirectory(Path directory) throws IOException;

  /** Opens a file to write at its end; makes it where there is none, for its owner alone. */
  DurableFile append(Path file) throws IOException;

  /** Cuts a file. */
  void truncate(Path file, long length) throws IOException;

  /** Renames a file in one step; what had the name is gone. */
  void move(Path from, Path to) throws IOException;

  /** Removes a file or an empty directory, where it is there. */
  void delete(Path file) throws IOException;

  /** Writes zeros over the whole of a file, and forces them. Follows no symbolic link. */
  void overwrite(Path file) throws IOException;

  /** Forces the names in a directory. */
  void forceDirectory(Path directory) throws IOException;

  /** Writes a whole file, so that after a crash it is the former one or the new one. */
  default void replace(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    delete(fresh);
    try (DurableFile out = append(fresh)) {
      out.bytes().write(content);
      out.force();
    }
    move(fresh, file);
    forceDirectory(directoryOf(file));
  }

  /** Whether others than its owner can write a file; false where nobody can tell. */
  static boolean isWritableByOthers(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
  }

  /** The directory in which a file lies. */
  static Path directoryOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}

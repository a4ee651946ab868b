package vn.eid.examples.hospital;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The rights of what nobody but this process may read, where the file system knows rights. */
final class OwnerOnly {
  private static final boolean HAS_RIGHTS =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private OwnerOnly() {}

  static FileAttribute<?>[] file() {
    return of("rw-------");
  }

  static FileAttribute<?>[] folder() {
    return of("rwx------");
  }

  private static FileAttribute<?>[] of(String rights) {
    return HAS_RIGHTS
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}

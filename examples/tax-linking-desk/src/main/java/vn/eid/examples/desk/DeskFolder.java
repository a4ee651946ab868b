package vn.eid.examples.desk;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Where the jobs lie, each in a folder of its own. For its owner alone, and one process. */
@Component
final class DeskFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DeskFolder.class);

  private final Path root;
  private final FileChannel lock;

  DeskFolder(DeskProperties desk) throws IOException {
    this.root = desk.folder().toAbsolutePath();
    Files.createDirectories(root, forOwnerAlone());
    this.lock =
        FileChannel.open(
            root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (locked() == null) {
      lock.close();
      throw new IllegalStateException("Another desk works in " + root + ".");
    }
    // What a process that was killed was just being sent.
    FileSystemUtils.deleteRecursively(arriving());
    Files.createDirectories(arriving(), forOwnerAlone());
    LOG.info("The jobs lie in {}.", root);
  }

  /** Where uploads are written while they arrive. */
  Path arriving() {
    return root.resolve("arriving");
  }

  JobFolder create(String id) throws IOException {
    return new JobFolder(Files.createDirectory(jobs().resolve(id), forOwnerAlone()));
  }

  List<JobFolder> all() throws IOException {
    try (Stream<Path> folders = Files.list(jobs())) {
      return folders.filter(Files::isDirectory).map(JobFolder::new).toList();
    }
  }

  private Path jobs() throws IOException {
    return Files.createDirectories(root.resolve("jobs"), forOwnerAlone());
  }

  private @Nullable FileLock locked() throws IOException {
    try {
      return lock.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static FileAttribute<?>[] forOwnerAlone() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  @PreDestroy
  void close() throws IOException {
    lock.close();
  }
}

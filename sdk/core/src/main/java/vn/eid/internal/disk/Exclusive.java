package vn.eid.internal.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * That this process, and in it this object, is the only one at some files. It ends with the
 * process, however that dies.
 */
public final class Exclusive implements AutoCloseable {
  /**
   * What this process holds. The operating system asks per process, and closing a second channel of
   * a file would let go of the lock of the first (see {@link FileLock}): so none is opened.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private Exclusive(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock; empty where somebody has it.
   *
   * @param lockFile a file for this alone; its directory is there
   */
  public static Optional<Exclusive> of(Path lockFile) throws IOException {
    Path file = Disk.directoryOf(lockFile).toRealPath().resolve(lockFile.getFileName());
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    Optional<Exclusive> taken = Optional.empty();
    try {
      taken = locked(file);
      return taken;
    } finally {
      if (taken.isEmpty()) {
        HELD.remove(file);
      }
    }
  }

  private static Optional<Exclusive> locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
      return lock == null ? Optional.empty() : Optional.of(new Exclusive(file, channel));
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (HELD.contains(file)) {
      channel.close();
      HELD.remove(file);
    }
  }
}

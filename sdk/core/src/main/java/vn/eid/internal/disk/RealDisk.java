package vn.eid.internal.disk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file system. No channel writes: an interrupt of one thread would close it for all. */
final class RealDisk implements Disk {
  private static final int BLOCK = 1 << 13;

  @Override
  public void makeDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
      forceDirectory(Disk.directoryOf(directory));
    }
  }

  @Override
  public DurableFile append(Path file) throws IOException {
    try {
      Files.createFile(file, ownerOnly(file, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      // It goes on at its end.
    }
    return new Appended(new FileOutputStream(file.toFile(), true));
  }

  @Override
  public void truncate(Path file, long length) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(length);
      open.getFD().sync();
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void overwrite(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      // What it leads to is somebody else's.
      return;
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] zeros = new byte[BLOCK];
      for (long left = open.length(); left > 0; left -= BLOCK) {
        open.write(zeros, 0, (int) Math.min(left, BLOCK));
      }
      open.getFD().sync();
    }
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    if (!isPosix(directory)) {
      // Windows opens no directory; NTFS writes down the order of names by itself.
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      while (!forced(directory)) {
        interrupted = true;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Only a channel opens a directory; an interrupt closes it, and then the names are not safe. */
  private static boolean forced(Path directory) throws IOException {
    try (FileChannel open = FileChannel.open(directory)) {
      open.force(true);
      return true;
    } catch (ClosedByInterruptException e) {
      return !Thread.interrupted();
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
    return isPosix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private record Appended(FileOutputStream out) implements DurableFile {

    @Override
    public OutputStream bytes() {
      return out;
    }

    @Override
    public void force() throws IOException {
      out.getFD().sync();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}

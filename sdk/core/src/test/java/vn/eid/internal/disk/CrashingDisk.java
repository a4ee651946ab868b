package vn.eid.internal.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A machine that dies before one of its operations, in the middle of it where it is a write. What
 * was not forced by then is lost as far as {@link Loss} says.
 */
public final class CrashingDisk implements Disk {

  /** What a power cut takes along. */
  public enum Loss {
    /** The process died, the machine did not. */
    NOTHING,
    /** Bytes of files that were not forced. */
    BYTES,
    /** Names in directories that were not forced. */
    NAMES,
    BOTH
  }

  private final Disk real = Disk.real();
  private final Map<Path, Long> forced = new HashMap<>();
  private final Deque<Change> changes = new ArrayDeque<>();
  private int left;

  /** Dies before the operation after so many. */
  public CrashingDisk(int operations) {
    this.left = operations;
  }

  /** Whether it has died by now. */
  public boolean isDead() {
    return left < 0;
  }

  /** Switches the machine on again, without what it lost. */
  public void restart(Loss loss) throws IOException {
    left = -1;
    if (loss == Loss.BYTES || loss == Loss.BOTH) {
      for (Map.Entry<Path, Long> file : forced.entrySet()) {
        if (Files.exists(file.getKey()) && Files.size(file.getKey()) > file.getValue()) {
          real.truncate(file.getKey(), file.getValue());
        }
      }
    }
    while (loss == Loss.NAMES || loss == Loss.BOTH) {
      if (changes.isEmpty()) {
        return;
      }
      changes.pop().undo.run();
    }
  }

  @Override
  public void makeDirectory(Path directory) throws IOException {
    step();
    real.makeDirectory(directory);
  }

  @Override
  public DurableFile append(Path file) throws IOException {
    step();
    boolean isNew = !Files.exists(file);
    DurableFile out = real.append(file);
    if (isNew) {
      changed(file, () -> Files.deleteIfExists(file));
      forced.put(file, 0L);
    } else {
      forced.putIfAbsent(file, Files.size(file));
    }
    return new Written(file, out);
  }

  @Override
  public void truncate(Path file, long length) throws IOException {
    step();
    real.truncate(file, length);
    forced.put(file, length);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step();
    byte[] moved = Files.readAllBytes(from);
    byte[] replaced = Files.exists(to) ? Files.readAllBytes(to) : null;
    real.move(from, to);
    forced.put(to, forced.getOrDefault(from, (long) moved.length));
    forced.remove(from);
    changed(
        to,
        () -> {
          Files.write(from, moved);
          if (replaced == null) {
            Files.deleteIfExists(to);
          } else {
            Files.write(to, replaced);
          }
        });
  }

  @Override
  public void delete(Path file) throws IOException {
    step();
    boolean isFile = Files.isRegularFile(file);
    byte[] content = isFile ? Files.readAllBytes(file) : new byte[0];
    boolean isDirectory = Files.isDirectory(file);
    real.delete(file);
    forced.remove(file);
    changed(
        file,
        () -> {
          if (isDirectory) {
            Files.createDirectories(file);
          } else if (isFile) {
            Files.createDirectories(Disk.directoryOf(file));
            Files.write(file, content);
          }
        });
  }

  @Override
  public void overwrite(Path file) throws IOException {
    step();
    real.overwrite(file);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    step();
    real.forceDirectory(directory);
    changes.removeIf(change -> change.directory.equals(directory));
  }

  private void changed(Path file, Undo undo) {
    changes.push(new Change(Disk.directoryOf(file), undo));
  }

  private void step() throws IOException {
    left--;
    if (left < 0) {
      left = -1;
      throw new IOException("The machine died.");
    }
  }

  private interface Undo {
    void run() throws IOException;
  }

  private record Change(Path directory, Undo undo) {}

  private final class Written extends OutputStream implements DurableFile {
    private final Path file;
    private final DurableFile out;

    Written(Path file, DurableFile out) {
      this.file = file;
      this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      boolean dying = left == 0;
      if (dying) {
        out.bytes().write(bytes, from, length / 2);
      }
      step();
      out.bytes().write(bytes, from, length);
    }

    @Override
    public OutputStream bytes() {
      return this;
    }

    @Override
    public void force() throws IOException {
      step();
      out.force();
      forced.put(file, Files.size(file));
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}

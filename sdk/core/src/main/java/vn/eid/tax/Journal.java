package vn.eid.tax;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.DurableFile;
import vn.eid.tax.JournalFrame.Begin;
import vn.eid.tax.JournalFrame.Kept;
import vn.eid.tax.JournalFrame.Written;

/**
 * How far a job has come, so that it can go on after its process is killed. It holds the job's
 * secret, from which the keys of its rows come, and results that wait for their turn; it is for its
 * owner alone, and is removed when the job is complete.
 *
 * <p>An append-only file, and not an embedded database such as SQLite or MVStore: one thread
 * writes, nothing is ever looked up, and all that is read is read once, from the start. What a
 * database is for, changes in place that survive a crash, does not happen here; a length and a
 * checksum for each entry say where a torn end begins. It would bring native code or a store of a
 * megabyte into each application, for what is a few dozen lines.
 */
final class Journal implements Closeable {
  private static final long LARGE = 8 << 20;

  private final Disk disk;
  private final Path path;
  private final Begin begin;
  private final Map<Long, AnsweredChunk> kept;
  private DurableFile file;
  private long length;

  private Journal(
      Disk disk, Path path, Begin begin, Map<Long, AnsweredChunk> kept, DurableFile file) {
    this.disk = disk;
    this.path = path;
    this.begin = begin;
    this.kept = new TreeMap<>(kept);
    this.file = file;
  }

  /** Begins a journal, which is on the disk when this returns: only then may anything be sent. */
  static Journal begin(Disk disk, Path path, Begin begin) throws IOException {
    disk.replace(path, begin.bytes());
    return new Journal(disk, path, begin, Map.of(), disk.append(path));
  }

  /**
   * Goes on with a journal, without what was torn at its end.
   *
   * @param state up to where the results are there. What it says beyond that had not reached their
   *     file, and must go: a later run would compare it with what is written from now on
   */
  static Journal goOn(
      Disk disk, Path path, Begin begin, JournalContent content, @Nullable Written state)
      throws IOException {
    if (content.endsWith(state)) {
      disk.truncate(path, content.length());
    } else {
      disk.replace(path, whole(begin, state, content.kept()));
    }
    return new Journal(disk, path, begin, content.kept(), disk.append(path));
  }

  Begin begin() {
    return begin;
  }

  /** A chunk that was answered before its turn; null where there is none. */
  @Nullable AnsweredChunk kept(long chunk) {
    return kept.get(chunk);
  }

  void keep(AnsweredChunk chunk) throws IOException {
    kept.put(chunk.index, chunk);
    append(new Kept(chunk));
  }

  void written(Written state) throws IOException {
    kept.remove(state.chunk());
    append(state);
  }

  /** The same, on the disk when this returns; the results file must be there before. */
  void forced(Written state) throws IOException {
    written(state);
    if (length > LARGE) {
      compact(state);
    } else {
      file.force();
    }
  }

  boolean isLarge() {
    return length > LARGE;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void append(JournalFrame entry) throws IOException {
    byte[] bytes = entry.bytes();
    file.bytes().write(bytes);
    length += bytes.length;
  }

  private void compact(Written state) throws IOException {
    byte[] all = whole(begin, state, kept);
    file.close();
    disk.replace(path, all);
    file = disk.append(path);
    // Only what comes from now on makes it large again: what waits is needed.
    length = 0;
  }

  private static byte[] whole(Begin begin, @Nullable Written state, Map<Long, AnsweredChunk> kept)
      throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(begin.bytes());
    if (state != null) {
      all.write(state.bytes());
    }
    for (AnsweredChunk chunk : kept.values()) {
      all.write(new Kept(chunk).bytes());
    }
    return all.toByteArray();
  }
}

package vn.eid.tax;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.disk.Disk;
import vn.eid.tax.JournalFrame.Begin;
import vn.eid.tax.JournalFrame.Written;

/**
 * The results file of a job and the journal beside it, which say the same at any time: a chunk is
 * written into the one, then noted in the other.
 *
 * <p>Both reach the disk every two seconds, not with each chunk: a killed process loses nothing by
 * that, since the system has what was written. A machine that loses power loses up to two seconds;
 * their chunks are then sent once more under the same keys, and the registry, which did them
 * already, says what it said. The secret of the keys was on the disk before anything was sent.
 */
final class JobFiles implements Closeable {
  private final Disk disk;
  private final JobPaths paths;
  private final Journal journal;
  private final ResultsFile results;
  private final Duration forceEvery;
  private long forcedAt = System.nanoTime();
  private Written state;

  private JobFiles(
      Disk disk,
      JobPaths paths,
      Journal journal,
      ResultsFile results,
      Written state,
      Duration forceEvery) {
    this.disk = disk;
    this.paths = paths;
    this.journal = journal;
    this.results = results;
    this.state = state;
    this.forceEvery = forceEvery;
  }

  /** Begins a job; neither of its files is there. */
  static JobFiles begin(Disk disk, JobPaths paths, Begin begin, Duration forceEvery)
      throws IOException {
    return withoutResults(disk, paths, Journal.begin(disk, paths.journal(), begin), forceEvery);
  }

  /** Goes on with a job. */
  static JobFiles goOn(Disk disk, JobPaths paths, JobState found, Duration forceEvery)
      throws IOException {
    Written state = found.state();
    Journal journal = Journal.goOn(disk, paths.journal(), found.begin(), found.journal(), state);
    if (state == null) {
      disk.delete(paths.results());
      return withoutResults(disk, paths, journal, forceEvery);
    }
    try {
      ResultsFile results = ResultsFile.goOn(disk, paths.results(), state.length());
      return new JobFiles(disk, paths, journal, results, state, forceEvery);
    } catch (IOException e) {
      journal.close();
      throw e;
    }
  }

  private static JobFiles withoutResults(
      Disk disk, JobPaths paths, Journal journal, Duration forceEvery) throws IOException {
    try {
      ResultsFile results =
          ResultsFile.create(disk, paths.results(), journal.begin().format().header());
      Written nothing = new Written(-1, results.length(), results.crc(), "", 0, new Counts(), true);
      JobFiles files = new JobFiles(disk, paths, journal, results, nothing, forceEvery);
      journal.forced(nothing);
      return files;
    } catch (IOException e) {
      journal.close();
      throw e;
    }
  }

  Begin begin() {
    return journal.begin();
  }

  /** What is written by now. */
  Written state() {
    return state;
  }

  /** The chunk's answer, where it came before its turn in an earlier run. */
  @Nullable AnsweredChunk kept(Chunk chunk) {
    AnsweredChunk kept = journal.kept(chunk.index());
    return kept != null && kept.digest.equals(chunk.digest()) ? kept : null;
  }

  /** Keeps an answer until its turn. */
  void keep(AnsweredChunk chunk) throws IOException {
    journal.keep(chunk);
  }

  /** Writes the chunk whose turn it is. */
  void write(AnsweredChunk chunk) throws IOException {
    results.write(chunk.lines());
    Counts counts = state.counts().copy();
    counts.add(chunk.counts);
    boolean force = journal.isLarge() || System.nanoTime() - forcedAt >= forceEvery.toNanos();
    state =
        new Written(
            chunk.index,
            results.length(),
            results.crc(),
            RowDigest.chained(state.digest(), chunk.digest),
            chunk.lastRow,
            counts,
            force);
    if (force) {
      results.force();
      journal.forced(state);
      forcedAt = System.nanoTime();
    } else {
      journal.written(state);
    }
  }

  /** The job is complete: the results are on the disk, and the journal goes. */
  void finish() throws IOException {
    results.force();
    close();
    disk.delete(paths.journal());
    disk.delete(paths.newJournal());
    disk.forceDirectory(Disk.directoryOf(paths.journal()));
  }

  @Override
  public void close() throws IOException {
    try (journal) {
      results.close();
    }
  }
}

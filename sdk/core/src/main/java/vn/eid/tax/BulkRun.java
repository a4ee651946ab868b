package vn.eid.tax;

import java.io.IOException;
import java.time.Duration;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;

/**
 * One run of a job, from the first row that is to be done. This thread reads rows and writes
 * results, in their order; others have the chunks answered, in whatever order. A few more chunks
 * than are under way are held: where the next one to be written is not answered, reading waits.
 */
final class BulkRun {
  private static final int CHUNKS_FOR_EACH_WORKER = 3;
  private static final Duration LOOK_UP = Duration.ofMillis(250);

  private final ChunkReader reader;
  private final JobFiles files;
  private final Workers workers;
  private final Reports reports;
  private final long window;
  private final TreeMap<Long, AnsweredChunk> early = new TreeMap<>();
  private long nextToRead;
  private boolean allRead;

  BulkRun(ChunkReader reader, JobFiles files, Workers workers, Reports reports, int atOnce) {
    this.reader = reader;
    this.files = files;
    this.workers = workers;
    this.reports = reports;
    this.window = (long) CHUNKS_FOR_EACH_WORKER * atOnce;
    this.nextToRead = nextToWrite();
  }

  /** Runs until each row has its result. */
  void run() throws IOException, InterruptedException {
    readOn();
    while (!workers.isIdle()) {
      AnsweredChunk answered = next();
      if (answered != null) {
        take(answered);
        readOn();
      }
      reports.tell(files.state().counts());
    }
    reports.tellNow(files.state().counts());
  }

  private void readOn() throws IOException {
    while (!allRead && nextToRead < nextToWrite() + window) {
      Chunk chunk = reader.next();
      allRead = chunk == null;
      if (chunk != null) {
        nextToRead++;
        begin(chunk);
      }
    }
  }

  private void begin(Chunk chunk) throws IOException {
    AnsweredChunk kept = files.kept(chunk);
    if (kept == null) {
      workers.begin(chunk);
    } else {
      early.put(kept.index, kept);
      writeWhatIsDue();
    }
  }

  private void take(AnsweredChunk answered) throws IOException {
    early.put(answered.index, answered);
    if (answered.index != nextToWrite()) {
      files.keep(answered);
    }
    writeWhatIsDue();
  }

  private void writeWhatIsDue() throws IOException {
    for (AnsweredChunk due = early.remove(nextToWrite());
        due != null;
        due = early.remove(nextToWrite())) {
      files.write(due);
      reports.written(due);
    }
  }

  private long nextToWrite() {
    return files.state().chunk() + 1;
  }

  private @Nullable AnsweredChunk next() throws InterruptedException {
    try {
      return workers.next(LOOK_UP);
    } catch (UnavailableException e) {
      throw GivingUp.on(e, files.state().counts());
    } catch (RateLimitedException e) {
      throw GivingUp.on(e, files.state().counts());
    }
  }
}

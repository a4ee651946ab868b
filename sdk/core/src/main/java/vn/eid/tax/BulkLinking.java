package vn.eid.tax;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalDouble;
import vn.eid.InvalidRequestException;
import vn.eid.UnavailableException;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.Exclusive;
import vn.eid.internal.jose.Hashes;
import vn.eid.tax.JournalFrame.Begin;
import vn.eid.tax.JournalFrame.Written;

/** Opens a job, new or begun before, and sees it through. */
final class BulkLinking {
  static final String VERB = "taxLinks.link";
  private static final int SECRET_BYTES = 32;

  private final Connection connection;
  private final Disk disk;
  private final Duration forceEvery;
  private final Operation operation = Operation.named(VERB);
  private final BulkLink job;
  private final JobPaths paths;

  BulkLinking(Connection connection, Disk disk, Duration forceEvery, BulkLink job) {
    this.connection = connection;
    this.disk = disk;
    this.forceEvery = forceEvery;
    this.job = job;
    this.paths = new JobPaths(job.results.file);
  }

  BulkSummary run() throws InterruptedException {
    try {
      requireDirectory();
      refuseLinks();
      refuseWhatExists();
      // Before any file is made: a header that cannot be understood leaves nothing behind.
      try (RowSource rows = job.rows.open(new RowReader(connection.environment().isSandbox()));
          Exclusive lock = locked()) {
        return alone(rows, lock);
      }
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  private BulkSummary alone(RowSource rows, Exclusive unused)
      throws IOException, InterruptedException {
    try {
      refuseLinks();
      refuseWhatExists();
      if (!Files.exists(paths.journal()) && Files.exists(paths.results())) {
        return nothingToDo(rows);
      }
      return linked(rows);
    } finally {
      if (!Files.exists(paths.journal())) {
        disk.delete(paths.lock());
      }
    }
  }

  private BulkSummary linked(RowSource rows) throws IOException, InterruptedException {
    if (!Files.exists(paths.journal())) {
      try (JobFiles files = JobFiles.begin(disk, paths, freshBegin(), forceEvery)) {
        return linked(rows, new ChunkReader(rows, job.chunkSize), files, OptionalDouble.empty());
      }
    }
    requireForOwnerAlone(paths.journal());
    JobState found = JobState.of(paths);
    requireOurs(found.begin());
    ChunkReader reader = new ChunkReader(rows, found.begin().chunkSize());
    OptionalDouble fraction = OptionalDouble.empty();
    Written state = found.state();
    if (state != null) {
      fraction = new FinishedPart(state, found.journal().written()).pass(reader);
    }
    try (JobFiles files = JobFiles.goOn(disk, paths, found, forceEvery)) {
      return linked(rows, reader, files, fraction);
    }
  }

  private BulkSummary linked(
      RowSource rows, ChunkReader reader, JobFiles files, OptionalDouble fraction)
      throws IOException, InterruptedException {
    Pace pace = new Pace(job.atOnce, connection.clock(), connection.sleeper());
    Patience patience = new Patience(job.patience, connection.sleeper());
    ChunkSender sender =
        new ChunkSender(
            new Batches(connection, pace, patience),
            Base64.getUrlDecoder().decode(files.begin().secret()),
            files.begin().format());
    long before = files.state().counts().rows();
    Reports reports = new Reports(job.listener, pace, before, fraction);
    try (Workers workers = new Workers(job.atOnce, sender)) {
      new BulkRun(operation, reader, files, workers, reports, job.atOnce).run();
    }
    files.finish();
    return new BulkSummary(
        files.state().counts().rows(),
        files.state().counts().toMap(),
        before,
        reports.elapsed(),
        rows.ignoredColumns());
  }

  /** The results are there and no journal is: an earlier run was complete. */
  private BulkSummary nothingToDo(RowSource rows) throws IOException {
    FinishedResults finished = new FinishedResults(paths.results(), rows);
    Counts counts = finished.counts(job.results.format);
    long given = finished.given();
    if (given != counts.rows()) {
      throw refusal(
          paths.results()
              + " is complete with "
              + counts.rows()
              + " rows, and now there are "
              + given
              + ": link the others as a job of its own, with a results file of its own.");
    }
    return new BulkSummary(
        counts.rows(), counts.toMap(), counts.rows(), Duration.ZERO, rows.ignoredColumns());
  }

  private void refuseWhatExists() {
    if (job.resuming) {
      return;
    }
    for (Path file : List.of(paths.results(), paths.journal())) {
      if (Files.exists(file)) {
        throw refusal(
            file
                + " is there already, and was not touched. To go on with an earlier run, call"
                + " resuming(); to begin anew, give another results file or move it away.");
      }
    }
  }

  /** Somebody else may have laid it there, to have the results written elsewhere. */
  private void refuseLinks() {
    for (Path file : List.of(paths.results(), paths.journal(), paths.newJournal())) {
      if (Files.isSymbolicLink(file)) {
        throw refusal(file + " is a symbolic link: give the results file itself.");
      }
    }
  }

  private void requireDirectory() {
    if (!Files.isDirectory(Disk.directoryOf(paths.results()))) {
      throw refusal("There is no directory " + Disk.directoryOf(paths.results()) + ".");
    }
  }

  private Exclusive locked() throws IOException {
    return Exclusive.of(paths.lock())
        .orElseThrow(() -> refusal("Another run is writing " + paths.results() + " just now."));
  }

  private Begin freshBegin() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new Begin(Hashes.base64url(secret), job.chunkSize, job.results.format, owner());
  }

  /** A journal is made so. In one that is not, others may have written what this run believes. */
  private void requireForOwnerAlone(Path journal) throws IOException {
    if (Disk.isWritableByOthers(journal)) {
      throw refusal(
          "Of "
              + journal
              + " others can write: make sure that it is as you left it, and take their right"
              + " away (chmod 600).");
    }
  }

  private void requireOurs(Begin begin) {
    if (!begin.owner().equals(owner())) {
      throw refusal(
          "This job was begun with another provider or another client id: go on with those.");
    }
    if (begin.format() != job.results.format) {
      throw refusal("This job writes its results as " + begin.format() + ": go on with that.");
    }
  }

  /** Row keys are known to one registry, and there to one client. */
  private String owner() {
    String owner = connection.environment().issuer() + "\n" + connection.clientId();
    return Hashes.sha256(owner.getBytes(StandardCharsets.UTF_8));
  }

  private InvalidRequestException refusal(String problem) {
    return operation.invalid("results", problem);
  }

  private UnavailableException trouble(IOException e) {
    UnavailableException outage =
        operation.unavailable(
            true,
            "The disk failed or is full ("
                + e.getClass().getSimpleName()
                + "). Nothing is lost: make room or look at rights, and call again with"
                + " resuming().");
    outage.initCause(e);
    return outage;
  }
}

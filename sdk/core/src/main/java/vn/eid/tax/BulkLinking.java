package vn.eid.tax;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalDouble;
import vn.eid.EidException;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.DiskTrouble;
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
  private final JobPlace place;
  private final Pace pace;
  private final Patience patience;

  BulkLinking(Connection connection, Disk disk, Duration forceEvery, BulkLink job) {
    this.connection = connection;
    this.disk = disk;
    this.forceEvery = forceEvery;
    this.job = job;
    this.paths = new JobPaths(job.results.file);
    this.place = new JobPlace(operation, paths);
    this.pace = new Pace(job.atOnce, connection.clock(), connection.sleeper());
    this.patience = new Patience(job.patience, connection.sleeper());
  }

  BulkSummary run() throws InterruptedException {
    try {
      place.require(job.resuming);
      // Before any file is made: a header that cannot be understood leaves nothing behind.
      try (RowSource rows = job.rows.open(new RowReader(connection.environment().isSandbox()));
          Exclusive lock = place.locked()) {
        return alone(rows, lock);
      }
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  private BulkSummary alone(RowSource rows, Exclusive unused)
      throws IOException, InterruptedException {
    try {
      place.require(job.resuming);
      if (Files.exists(paths.journal())) {
        return goneOn(rows);
      }
      return Files.exists(paths.results())
          ? new FinishedResults(paths.results(), rows).summary(job.results.format)
          : begun(rows);
    } finally {
      if (!Files.exists(paths.journal())) {
        disk.delete(paths.lock());
      }
    }
  }

  private BulkSummary begun(RowSource rows) throws IOException, InterruptedException {
    OptionalDouble nothing =
        rows.fractionRead().isPresent() ? OptionalDouble.of(0) : OptionalDouble.empty();
    Reports reports = new Reports(job.listener, pace, patience, 0, nothing);
    new Admission(connection, patience, reports).await(new Counts());
    // Hours may have passed, in which somebody laid something there.
    place.require(false);
    try (JobFiles files = JobFiles.begin(disk, paths, freshBegin(), forceEvery)) {
      return linked(rows, new ChunkReader(rows, job.chunkSize), files, reports, 0);
    }
  }

  private BulkSummary goneOn(RowSource rows) throws IOException, InterruptedException {
    place.requireForOwnerAlone();
    JobState found = JobState.of(paths);
    requireOurs(found);
    ChunkReader reader = new ChunkReader(rows, found.begin().chunkSize());
    OptionalDouble fraction = OptionalDouble.empty();
    Counts counts = new Counts();
    Written state = found.state();
    if (state != null) {
      fraction = new FinishedPart(state, found.journal().written()).pass(reader);
      counts = state.counts();
    }
    Reports reports = new Reports(job.listener, pace, patience, counts.rows(), fraction);
    new Admission(connection, patience, reports).await(counts);
    place.require(true);
    place.requireForOwnerAlone();
    try (JobFiles files = JobFiles.goOn(disk, paths, found, forceEvery)) {
      return linked(rows, reader, files, reports, counts.rows());
    }
  }

  private BulkSummary linked(
      RowSource rows, ChunkReader reader, JobFiles files, Reports reports, long before)
      throws IOException, InterruptedException {
    ChunkSender sender =
        new ChunkSender(
            new Batches(connection, pace, patience),
            Base64.getUrlDecoder().decode(files.begin().secret()),
            files.begin().format());
    try (Workers workers = new Workers(job.atOnce, sender)) {
      new BulkRun(reader, files, workers, reports, job.atOnce).run();
    }
    files.finish();
    Counts counts = files.state().counts();
    return new BulkSummary(
        counts.rows(), counts.toMap(), before, reports.elapsed(), rows.ignoredColumns());
  }

  private Begin freshBegin() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new Begin(Hashes.base64url(secret), job.chunkSize, job.results.format, owner());
  }

  private void requireOurs(JobState found) {
    if (!found.begin().owner().equals(owner())) {
      throw place.refusal(
          "This job was begun with another provider or another client id: go on with those. To"
              + " begin anew with these, move "
              + paths.results()
              + " and "
              + paths.journal()
              + " away: who is linked already comes out as already linked.");
    }
    if (found.begin().format() != job.results.format) {
      throw place.refusal(
          "This job writes its results as " + found.begin().format() + ": go on with that.");
    }
  }

  /** Row keys are known to one registry, and there to one client. */
  private String owner() {
    String owner = connection.environment().issuer() + "\n" + connection.clientId();
    return Hashes.sha256(owner.getBytes(StandardCharsets.UTF_8));
  }

  private EidException trouble(IOException e) {
    if (e instanceof AccessDeniedException) {
      return place.forbidden();
    }
    return DiskTrouble.of(
        operation,
        true,
        e,
        "The disk failed or is full ("
            + e.getClass().getSimpleName()
            + "). Nothing is lost: make room or look at rights, and resume the job.");
  }
}

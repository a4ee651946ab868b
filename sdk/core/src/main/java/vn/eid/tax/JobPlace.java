package vn.eid.tax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.eid.InvalidRequestException;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.Exclusive;

/** Where the files of a job lie, and whether they may be there. */
final class JobPlace {
  private final Operation operation;
  private final JobPaths paths;

  JobPlace(Operation operation, JobPaths paths) {
    this.operation = operation;
    this.paths = paths;
  }

  /**
   * Refuses a place where a job cannot have its files.
   *
   * @param resuming whether files of an earlier run may be there
   */
  void require(boolean resuming) {
    requireDirectory();
    refuseLinks();
    if (!resuming) {
      refuseWhatExists();
    }
  }

  Exclusive locked() throws IOException {
    return Exclusive.of(paths.lock())
        .orElseThrow(() -> refusal("Another run is writing " + paths.results() + " just now."));
  }

  /** A journal is made so. In one that is not, others may have written what this run believes. */
  void requireForOwnerAlone() throws IOException {
    if (Disk.isWritableByOthers(paths.journal())) {
      throw refusal(
          "Of "
              + paths.journal()
              + " others can write: make sure that it is as you left it, and take their right"
              + " away (chmod 600).");
    }
  }

  InvalidRequestException forbidden() {
    return refusal("There is no right to write in " + directory() + ".");
  }

  InvalidRequestException refusal(String problem) {
    return operation.invalid("results", problem);
  }

  private void requireDirectory() {
    if (!Files.isDirectory(directory())) {
      throw refusal("There is no directory " + directory() + ".");
    }
    if (!Files.isWritable(directory())) {
      throw forbidden();
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

  private void refuseWhatExists() {
    for (Path file : List.of(paths.results(), paths.journal())) {
      if (Files.exists(file)) {
        throw refusal(
            file
                + " is there already, and was not touched. To go on with an earlier run, resume"
                + " it; to begin anew, give another results file or move this one away.");
      }
    }
  }

  private Path directory() {
    return Disk.directoryOf(paths.results());
  }
}

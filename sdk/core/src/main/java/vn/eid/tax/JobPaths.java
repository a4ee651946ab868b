package vn.eid.tax;

import java.nio.file.Path;
import vn.eid.internal.disk.Disk;

/** Where the files of a job lie: beside its results, under the same name. */
record JobPaths(Path results) {

  Path journal() {
    return beside(".journal");
  }

  /** What {@link Disk#replace} may have left of a journal. */
  Path newJournal() {
    return beside(".journal.new");
  }

  Path lock() {
    return beside(".journal.lock");
  }

  private Path beside(String suffix) {
    return results.resolveSibling(results.getFileName() + suffix);
  }
}

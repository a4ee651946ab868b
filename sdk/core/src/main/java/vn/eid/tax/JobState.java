package vn.eid.tax;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import vn.eid.InvalidRequestException;
import vn.eid.tax.JournalFrame.Begin;
import vn.eid.tax.JournalFrame.Written;

/**
 * What an earlier run left, checked: the last point at which the journal and the results file
 * agree.
 *
 * @param state that point; null where the results file holds nothing yet
 */
record JobState(Begin begin, JournalContent journal, @Nullable Written state) {

  /**
   * Looks at the files.
   *
   * @throws InvalidRequestException where they are not of one job
   */
  static JobState of(JobPaths paths) throws IOException {
    JournalContent journal = JournalContent.of(paths.journal());
    Begin begin =
        journal
            .begin()
            .orElseThrow(
                () ->
                    refusal(
                        paths.journal()
                            + " is no journal of a bulk link, or is damaged at its start. Move it"
                            + " and the results away and begin anew: who is linked already comes"
                            + " out as already linked."));
    Written state = lastGood(paths.results(), journal.written());
    if (state == null) {
      requireNothingIn(paths.results(), begin);
    }
    return new JobState(begin, journal, state);
  }

  private static @Nullable Written lastGood(Path results, List<Written> entries)
      throws IOException {
    Written good = Files.exists(results) ? agreed(results, entries) : null;
    long length = good == null ? -1 : good.length();
    boolean lost =
        entries.stream()
            .anyMatch(entry -> entry.forced() && entry.length() > length && entry.chunk() >= 0);
    if (lost) {
      throw changed(results);
    }
    return good;
  }

  private static @Nullable Written agreed(Path results, List<Written> entries) throws IOException {
    Written good = null;
    CRC32C crc = new CRC32C();
    long at = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(results))) {
      for (Written entry : entries) {
        if (!ResultsFile.update(crc, in, entry.length() - at)
            || (int) crc.getValue() != entry.crc()) {
          return good;
        }
        at = entry.length();
        good = entry;
      }
    }
    return good;
  }

  /** A results file that the journal knows nothing of must be the beginning of one of ours. */
  private static void requireNothingIn(Path results, Begin begin) throws IOException {
    byte[] header = begin.format().header();
    if (Files.exists(results)) {
      byte[] there;
      try (InputStream in = Files.newInputStream(results)) {
        there = in.readNBytes(header.length + 1);
      }
      if (there.length > header.length
          || !Arrays.equals(there, Arrays.copyOf(header, there.length))) {
        throw changed(results);
      }
    }
  }

  private static InvalidRequestException changed(Path results) {
    return refusal(
        results
            + " is not as this journal says: one of them was changed, cut or moved. Put them back"
            + " as they were, or move both away and begin anew: who is linked already comes out as"
            + " already linked.");
  }

  private static InvalidRequestException refusal(String problem) {
    return new InvalidRequestException("results", problem);
  }
}

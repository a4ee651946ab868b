package vn.eid.examples.desk;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import vn.eid.tax.RowOutcome;

/**
 * The rows to be given once more, as they stand in the upload and under its headings: put right,
 * they are an upload of their own. Rows that an officer decides are not among them.
 *
 * <p>As in the SDK's results, a cell that a spreadsheet would take for a formula begins with an
 * apostrophe. No number, name or date of a person begins so.
 */
final class Corrections {
  private static final Set<RowOutcome> AGAIN =
      Set.of(
          RowOutcome.MISMATCH, RowOutcome.NOT_FOUND, RowOutcome.INVALID_ROW, RowOutcome.UNANSWERED);

  /** Where a cell or a part of one begins, in quotation marks or not, and then a formula's sign. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "(?<=^|[;,|\\t\\r\\n\"])"
              + "(?=[\\s\\p{C}\\p{Z}&&[^\\t\\r\\n]]*[=+\\-@\uff1d\uff0b\uff0d\uff20])");

  private final JobFolder folder;
  private final JobCard job;

  Corrections(JobFolder folder, JobCard job) {
    this.folder = folder;
    this.job = job;
  }

  /**
   * Writes them in UTF-8 with the mark by which Excel knows it; upload and results are read side by
   * side.
   */
  void write(OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (UploadRecords upload = UploadRecords.open(folder.upload(), job.encoding())) {
      text.write('\ufeff' + harmless(upload.headings()) + "\r\n");
      new ResultsFile(folder.results())
          .forEach(
              row -> {
                if (AGAIN.contains(ResultsFile.outcome(row))) {
                  copy(row, upload, text);
                }
              });
    }
    text.flush();
  }

  private static void copy(NamedCsvRecord row, UploadRecords upload, Writer text) {
    try {
      text.write(harmless(upload.record(Long.parseLong(row.getField("row")))) + "\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String harmless(String record) {
    return FORMULA.matcher(record).replaceAll("'");
  }
}

package vn.eid.tax;

import java.nio.file.Path;

/**
 * Where the results of a bulk link go: one for each row, in the order of the rows, in a file that
 * is not there yet. It is made for its owner alone, since it holds tax codes, which are personal
 * data; names and birth dates are not in it. Immutable.
 *
 * <p>Columns or members: {@code row} (its number in the input: the one a spreadsheet shows), {@code
 * reference}, {@code result} ({@link RowOutcome} in small letters), {@code tax_code}, {@code
 * merged_tax_codes}, {@code status}, {@code status_reason}, {@code linked_at}, {@code
 * mismatched_fields}, {@code case_number}, {@code column}, {@code problem}.
 *
 * <p>{@code linked_at} is ISO 8601: in CSV, which people open, in Vietnam's time ({@code
 * 2026-07-01T08:30:00+07:00}), in JSON in UTC.
 *
 * <p>While the job runs, a journal lies beside the file, under its name with {@code .journal}.
 */
public final class LinkResults {
  final Path file;
  final ResultFormat format;

  private LinkResults(Path file, ResultFormat format) {
    this.file = file;
    this.format = format;
  }

  /**
   * A CSV file that Excel opens: UTF-8 with a byte order mark, and no cell that is a formula. Excel
   * drops leading zeros of codes where such a file is opened by a double-click; import it (Data,
   * From Text/CSV) with its columns as text.
   */
  public static LinkResults csv(Path file) {
    return new LinkResults(file, ResultFormat.CSV);
  }

  /** A file with one JSON object a line, for programs. */
  public static LinkResults ndjson(Path file) {
    return new LinkResults(file, ResultFormat.NDJSON);
  }
}

package vn.eid.tax;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.DiskTrouble;

/**
 * Where the rows of a bulk link come from. They are read once, one after the other, in constant
 * memory; a resumed job reads them again from the start, so they must be the same then. Immutable.
 *
 * <p>A file has the columns {@code citizen_id}, {@code full_name}, {@code birth_date}, and if you
 * like {@code old_tax_codes} (several with {@code ;} or {@code |} between them) and {@code
 * reference}, in any order; Vietnamese names are understood too, such as {@code Số định danh cá
 * nhân}, {@code Họ và tên}. Other columns are ignored. Dates are {@code 31/01/1985}, {@code
 * 1985-01-31}, or a year alone.
 *
 * <p>A row that cannot be right becomes a result of its own ({@link RowOutcome#INVALID_ROW}) that
 * names row, column and rule; it never stops the others, and nothing in it is repaired in silence.
 */
public final class LinkRows {
  /** Names in other letters than ASCII stand in the first of them. */
  private static final int LOOKED_AT = 1_000;

  /** Opens the rows, from their start. */
  @FunctionalInterface
  private interface Opening {
    RowSource open(RowReader reader) throws IOException;
  }

  private final Opening opening;

  private LinkRows(Opening opening) {
    this.opening = opening;
  }

  /**
   * A CSV file in UTF-8, or in UTF-16 with a byte order mark (Excel's "Unicode text"). The first
   * line names the columns; comma, semicolon or tab is told from it.
   */
  public static LinkRows csv(Path file) {
    return csv(file, StandardCharsets.UTF_8);
  }

  /** A CSV file in another encoding, such as {@code Charset.forName("windows-1258")}. */
  public static LinkRows csv(Path file, Charset charset) {
    return new LinkRows(reader -> new CsvRows(InputFile.open(file, charset), reader));
  }

  /** A file with one JSON object a line, in UTF-8; its members are named like the columns. */
  public static LinkRows ndjson(Path file) {
    return new LinkRows(
        reader -> new NdjsonRows(InputFile.open(file, StandardCharsets.UTF_8), reader));
  }

  /** Rows of your own, which can be read again; give a collection where you can, for progress. */
  public static LinkRows of(Iterable<LinkRow> rows) {
    return new LinkRows(reader -> new GivenRows(rows, reader));
  }

  /**
   * Looks at the beginning, so that a file that is no such list can be refused where it is handed
   * in, and not when its turn comes. Nothing is sent; wrong rows are no reason.
   *
   * @throws vn.eid.InvalidRequestException as the job would: a column is missing, the file is
   *     empty, a workbook, or in another encoding
   * @throws vn.eid.UnavailableException where the disk failed
   */
  public void requireReadable() {
    // Whose environment a number belongs to is a matter of its row.
    try (RowSource rows = open(new RowReader(true))) {
      int read = 0;
      while (read < LOOKED_AT && rows.next() != null) {
        read++;
      }
    } catch (IOException e) {
      throw DiskTrouble.of(Operation.named("LinkRows.requireReadable"), false, e);
    }
  }

  RowSource open(RowReader reader) throws IOException {
    return opening.open(reader);
  }
}

package vn.eid.tax;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.eid.InvalidRequestException;

/**
 * The rows of a CSV file. Numbers are those of a spreadsheet: the header is row 1, empty lines
 * count, and a cell with line breaks in it is one row.
 *
 * <p>The library is given one record at a time, so that a broken one is the fault of its row alone.
 * A record that does not close its quote within a few lines ends with its first line.
 */
final class CsvRows implements RowSource {
  /** How many lines one cell may have: an address has four. */
  private static final int MOST_LINES = 20;

  private static final String TOO_LONG =
      "The row is longer than "
          + TextLines.MOST
          + " characters; what follows them was passed over.";

  private final InputFile file;
  private final RowReader reader;
  private final CsvHeader header;
  private long number;

  CsvRows(InputFile file, RowReader reader) throws IOException {
    this.file = file;
    this.reader = reader;
    try {
      this.header = CsvHeader.of(file.firstLine());
    } catch (RuntimeException | IOException e) {
      file.close();
      throw e;
    }
    this.number = file.linesBeforeFirst() + 1;
  }

  @Override
  public @Nullable InputRow next() throws IOException {
    for (TextLine line = file.lines().next(); line != null; line = file.lines().next()) {
      number++;
      if (!line.isBlank()) {
        InputRow row = row(line);
        if (row != null) {
          return row;
        }
      }
    }
    return null;
  }

  @Override
  public OptionalDouble fractionRead() {
    return file.fractionRead();
  }

  @Override
  public List<String> ignoredColumns() {
    return header.ignored();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Null where each cell is empty: spreadsheets leave such rows below the last one. */
  private @Nullable InputRow row(TextLine line) throws IOException {
    if (line.tooLong()) {
      return bad(TOO_LONG);
    }
    List<String> cells = cells(line);
    if (cells == null) {
      return bad("A quotation mark is not closed, or something follows a closing one.");
    }
    if (areBlank(cells, 0)) {
      return null;
    }
    if (isUnreadable(cells)) {
      return unreadable(cells);
    }
    return fits(cells)
        ? reader.read(number, header.named(cells))
        : bad("The row has " + cells.size() + " cells, the header " + header.width() + ".");
  }

  private InputRow bad(String sentence) {
    return InputRow.bad(number, "", RowProblem.ofRow(sentence));
  }

  /** More cells than the header has may only be empty ones. */
  private boolean fits(List<String> cells) {
    return cells.size() >= header.width() && areBlank(cells, header.width());
  }

  private static boolean areBlank(List<String> cells, int from) {
    for (int i = from; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnreadable(List<String> cells) {
    for (String cell : cells) {
      if (cell.indexOf(DecodedText.UNREADABLE) >= 0) {
        return true;
      }
    }
    return false;
  }

  private InputRow unreadable(List<String> cells) {
    String column = header.titleOfUnreadable(cells);
    String problem = file.notInItsEncoding();
    if (file.isForeign()) {
      throw new InvalidRequestException(
          "rows", "Row " + number + ", column " + column + ": " + problem);
    }
    return InputRow.bad(number, "", new RowProblem(column, problem));
  }

  /** The cells of the record that begins with this line; null where it is none. */
  private @Nullable List<String> cells(TextLine first) throws IOException {
    List<String> cells = first.text().indexOf('"') < 0 ? parsed(first.text()) : null;
    return cells == null ? quoted(first) : cells;
  }

  private @Nullable List<String> quoted(TextLine first) throws IOException {
    StringBuilder record = new StringBuilder(first.text());
    List<TextLine> further = new ArrayList<>();
    while (true) {
      boolean closed = quotesOf(record) % 2 == 0;
      List<String> cells = closed ? parsed(record.toString()) : null;
      if (cells != null) {
        return cells;
      }
      TextLine next = closed ? null : following(further, record.length());
      if (next == null) {
        file.lines().giveBack(further);
        return null;
      }
      further.add(next);
      record.append('\n').append(next.text());
    }
  }

  private @Nullable TextLine following(List<TextLine> further, int length) throws IOException {
    if (further.size() >= MOST_LINES || length > TextLines.MOST) {
      return null;
    }
    TextLine next = file.lines().next();
    if (next != null && next.tooLong()) {
      file.lines().giveBack(List.of(next));
      return null;
    }
    return next;
  }

  private @Nullable List<String> parsed(String record) {
    try {
      return header.cells().of(record);
    } catch (CsvParseException e) {
      return null;
    }
  }

  private static long quotesOf(CharSequence record) {
    long quotes = 0;
    for (int i = 0; i < record.length(); i++) {
      if (record.charAt(i) == '"') {
        quotes++;
      }
    }
    return quotes;
  }
}

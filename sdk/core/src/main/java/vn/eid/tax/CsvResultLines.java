package vn.eid.tax;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Results as CSV (RFC 4180). A text from outside that a spreadsheet would take for a formula begins
 * with an apostrophe (OWASP, CSV Injection); and so does a part of it, because a spreadsheet of
 * another country separates cells with another sign.
 */
final class CsvResultLines implements ResultLines {
  private static final Pattern FORMULA =
      Pattern.compile(
          "^(?=[\\t\\r\\n])|(?<=^|[;,|\\t\\r\\n])(?=[\\s\\p{C}\\p{Z}]*[=+\\-@\uff1d\uff0b\uff0d\uff20])");

  /** The other cells hold numbers, dates and words of our own. */
  private static final BitSet FROM_OUTSIDE =
      Stream.of("reference", "status", "status_reason", "case_number", "column", "problem")
          .map(COLUMNS::indexOf)
          .collect(BitSet::new, BitSet::set, BitSet::or);

  /** Whoever opens the file reads a time as that of the day in the office. */
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final ResultCells texts = new ResultCells(VIETNAM);
  private final StringWriter text = new StringWriter();
  private final CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);

  /** The first line; the mark tells Excel that the file is UTF-8. */
  static byte[] header() {
    CsvResultLines lines = new CsvResultLines();
    lines.text.append(BYTE_ORDER_MARK);
    lines.csv.writeRecord(COLUMNS);
    return lines.bytes();
  }

  @Override
  public void add(InputRow row, RowResult result) {
    CsvWriter.CsvWriterRecord line = csv.writeRecord();
    List<String> cells = texts.of(row, result);
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.writeField(FROM_OUTSIDE.get(i) ? harmless(cell) : cell);
    }
    line.endRecord();
  }

  @Override
  public byte[] bytes() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A cell as it is written. */
  static String harmless(String cell) {
    return isPlain(cell) ? cell : FORMULA.matcher(cell).replaceAll("'");
  }

  /** Whether no part of it can be a formula, which is so of nearly all: the rule itself is slow. */
  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (i == 0 ? !Character.isLetterOrDigit(c) : isSeparator(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSeparator(char c) {
    return c == ';' || c == ',' || c == '|' || c == '\t' || c == '\r' || c == '\n';
  }
}

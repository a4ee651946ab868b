package vn.eid.tax;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Results as CSV (RFC 4180). A text from outside that a spreadsheet would take for a formula begins
 * with an apostrophe (OWASP, CSV Injection); and so does a part of it, because a spreadsheet of
 * another country separates cells with another sign.
 */
final class CsvResultLines implements ResultLines {
  private static final Pattern FORMULA =
      Pattern.compile(
          "^(?=[\\t\\r\\n])|(?<=^|[;,|\\t\\r\\n])(?=[\\s\\p{C}\\p{Z}]*[=+\\-@\uff1d\uff0b\uff0d\uff20])");
  private static final String BYTE_ORDER_MARK = "\ufeff";

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
    for (String cell : ResultLines.cells(row, result)) {
      line.writeField(harmless(cell));
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
    return FORMULA.matcher(cell).replaceAll("'");
  }
}

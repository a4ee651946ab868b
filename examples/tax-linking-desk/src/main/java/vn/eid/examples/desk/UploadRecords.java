package vn.eid.examples.desk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The records of an upload as they were written, numbered as a spreadsheet and the SDK's results
 * number them: the headings are the first, empty ones count, and one with line breaks in a cell is
 * one. A record that is broken ends with its line.
 */
final class UploadRecords implements Closeable {
  private static final int MOST_LINES = 20;

  private final UploadLines lines;
  private final String headings;
  private final CsvReader.CsvReaderBuilder cells;
  private long number;

  private UploadRecords(UploadLines lines, String headings, long number) {
    this.lines = lines;
    this.headings = headings;
    this.number = number;
    this.cells = CsvReader.builder().fieldSeparator(separator(headings)).allowUnclosedQuote(false);
  }

  static UploadRecords open(Path file, Charset charset) throws IOException {
    UploadLines lines = UploadLines.open(file, charset);
    long number = 1;
    String line = lines.next();
    for (; line != null && line.isBlank(); line = lines.next()) {
      number++;
    }
    return new UploadRecords(lines, String.valueOf(line), number);
  }

  String headings() {
    return headings;
  }

  /** The record of this number, which comes after all that were asked for. */
  String record(long wanted) throws IOException {
    String record = "";
    while (number < wanted) {
      record = next();
      number++;
    }
    return record;
  }

  private String next() throws IOException {
    String first = String.valueOf(lines.next());
    List<String> further = new ArrayList<>();
    StringBuilder record = new StringBuilder(first);
    while (!isWhole(record)) {
      String line = isClosed(record) || further.size() == MOST_LINES ? null : lines.next();
      if (line == null) {
        lines.giveBack(further);
        return first;
      }
      further.add(line);
      record.append('\n').append(line);
    }
    return record.toString();
  }

  private boolean isWhole(CharSequence record) {
    if (record.chars().noneMatch(c -> c == '"')) {
      return true;
    }
    try {
      return isClosed(record) && cells.ofSingleCsvRecord(record.toString()) != null;
    } catch (CsvParseException e) {
      return false;
    }
  }

  private static boolean isClosed(CharSequence record) {
    return record.chars().filter(c -> c == '"').count() % 2 == 0;
  }

  private static char separator(String headings) {
    return Stream.of(',', ';', '\t')
        .max(Comparator.comparingLong(c -> headings.chars().filter(h -> h == c).count()))
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

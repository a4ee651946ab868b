package vn.eid.tax;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;

/** Takes one record of a CSV file apart (RFC 4180). */
final class CsvCells {
  private final CsvReader.CsvReaderBuilder reader;

  CsvCells(char separator) {
    this.reader = CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false);
  }

  /**
   * The cells of a record that is not empty.
   *
   * @throws de.siegmar.fastcsv.reader.CsvParseException where a quote is not closed, or something
   *     follows a closing one
   */
  List<String> of(String text) {
    return reader.ofSingleCsvRecord(text).getFields();
  }
}

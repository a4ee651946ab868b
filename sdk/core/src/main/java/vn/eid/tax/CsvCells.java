package vn.eid.tax;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;

/**
 * Takes one record of a CSV file apart (RFC 4180). One without quotation marks, as nearly all are,
 * is only split: to the library each record would be a file of its own.
 */
final class CsvCells {
  private final String separator;
  private final CsvReader.CsvReaderBuilder reader;

  CsvCells(char separator) {
    this.separator = "\\" + separator;
    this.reader = CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false);
  }

  /**
   * The cells of a record that is not empty.
   *
   * @throws de.siegmar.fastcsv.reader.CsvParseException where a quote is not closed, or something
   *     follows a closing one
   */
  List<String> of(String text) {
    return text.indexOf('"') < 0
        ? List.of(text.split(separator, -1))
        : reader.ofSingleCsvRecord(text).getFields();
  }
}

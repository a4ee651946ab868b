package vn.eid.examples.desk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import vn.eid.tax.RowOutcome;

/** The SDK's results of a finished job, one row at a time. */
record ResultsFile(Path path) {

  void forEach(Consumer<NamedCsvRecord> row) throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(path)) {
      rows.forEach(row);
    }
  }

  static RowOutcome outcome(NamedCsvRecord row) {
    return RowOutcome.valueOf(row.getField("result").toUpperCase(Locale.ROOT));
  }
}

package vn.eid.tax;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.MockedApplicationTest;

/** A test of bulk linking: files in a directory of their own, against the mock server. */
abstract class BulkJobTest extends MockedApplicationTest {
  static final String HEADER = "reference,citizen_id,full_name,birth_date,old_tax_codes\r\n";
  static final String AN = "NV-1,099085000011,Nguyễn Văn An,12/03/1985,\r\n";
  static final String HUONG = "NV-2,099188000055,Đỗ Thị Hương,1988-11-02,\r\n";

  @TempDir Path directory;
  EidClient client;

  @BeforeEach
  void openInStep() {
    client = Application.inStep(mock).build();
  }

  @AfterEach
  void closeInStep() {
    client.close();
  }

  Path staff() {
    return directory.resolve("staff.csv");
  }

  Path results() {
    return directory.resolve("result.csv");
  }

  /** Writes the input and makes a job of it. */
  BulkLink job(String staff) {
    write(staff.getBytes(StandardCharsets.UTF_8));
    return BulkLink.of(LinkRows.csv(staff()), LinkResults.csv(results()));
  }

  void write(byte[] staff) {
    try {
      Files.write(staff(), staff);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BulkSummary link(BulkLink job) throws InterruptedException {
    return client.taxLinks().link(job);
  }

  /** What the results file says, row by row. */
  List<Map<String, String>> said() {
    return said(results());
  }

  static List<Map<String, String>> said(Path results) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            // A run that died may have left half a line.
            .allowUnclosedQuote(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(results)) {
      List<Map<String, String>> rows = new ArrayList<>();
      for (CsvRecord row : reader) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
          cells.put(ResultLines.COLUMNS.get(i), row.getField(i));
        }
        rows.add(cells);
      }
      return rows.subList(1, rows.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> said(String column) {
    return said().stream().map(row -> row.get(column)).toList();
  }

  /** People whose numbers are of the right form; most of them the registry does not know. */
  static String rows(int count) {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < count; i++) {
      rows.append(row(i));
    }
    return rows.toString();
  }

  static String row(int i) {
    return "NV-%05d,099085%06d,Người Thử %d,01/02/1985,\r\n".formatted(i, 900_000 + i, i);
  }

  List<Path> filesLeft() {
    try (var files = Files.list(directory)) {
      return files.map(Path::getFileName).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

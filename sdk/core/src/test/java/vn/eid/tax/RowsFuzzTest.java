package vn.eid.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.eid.InvalidRequestException;
import vn.eid.fuzz.Fuzzed;

/**
 * A list of people, as CSV or where it begins with a brace with one JSON object a line: each line
 * is a row that can be sent, or one that says what is wrong with it, and has one result.
 */
class RowsFuzzTest {
  private static final Path FILE = file();

  @FuzzTest
  void read(byte[] input) throws IOException {
    var unused = accepts(input);
  }

  /** Whether there is a row that can be sent. */
  boolean accepts(byte[] input) throws IOException {
    Files.write(FILE, input);
    boolean json = input.length > 0 && input[0] == '{';
    LinkRows rows = json ? LinkRows.ndjson(FILE) : LinkRows.csv(FILE);
    Optional<List<InputRow>> read =
        Fuzzed.read(InvalidRequestException.class, input, () -> all(rows));
    if (read.isEmpty()) {
      return false;
    }
    read.get().forEach(row -> isOneOrTheOther(input, row));
    if (isPlain(input)) {
      assertThat(read.get()).hasSize(lines(input) - (json ? 0 : 1));
    }
    eachHasAResult(read.get());
    return read.get().stream().anyMatch(row -> row.person() != null);
  }

  private static List<InputRow> all(LinkRows rows) {
    List<InputRow> all = new ArrayList<>();
    try (RowSource source = rows.open(new RowReader(true))) {
      for (InputRow row = source.next(); row != null; row = source.next()) {
        assertThat(row.number()).isGreaterThan(all.isEmpty() ? 0 : last(all).number());
        all.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static void isOneOrTheOther(byte[] input, InputRow row) {
    RowProblem problem = row.problem();
    assertThat(problem == null).isNotEqualTo(row.person() == null);
    if (problem != null) {
      Fuzzed.namesNoNumberOf(input, problem.sentence());
    }
  }

  /** Without quotation marks and blank cells a line is a row, whatever stands in it. */
  private static boolean isPlain(byte[] input) {
    String text = Fuzzed.text(input);
    return text.chars().allMatch(c -> c == '\n' || (c > ' ' && c < 0x7f && c != '"'))
        && text.lines().allMatch(line -> line.isEmpty() || line.matches(".*[A-Za-z0-9].*"));
  }

  private static int lines(byte[] input) {
    return (int) Fuzzed.text(input).lines().filter(line -> !line.isEmpty()).count();
  }

  private static void eachHasAResult(List<InputRow> rows) {
    CsvResultLines results = new CsvResultLines();
    for (InputRow row : rows) {
      RowProblem problem = row.problem();
      results.add(row, problem == null ? RowResult.unanswered() : RowResult.bad(problem));
    }
    String csv = new String(results.bytes(), StandardCharsets.UTF_8);
    try (Stream<?> records = CsvReader.builder().ofCsvRecord(csv).stream()) {
      assertThat(records).hasSameSizeAs(rows);
    }
  }

  private static InputRow last(List<InputRow> rows) {
    return rows.get(rows.size() - 1);
  }

  static Path file() {
    try {
      Path file = Files.createTempFile("fuzz", ".rows");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

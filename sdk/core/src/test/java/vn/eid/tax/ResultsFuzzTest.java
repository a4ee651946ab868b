package vn.eid.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;
import vn.eid.fuzz.Fuzzed;

/** The results of a complete job, of three people: CSV, or where it begins with a brace JSON. */
class ResultsFuzzTest {
  private static final Path FILE = RowsFuzzTest.file();
  private static final List<LinkRow> PEOPLE =
      List.of(person("099085000011"), person("099085000012"), person("099085000013"));

  @FuzzTest
  void read(byte[] input) throws IOException {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) throws IOException {
    Files.write(FILE, input);
    boolean json = input.length > 0 && input[0] == '{';
    Optional<BulkSummary> summary =
        Fuzzed.read(
            InvalidRequestException.class,
            input,
            () -> summary(json ? ResultFormat.NDJSON : ResultFormat.CSV));
    summary.ifPresent(
        all -> {
          assertThat(all.rows()).isEqualTo(PEOPLE.size());
          assertThat(all.counts().values().stream().mapToLong(n -> n).sum()).isEqualTo(all.rows());
        });
    return summary.isPresent();
  }

  private static BulkSummary summary(ResultFormat format) {
    try {
      RowSource rows = LinkRows.of(PEOPLE).open(new RowReader(true));
      return new FinishedResults(FILE, rows).summary(format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LinkRow person(String number) {
    return LinkRow.of(CitizenId.parse(number), "Nguyễn Văn An", PartialDate.parse("1985-03-12"));
  }
}

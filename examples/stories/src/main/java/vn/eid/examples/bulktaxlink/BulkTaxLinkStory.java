package vn.eid.examples.bulktaxlink;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import vn.eid.examples.stage.Narrator;
import vn.eid.examples.stage.OwnProcess;
import vn.eid.examples.stage.Stage;
import vn.eid.mock.EidMock;
import vn.eid.mock.PayrollRow;

/** Ten thousand people are linked by a program that is killed in the middle. */
public final class BulkTaxLinkStory {
  private static final int PEOPLE = 10_000;
  private static final int ROWS_A_SECOND = 4_000;

  private final EidMock mock;
  private final Narrator narrator;
  private final Path staff;
  private final Path results;
  private final Path key;

  private BulkTaxLinkStory(Stage stage) {
    this.mock = stage.mock();
    this.narrator = stage.narrator();
    this.staff = stage.folder().resolve("staff.csv");
    this.results = stage.folder().resolve("results.csv");
    this.key = stage.folder().resolve("client-key.json");
  }

  public static void main(String[] args) {
    Stage.run(args, BulkTaxLinkStory::tell);
  }

  /** Tells it. */
  public static void tell(Stage stage) {
    try {
      new BulkTaxLinkStory(stage).tell();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell() throws IOException {
    narrator.title("5. A payroll office links 10,000 people, and the power fails");
    StaffFile.write(mock, PEOPLE, staff);
    Files.writeString(key, mock.clientKeyJwk());
    mock.limitTaxRows(ROWS_A_SECOND);
    narrator.say("The registry takes " + rows(ROWS_A_SECOND) + " a second, and says when to wait.");
    try {
      killedHalfway();
      resumed();
    } finally {
      mock.limitTaxRows(0);
    }
    proof();
    badRows();
  }

  private void killedHalfway() {
    try (OwnProcess program = start()) {
      Optional<String> line = program.line();
      while (line.isPresent() && mock.rowsDone() < PEOPLE / 2) {
        narrator.say(line.get());
        line = program.line();
      }
      program.kill();
    }
    narrator.say("Killed (kill -9): " + rows(mock.rowsReceived()) + " had reached the registry.");
    narrator.say("The same program once more:");
  }

  private void resumed() {
    try (OwnProcess program = start()) {
      for (Optional<String> line = program.line(); line.isPresent(); line = program.line()) {
        narrator.say(line.get());
      }
    }
  }

  private OwnProcess start() {
    return OwnProcess.start(LinkStaff.class, mock.issuer(), mock.clientId(), key, staff, results);
  }

  /** The registry counts too. */
  private void proof() {
    try (Stream<PayrollRow> payroll = mock.payroll(PEOPLE - 3)) {
      long twice =
          payroll
              .map(PayrollRow::citizenId)
              .distinct()
              .filter(number -> mock.timesLinked(number) > 1)
              .count();
      narrator.say(
          String.format("The registry made %,d links; linked twice: %d.", mock.linksMade(), twice));
    }
    narrator.say(
        "Sent again after the kill: "
            + rows(mock.rowsReceived() - mock.rowsDone())
            + ", answered from memory.");
  }

  private static String rows(long count) {
    return String.format("%,d rows", count);
  }

  private void badRows() throws IOException {
    narrator.say("What a person must put right is named in the results, such as:");
    try (CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(results);
        Stream<NamedCsvRecord> all = rows.stream()) {
      all.filter(row -> row.getField("result").equals("invalid_row"))
          .limit(3)
          .forEach(this::tellProblem);
    }
  }

  private void tellProblem(NamedCsvRecord row) {
    narrator.say("  row " + row.getField("row") + ", column " + row.getField("column") + ":");
    narrator.say("    " + row.getField("problem"));
  }
}

package vn.eid.tax;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** Reads a results file without a journal: a job that was complete leaves such a one. */
final class FinishedResults {
  private static final int ROW = ResultLines.COLUMNS.indexOf("row");
  private static final int REFERENCE = ResultLines.COLUMNS.indexOf("reference");
  private static final int RESULT = ResultLines.COLUMNS.indexOf("result");
  private static final int TAX_CODE = ResultLines.COLUMNS.indexOf("tax_code");
  private static final int CITIZEN_NUMBER = 12;

  private final Path file;
  private final RowSource rows;
  private final Counts counts = new Counts();
  private long given;

  FinishedResults(Path file, RowSource rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Counts its rows, and those of the input.
   *
   * @throws InvalidRequestException where it is not one that a bulk link writes, or one of other
   *     rows, as far as it can be told: results name nobody but who is linked
   */
  Counts counts(ResultFormat format) throws IOException {
    if (format == ResultFormat.CSV) {
      csv();
    } else {
      ndjson();
    }
    while (rows.next() != null) {
      given++;
    }
    return counts;
  }

  /** How many rows the input has. */
  long given() {
    return given;
  }

  private void csv() throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext() || !records.next().getFields().equals(ResultLines.COLUMNS)) {
        throw stranger();
      }
      while (records.hasNext()) {
        CsvRecord record = records.next();
        counts.add(outcome(record.getField(RESULT)));
        InputRow row = next();
        if (row != null) {
          requireSame(
              row,
              record.getField(ROW).equals(String.valueOf(row.number()))
                  && record.getField(REFERENCE).equals(CsvResultLines.harmless(row.reference()))
                  && isOf(row, record.getField(TAX_CODE)));
        }
      }
    } catch (CsvParseException | IndexOutOfBoundsException e) {
      throw stranger();
    }
  }

  private void ndjson() throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Fields result = Json.objectIn(line).orElseThrow(this::stranger);
        counts.add(outcome(text(result, RESULT)));
        InputRow row = next();
        if (row != null) {
          requireSame(
              row,
              result.integer(ResultLines.COLUMNS.get(ROW)).equals(Optional.of(row.number()))
                  && text(result, REFERENCE).equals(row.reference())
                  && isOf(row, text(result, TAX_CODE)));
        }
      }
    } catch (UntrustedException e) {
      throw stranger();
    }
  }

  private static String text(Fields result, int column) {
    return result.text(ResultLines.COLUMNS.get(column)).orElse("");
  }

  private @Nullable InputRow next() throws IOException {
    InputRow row = rows.next();
    given += row == null ? 0 : 1;
    return row;
  }

  private static boolean isOf(InputRow row, String taxCode) {
    LinkRow person = row.person();
    return taxCode.isEmpty()
        || (person != null
            && (taxCode.length() != CITIZEN_NUMBER || taxCode.equals(person.citizen().value())));
  }

  private void requireSame(InputRow row, boolean same) {
    if (!same) {
      throw new InvalidRequestException(
          "results",
          file
              + " is complete, and row "
              + row.number()
              + " of these rows is not the one that has its result there. If these are others,"
              + " link them as a job of its own, with a results file of its own.");
    }
  }

  private RowOutcome outcome(String name) {
    return Arrays.stream(RowOutcome.values())
        .filter(outcome -> outcome.word().equals(name))
        .findFirst()
        .orElseThrow(this::stranger);
  }

  private InvalidRequestException stranger() {
    return new InvalidRequestException(
        "results",
        file + " is not a results file of a bulk link, and nothing was written into it.");
  }
}

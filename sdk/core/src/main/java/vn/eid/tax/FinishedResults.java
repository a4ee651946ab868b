package vn.eid.tax;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final int COLUMN = ResultLines.COLUMNS.indexOf("column");
  private static final int PROBLEM = ResultLines.COLUMNS.indexOf("problem");
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
   *     rows, as far as it can be told: results name nobody but who is linked, so that a name or a
   *     birth date that was changed since is not seen
   */
  BulkSummary summary(ResultFormat format) throws IOException {
    count(format);
    if (given != counts.rows()) {
      throw otherCount();
    }
    return new BulkSummary(
        counts.rows(), counts.toMap(), counts.rows(), Duration.ZERO, rows.ignoredColumns());
  }

  private void count(ResultFormat format) throws IOException {
    if (format == ResultFormat.CSV) {
      csv();
    } else {
      ndjson();
    }
    while (rows.next() != null) {
      given++;
    }
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
        RowOutcome outcome = outcome(record.getField(RESULT));
        counts.add(outcome);
        InputRow row = next();
        if (row != null) {
          requireUncorrected(row, outcome, record.getField(COLUMN), record.getField(PROBLEM));
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
        RowOutcome outcome = outcome(text(result, RESULT));
        counts.add(outcome);
        InputRow row = next();
        if (row != null) {
          requireUncorrected(row, outcome, text(result, COLUMN), text(result, PROBLEM));
          requireSame(
              row,
              result.integer(ResultLines.COLUMNS.get(ROW)).equals(Optional.of(row.number()))
                  && text(result, REFERENCE).equals(row.reference())
                  && isOf(row, text(result, TAX_CODE)));
        }
      }
    } catch (UntrustedException | CharacterCodingException e) {
      // The second is an IOException, and yet the disk is well: these bytes are no text.
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

  /** What the row itself was refused for, then and now; the registry's refusals are not of it. */
  private void requireUncorrected(
      InputRow row, RowOutcome outcome, String column, String sentence) {
    RowProblem problem = row.problem();
    boolean wasBad = outcome == RowOutcome.INVALID_ROW && !RowResult.isOfRegistry(sentence);
    if (wasBad != (problem != null)
        || (problem != null && !CsvResultLines.harmless(problem.column()).equals(column))) {
      throw refusal(
          "Row "
              + row.number()
              + " was corrected or changed since "
              + file
              + " was complete, and a complete job is not done again: link what was corrected as a"
              + " job of its own, with a results file of its own.");
    }
  }

  private InvalidRequestException otherCount() {
    String now =
        file + " has the results of " + counts.rows() + " rows, and now there are " + given;
    return refusal(
        given < counts.rows()
            ? now + ": give the rows that it is of, or another results file."
            : now
                + ". Without its journal nothing is added to it: put the journal back where it was"
                + " moved, or link the others as a job of its own, with a results file of its"
                + " own.");
  }

  private void requireSame(InputRow row, boolean same) {
    if (!same) {
      throw refusal(
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
    return refusal(
        file + " is not a results file of a bulk link, and nothing was written into it.");
  }

  private static InvalidRequestException refusal(String problem) {
    return new InvalidRequestException("results", problem);
  }
}

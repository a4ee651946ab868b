package vn.eid.mock;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** A payroll as a CSV file, row by row, with dates as offices in Vietnam write them. */
record PayrollFile(Path file, long rows) {
  private static final String HEADER = "reference,citizen_id,full_name,birth_date,old_tax_codes";

  /**
   * Writes the file, which must not be there: somebody's own staff list may have that name.
   *
   * @throws IllegalArgumentException if it cannot be written, or there are fewer people than rows
   */
  void write(EidMock mock, PrintStream out) {
    Iterator<PayrollRow> payroll = mock.payroll(rows).iterator();
    try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
      writer.write(HEADER + "\n");
      for (long row = 1; payroll.hasNext(); row++) {
        writer.write(line(row, payroll.next()));
      }
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(file + " exists already; it is not overwritten.", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be written.", e);
    }
    out.println("A payroll of " + rows + " rows stands in " + file + ".");
  }

  private static String line(long row, PayrollRow person) {
    String reference = String.format(Locale.ROOT, "NV%07d", row);
    List<String> cells =
        List.of(
            reference,
            person.citizenId(),
            person.fullName(),
            office(person.birthDate()),
            String.join(";", person.oldTaxCodes()));
    return String.join(",", cells) + "\n";
  }

  private static String office(String date) {
    return date.length() == 4
        ? date
        : date.substring(8) + "/" + date.substring(5, 7) + "/" + date.substring(0, 4);
  }
}

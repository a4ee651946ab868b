package vn.eid.examples.desk;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vn.eid.mock.EidMock;
import vn.eid.mock.PayrollRow;

/** A list as offices have them, of the mock server's people: with mistakes of every kind in it. */
final class SampleList {
  private static final String[][] SPOILT_BY_A_SPREADSHEET = {
    {"NV-0001", "Nguyễn Văn An", "12/03/1985", "99085000011", ""},
    {"NV-0002", "Võ Giang", "30/01/1979", "9.9079E+10", ""},
    {"NV-0003", "Hồ Sơn", "31/02/1991", "099091000156", ""},
    {"NV-0004", "Đặng Thị Lan", "18/06/1990", "099190000099", "8000000"},
    {"NV-0005", "", "09/09/1983", "099183000167", ""},
  };

  private SampleList() {}

  static void write(EidMock mock, int rows, Path file) throws IOException {
    try (Writer text = Files.newBufferedWriter(file);
        CsvWriter csv = CsvWriter.builder().build(text);
        Stream<PayrollRow> people = mock.payroll(rows - SPOILT_BY_A_SPREADSHEET.length)) {
      text.write('\ufeff');
      csv.writeRecord("Mã nhân viên", "Họ và tên", "Ngày sinh", "Số định danh cá nhân", "MST cũ");
      for (String[] row : SPOILT_BY_A_SPREADSHEET) {
        csv.writeRecord(row);
      }
      int number = SPOILT_BY_A_SPREADSHEET.length;
      for (PayrollRow row : (Iterable<PayrollRow>) people::iterator) {
        number++;
        csv.writeRecord(
            String.format("NV-%04d", number),
            row.fullName(),
            row.birthDate(),
            row.citizenId(),
            String.join(";", row.oldTaxCodes()));
      }
    }
  }
}

package vn.eid.examples.bulktaxlink;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import vn.eid.mock.EidMock;
import vn.eid.mock.PayrollRow;

/** The office's list of its people, as such lists are: with mistakes in it. */
final class StaffFile {
  private StaffFile() {}

  /** Writes people of the mock server's, and three whom a spreadsheet has spoiled. */
  static void write(EidMock mock, int people, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file);
        Stream<PayrollRow> payroll = mock.payroll(people - 3)) {
      csv.writeRecord("Mã nhân viên", "Họ và tên", "Ngày sinh", "Số định danh cá nhân", "MST cũ");
      csv.writeRecord("NV-A", "Nguyễn Văn An", "12/03/1985", "99085000011", "");
      csv.writeRecord("NV-B", "Võ Giang", "30/01/1979", "9.9079E+10", "");
      csv.writeRecord("NV-C", "Hồ Sơn", "31/02/1991", "099091000156", "");
      int number = 0;
      for (PayrollRow row : (Iterable<PayrollRow>) payroll::iterator) {
        number++;
        csv.writeRecord(
            "NV-" + number,
            row.fullName(),
            row.birthDate(),
            row.citizenId(),
            String.join(";", row.oldTaxCodes()));
      }
    }
  }
}

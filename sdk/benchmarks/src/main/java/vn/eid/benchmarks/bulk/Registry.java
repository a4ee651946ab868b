package vn.eid.benchmarks.bulk;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;
import vn.eid.mock.PayrollRow;

/**
 * The mock server's process: it writes the payroll and its client's key, says where it listens, and
 * answers each line that it is sent with what it counted.
 */
final class Registry {
  private Registry() {}

  /** {@code rows seed payrollFile keyFile warmUpRows}. */
  public static void main(String[] args) throws IOException {
    long rows = Long.parseLong(args[0]);
    long warmUp = Long.parseLong(args[4]);
    MockOptions people =
        MockOptions.defaults().generate((rows + warmUp) * 2, Long.parseLong(args[1]));
    try (EidMock mock = EidMock.start(people)) {
      Files.writeString(Path.of(args[3]), mock.clientKeyJwk());
      write(mock, rows, warmUp, Path.of(args[2]));
      System.out.println(mock.issuer() + " " + mock.clientId());
      answer(mock);
    }
  }

  private static void answer(EidMock mock) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      System.out.println(mock.rowsReceived() + " " + mock.rowsDone() + " " + mock.linksMade());
    }
  }

  private static void write(EidMock mock, long rows, long warmUp, Path file) throws IOException {
    try (Stream<PayrollRow> payroll = mock.payroll(rows + warmUp)) {
      Iterator<PayrollRow> people = payroll.iterator();
      write(people, warmUp, file.resolveSibling(Job.WARM_UP));
      write(people, rows, file);
    }
  }

  private static void write(Iterator<PayrollRow> people, long rows, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("reference,citizen_id,full_name,birth_date,old_tax_codes\n");
      for (long number = 1; number <= rows; number++) {
        out.write("NV-" + number + "," + line(people.next()) + "\n");
      }
    }
  }

  /** No value of the mock server's payroll has a comma or a quote in it. */
  private static String line(PayrollRow row) {
    return String.join(
        ",", row.citizenId(), row.fullName(), row.birthDate(), String.join(";", row.oldTaxCodes()));
  }
}

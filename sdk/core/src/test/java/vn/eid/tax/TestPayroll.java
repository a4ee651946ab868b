package vn.eid.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.EidMock;
import vn.eid.mock.PayrollRow;

/** People whom the mock server generates, as a file, and what must become of each. */
record TestPayroll(List<PayrollRow> rows) {

  /** One of several that have nobody in common. */
  static TestPayroll of(EidMock mock, int rows, int number) {
    // The seed is where among the people it begins, twice.
    return new TestPayroll(mock.payroll(rows, 2L * number * rows).toList());
  }

  TestPayroll writtenTo(Path csv) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("reference,citizen_id,full_name,birth_date,old_tax_codes");
    for (int i = 0; i < rows.size(); i++) {
      PayrollRow row = rows.get(i);
      lines.add(
          String.join(
              ",",
              "R" + i,
              row.citizenId(),
              row.fullName(),
              dayFirst(row.birthDate()),
              String.join(";", row.oldTaxCodes())));
    }
    Files.write(csv, lines);
    return this;
  }

  /** Each row has its result once, in its place, and nobody was linked twice. */
  void mustBeDone(EidMock mock, Path results) {
    List<Map<String, String>> said = BulkJobTest.said(results);
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      expected.add("R" + i + " " + result(rows.get(i)));
    }
    said.forEach(row -> found.add(row.get("reference") + " " + settled(row.get("result"))));
    assertThat(found).isEqualTo(expected);
    assertThat(rows)
        .filteredOn(row -> row.expected().endsWith("linked"))
        .allMatch(row -> mock.timesLinked(row.citizenId()) == 1);
  }

  /** How many different rows there are for the registry. */
  long different() {
    return rows.stream().filter(row -> !row.expected().equals("invalid")).distinct().count();
  }

  private static String result(PayrollRow row) {
    return row.expected().equals("invalid") ? "invalid_row" : settled(row.expected());
  }

  /** Of whom several match, and whom the law linked, the registry says the one or the other. */
  private static String settled(@Nullable String result) {
    return "under_review".equals(result) ? "already_linked" : String.valueOf(result);
  }

  private static String dayFirst(String date) {
    String[] parts = date.split("-", -1);
    return parts.length == 3 ? parts[2] + "/" + parts[1] + "/" + parts[0] : date;
  }
}

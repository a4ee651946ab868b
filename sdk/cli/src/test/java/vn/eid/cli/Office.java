package vn.eid.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.eid.mock.EidMock;

/** A payroll office that calls the program: its files, and its key. */
record Office(EidMock mock, Path folder) {
  static final String AN = "099085000011,Nguyễn Văn An,12/03/1985,\n";
  static final String QUYEN = "099187000145,Lý Thị Quyên,05/05/1987,\n";
  static final String HA = "099195000077,Hoàng Thu Hà,15/09/1995,\n";
  static final String KHANH = "099203000088,Bùi Khánh,01/12/2003,\n";
  static final String SON = "099091000156,Hồ Sơn,03/03/1991,\n";
  static final String SPOILED = "99085000011,Nguyễn Văn An,12/03/1985,\n";

  Path in() {
    return folder.resolve("staff.csv");
  }

  Path out() {
    return folder.resolve("result.csv");
  }

  Office with(String... people) throws IOException {
    Files.writeString(
        in(), "citizen_id,full_name,birth_date,old_tax_codes\n" + String.join("", people));
    return this;
  }

  /** Everybody of a generated payroll. */
  Office withPayroll(long rows) throws IOException {
    List<String> people =
        mock.payroll(rows)
            .map(row -> row.citizenId() + "," + row.fullName() + "," + row.birthDate() + ",\n")
            .toList();
    return with(people.toArray(String[]::new));
  }

  Called links(String... more) throws IOException {
    return links(false, more);
  }

  Called links(boolean terminal, String... more) throws IOException {
    return Called.in(environment(), terminal, args(more).toArray(String[]::new));
  }

  List<String> args(String... more) {
    List<String> args =
        new ArrayList<>(List.of("link", "--in", in().toString(), "--out", out().toString()));
    args.addAll(List.of(more));
    return args;
  }

  Map<String, String> environment() throws IOException {
    Path key = folder.resolve("key.json");
    if (!Files.exists(key)) {
      Files.writeString(key, mock.clientKeyJwk());
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
    return Map.of(
        "EID_ISSUER", mock.issuer().toString(),
        "EID_CLIENT_ID", mock.clientId(),
        "EID_KEY_FILE", key.toString(),
        "EID_ENVIRONMENT", "sandbox");
  }
}

package vn.eid.tax;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.InvalidRequestException;

/** Files as offices have them. */
class BadRowsTest extends BulkJobTest {
  private static final String REST = ",Nguyễn Văn An,12/03/1985,\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "099085000011",
        "099 085 000011",
        "099\u00a0085\u00a0000\u00a0011",
        "'099085000011",
        "\"=\"\"099085000011\"\"\"",
        "\" 099085000011 \""
      })
  void aNumberAsSpreadsheetsAndCardsShowItIsUnderstood(String number) throws Exception {
    link(job(HEADER + "1," + number + REST));
    assertThat(said("result")).containsExactly("linked");
  }

  @ParameterizedTest
  @CsvSource({
    "99085000011, leading zeros",
    "9085000011, leading zeros",
    "850000119, số CMND",
    "9.9085E+10, scientific notation",
    "'9,9085E+10', scientific notation",
    "99085000011.0, decimal number",
    "0990850000112, has 13",
    "'', is missing",
    "09908500001O, not a digit",
    "098085000011, never assigned",
    "001085000011, synthetic numbers only"
  })
  void aNumberThatCannotBeRightIsNamedAndNotRepaired(String number, String why) throws Exception {
    link(job(HEADER + "1,\"" + number + "\"" + REST + AN));
    assertThat(said("result")).containsExactly("invalid_row", "linked");
    assertThat(said().get(0)).containsEntry("column", "citizen_id").containsEntry("row", "2");
    assertThat(said().get(0).get("problem")).contains(why).doesNotContain("085");
    assertThat(mock.rowsReceived()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12/03/1985", "12/3/1985", "1985-03-12", "' 12/3/1985"})
  void aDateInEachUsualFormIsUnderstood(String date) throws Exception {
    link(job(HEADER + "1,099085000011,Nguyễn Văn An," + date + ",\n"));
    assertThat(said("result")).containsExactly("linked");
  }

  @ParameterizedTest
  @CsvSource({
    "03/25/1985, in the middle",
    "31/02/1985, no such day",
    "1985-13-01, no such day",
    "12/03/85, day first",
    "31118, spreadsheet's day number",
    "12 March 1985, day first",
    "'', is missing"
  })
  void aDateThatCannotBeReadIsNamed(String date, String why) throws Exception {
    link(job(HEADER + "1,099085000011,Nguyễn Văn An," + date + ",\n"));
    assertThat(said().get(0))
        .containsEntry("result", "invalid_row")
        .containsEntry("column", "birth_date");
    assertThat(said().get(0).get("problem")).contains(why);
  }

  @ParameterizedTest
  @CsvSource({
    "101248141, leading zero",
    "0101248142, check digit",
    "12345, has 5",
    "0101248141;0101248142, check digit"
  })
  void anOldCodeThatCannotBeRightIsNamed(String codes, String why) throws Exception {
    link(job(HEADER + "1,099085000011,Nguyễn Văn An,12/03/1985," + codes + "\n"));
    assertThat(said().get(0)).containsEntry("column", "old_tax_codes");
    assertThat(said().get(0).get("problem")).contains(why).doesNotContain("1248");
  }

  @Test
  void severalOldCodesAreTakenApart() throws Exception {
    link(
        job(
            HEADER
                + "1,099085000011,Nguyễn Văn An,12/03/1985,0101248141;0100109106\n"
                + "2,099085000011,Nguyễn Văn An,12/03/1985,0100109106 | 0101248141\n"));
    assertThat(mock.rowsReceived()).as("the same codes in another order").isEqualTo(1);
    assertThat(mock.requests())
        .filteredOn(r -> r.path().endsWith("/batches"))
        .allMatch(r -> r.body().contains("[\"0100109106\",\"0101248141\"]"));
  }

  @Test
  void aNameMustBeThere() throws Exception {
    link(job(HEADER + "1,099085000011, ,12/03/1985,\n"));
    assertThat(said().get(0)).containsEntry("column", "full_name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mã nhân viên;Số định danh cá nhân;Họ và tên;Ngày sinh;Mã số thuế cũ",
        "MA NV;CCCD;HO TEN;NGAY SINH;MST CU",
        "reference;citizen_id;full_name;birth_date;old_tax_codes"
      })
  void columnsAreUnderstoodInVietnameseAndEnglish(String header) throws Exception {
    String an = AN.replace(',', ';');
    link(job(Normalizer.normalize(header, Normalizer.Form.NFD) + "\n" + an));
    assertThat(said("result")).containsExactly("linked");
    assertThat(said("reference")).containsExactly("NV-1");
  }

  @Test
  void columnsStandInAnyOrder() throws Exception {
    link(job("birth_date\tfull_name\tcitizen_id\n12/03/1985\tNguyễn Văn An\t099085000011\n"));
    assertThat(said("result")).containsExactly("linked");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "citizen_id,full_name,note|Missing columns: birth_date (or: Ngày sinh). There are|note",
        "citizen_id,cccd,full_name,birth_date|2 columns for citizen_id|citizen_id",
        "a,b,c|no name is known|first line",
        "note,Họ tên|Missing columns: citizen_id (or: Số định danh cá nhân, Số CCCD, CCCD); birth_date|Họ tên"
      })
  void aHeaderThatCannotBeUnderstoodIsRefusedBeforeAnythingIsSent(
      String header, String why, String found) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(job(header + "\n" + AN)))
        .withMessageContaining(why)
        .withMessageContaining(found);
    assertThat(filesLeft()).hasSize(1);
  }

  @Test
  void aFileWithoutAHeaderIsRefusedAndItsFirstPersonIsNotNamed() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(job(AN + HUONG)))
        .withMessageNotContaining("099085000011")
        .withMessageNotContaining("Nguyễn");
  }

  @Test
  void emptyLinesCountAsRowsOfTheSpreadsheetAndAreNoRows() throws Exception {
    link(job("\n" + HEADER + "\n" + AN + " \n,,,,\n;\n" + HUONG + "\n\n"));
    assertThat(said())
        .extracting(r -> r.get("row"), r -> r.get("result"))
        .containsExactly(tuple("4", "linked"), tuple("7", "invalid_row"), tuple("8", "linked"));
  }

  @Test
  void quotesAreUnderstoodAndACellWithLineBreaksIsOneRow() throws Exception {
    link(
        job(
            HEADER
                + "\"a \"\"b\"\", c\",\"099085000011\",\"Nguyễn Văn An\",12/03/1985,\n"
                + "\"two\nlines\",099188000055,Đỗ Thị Hương,02/11/1988,\n"
                + "3,099203000088,Bùi Khánh,01/12/2003,\n"));
    assertThat(said())
        .extracting(r -> r.get("row"), r -> r.get("reference"), r -> r.get("result"))
        .containsExactly(
            tuple("2", "a \"b\", c", "linked"),
            tuple("3", "two\nlines", "linked"),
            tuple("4", "3", "not_found"));
  }

  @Test
  void aRowWithTooFewOrTooManyCellsIsBad() throws Exception {
    link(job(HEADER + "1,099085000011\n2,099085000011,Nguyễn,Văn,An,x\n" + AN.strip() + ",,\n"));
    assertThat(said("result")).containsExactly("invalid_row", "invalid_row", "linked");
    assertThat(said().get(0).get("problem")).contains("The row has 2 cells, the header 5.");
    assertThat(said().get(1).get("problem")).contains("The row has 6 cells, the header 5.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,\"099085000011,An,1985,", "1,\"099\"x,An,1985,", "\"\"1,2,3,4,5"})
  void aQuotationMarkThatIsNotClosedSpoilsItsRowAlone(String broken) throws Exception {
    link(job(HEADER + broken + "\n" + AN + HUONG + rows(40).substring(HEADER.length())));
    assertThat(said()).hasSize(43);
    assertThat(said("result").subList(0, 3)).containsExactly("invalid_row", "linked", "linked");
    assertThat(said().get(0).get("problem")).contains("quotation mark");
    assertThat(said().get(42)).containsEntry("row", "44");
  }

  @Test
  void aQuotationMarkThatIsNotClosedAtTheEndSpoilsItsRowAlone() throws Exception {
    link(job(HEADER + AN + "1,\"099085000011,An,1985,\n" + HUONG));
    assertThat(said("result")).containsExactly("linked", "invalid_row", "linked");
  }

  @Test
  void aLineOfThreeHundredMegabytesSpoilsItsRowAloneInConstantMemory() throws Exception {
    hugeLine(300);
    link(BulkLink.of(LinkRows.csv(staff()), LinkResults.csv(results())));
    assertThat(said("result")).containsExactly("linked", "invalid_row", "linked");
    assertThat(said().get(1)).containsEntry("row", "3");
    assertThat(said().get(1).get("problem")).contains("longer than 65536 characters");
  }

  private void hugeLine(int megabytes) throws IOException {
    byte[] block = "x".repeat(1 << 20).getBytes(UTF_8);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(staff()))) {
      out.write((HEADER + AN).getBytes(UTF_8));
      for (int i = 0; i < megabytes; i++) {
        out.write(block);
      }
      out.write(("\n" + HUONG).getBytes(UTF_8));
    }
  }

  @Test
  void marksOfUtf8AndOfUtf16AreUnderstood() throws Exception {
    String text = "\ufeff" + (HEADER + AN).replace(',', '\t');
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      write(text.getBytes(charset));
      Files.deleteIfExists(results());
      link(BulkLink.of(LinkRows.csv(staff()), LinkResults.csv(results())));
      assertThat(said("result")).as(charset.name()).doesNotContain("invalid_row");
    }
  }

  @Test
  void anotherEncodingIsRefusedWithRowAndColumnAndUnderstoodWhereItIsNamed() throws Exception {
    Charset vietnamese = Charset.forName("windows-1258");
    // In this encoding a letter and its tone are two characters.
    String name = "Nguyê\u0303n Văn An";
    write((HEADER + "1,099085000011," + name + ",12/03/1985,\n").getBytes(vietnamese));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(BulkLink.of(LinkRows.csv(staff()), LinkResults.csv(results()))))
        .withMessageContaining("Row 2, column full_name")
        .withMessageContaining("windows-1258");
    assertThat(mock.batchesReceived()).isZero();
    link(BulkLink.of(LinkRows.csv(staff(), vietnamese), LinkResults.csv(results())).resuming());
    assertThat(said("result")).containsExactly("linked");
  }

  @Test
  void aFileInUtf8IsNotReadInAnotherEncodingThatWasNamed() {
    write((HEADER + AN).getBytes(UTF_8));
    for (String name : List.of("windows-1258", "windows-1252", "UTF-16LE")) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(
              () ->
                  link(
                      BulkLink.of(
                          LinkRows.csv(staff(), Charset.forName(name)),
                          LinkResults.csv(results()))))
          .withMessageContaining("The file is in UTF-8, not in " + name);
    }
    assertThat(mock.batchesReceived()).isZero();
  }

  @Test
  void bytesThatAreNoTextSpoilTheirRowAloneWhereTheFileIsUtf8() throws Exception {
    byte[] text = (HEADER + AN + HUONG + AN).getBytes(UTF_8);
    int at = new String(text, UTF_8).indexOf("Hương");
    byte[] before = new String(text, UTF_8).substring(0, at).getBytes(UTF_8);
    text[before.length] = (byte) 0xff;
    write(text);
    link(BulkLink.of(LinkRows.csv(staff()), LinkResults.csv(results())));
    assertThat(said("result")).containsExactly("linked", "invalid_row", "linked");
    assertThat(said().get(1)).containsEntry("column", "full_name").containsEntry("row", "3");
  }

  @Test
  void aWorkbookAnEmptyFileAndNoFileAreNamed() throws Exception {
    write(new byte[] {'P', 'K', 3, 4, 0, 0});
    refused("workbook");
    write(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0});
    refused("workbook");
    write(new byte[0]);
    refused("empty");
    write(("\0" + HEADER).getBytes(UTF_16LE));
    refused("UTF-16");
    Files.delete(staff());
    refused("There is no file");
    Files.createDirectory(staff());
    refused("is a directory");
  }

  @Test
  void aFileThatIsNoSuchListIsRefusedBeforeThereIsAJob() {
    write("Tên,Tuổi\nAn,41\n".getBytes(UTF_8));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(LinkRows.csv(staff())::requireReadable)
        .withMessageContaining("Missing columns");
    write((HEADER + AN).getBytes(Charset.forName("windows-1258")));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(LinkRows.csv(staff())::requireReadable)
        .withMessageContaining("Name the encoding");
    assertThat(mock.requests()).isEmpty();
  }

  @Test
  void aListIsReadableWhateverIsWrongInItsRows() {
    write((HEADER + "1,12" + REST + AN).getBytes(UTF_8));
    LinkRows.csv(staff()).requireReadable();
    assertThat(results()).doesNotExist();
  }

  private void refused(String why) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(BulkLink.of(LinkRows.csv(staff()), LinkResults.csv(results()))))
        .withMessageContaining(why);
  }

  @Test
  void aReferenceHasALength() throws Exception {
    link(job(HEADER + "x".repeat(256) + ",099085000011" + REST));
    assertThat(said().get(0)).containsEntry("column", "reference");
  }

  @Test
  void aBirthDateThatDoesNotFitTheNumberIsForTheRegistryToJudge() throws Exception {
    link(job(HEADER + "1,099085000011,Nguyễn Văn An,12/03/1990,\n"));
    assertThat(said("mismatched_fields")).containsExactly("birth_date");
  }
}

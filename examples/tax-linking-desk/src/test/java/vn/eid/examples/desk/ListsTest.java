package vn.eid.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.eid.mock.EidMock;
import vn.eid.tax.LinkResult;

/** Lists as offices have them, and what comes of them. */
@DeskTest
class ListsTest {
  private static final String HEADINGS =
      "Mã nhân viên,Họ và tên,Ngày sinh,Số định danh cá nhân,MST cũ\r\n";
  private static final String AN = "NV-1,Nguyễn Văn An,12/03/1985,099085000011,\r\n";
  private static final String HA = "NV-2,Hoàng Thu Hà,15/09/1995,099195000077,\r\n";
  private static final String KHANH = "NV-3,Bùi Khánh,01/12/2003,099203000088,\r\n";
  private static final String SPOILT = "NV-4,Mai Phúc,10/10/1960,99060000134,\r\n";
  private static final String SON = "099091000156,Hồ Sơn,03/03/1991,099091000156,\r\n";

  @Autowired private EidMock mock;

  @Value("${local.server.port}")
  private int port;

  private Desk desk;

  @BeforeEach
  void comeIn() {
    desk = Desk.of(mock, port, Desk.OFFICER);
  }

  @Test
  void eachRowIsNamedByKindWithWhatToDo() throws Exception {
    Document done =
        desk.await(
            desk.send("nhân viên.csv", "\ufeff" + HEADINGS + AN + HA + KHANH + SPOILT + SON),
            "Đã xong");
    assertThat(done.expectFirst("h1").text()).isEqualTo("nhân viên.csv");
    assertThat(done.select("h3").eachText())
        .containsExactly(
            "Thông tin không khớp (1)",
            "Không tìm thấy (1)",
            "Chờ cán bộ thuế quyết định (1)",
            "Dòng sai, không gửi đi (1)");
    assertThat(done.text())
        .contains("họ và tên", "Số hồ sơ: ", "12 chữ số", "Kiểm tra lại số định danh")
        .doesNotContain("099091000156", "99060000134", "Hoàng Thu Hà");
    assertThat(done.select("td.file").eachText()).contains("•••156");
  }

  @Test
  void thePagesAreEnglishWhereThatIsChosen() throws Exception {
    Document list = desk.send("staff.csv", HEADINGS + AN + KHANH);
    desk.await(list, "Đã xong");
    Document english = desk.open(list.location() + "?lang=en");
    assertThat(english.text()).contains("Finished", "Not known to the registry (1)", "By");
    assertThat(english.select(".todo").text()).startsWith("Check the number");
    assertThat(english.text()).doesNotContain("??");
  }

  @Test
  void theRowsToCorrectAreAListOfTheirOwn() throws Exception {
    String torn = "NV-5,\"Mai\nPhúc\",10/10/1960,99060000134,\r\n";
    Document done =
        desk.await(desk.send("a.csv", HEADINGS + AN + "\r\n" + torn + SON + SPOILT), "Đã xong");
    byte[] again = desk.download(done.location() + "/corrections.csv").bodyAsBytes();
    assertThat(new String(again, StandardCharsets.UTF_8))
        .isEqualTo("\ufeff" + HEADINGS + torn + SPOILT);
    String corrected = new String(again, StandardCharsets.UTF_8).replace(",9906", ",09906");
    Document second = desk.await(desk.send("b.csv", corrected), "Đã xong");
    assertThat(second.text()).contains("Đã liên kết 2");
  }

  @Test
  void aSpreadsheetTakesNoRowToCorrectForAFormula() throws Exception {
    String rows =
        "=1+2,Mai Phúc,10/10/1960,99060000134,\r\n\"@A1\",\"Ma, -i\",1,99060000134, +1\r\n";
    Document done = desk.await(desk.send("a.csv", HEADINGS + rows), "Đã xong");
    String again = desk.download(done.location() + "/corrections.csv").body();
    String harmless = rows.replace("=1", "'=1").replace("@", "'@").replace(" -", "' -");
    assertThat(again).isEqualTo("\ufeff" + HEADINGS + harmless.replace(" +", "' +"));
    Document second = desk.await(desk.send("b.csv", again), "Đã xong");
    assertThat(desk.download(second.location() + "/corrections.csv").body()).isEqualTo(again);
  }

  @Test
  void whatTheRegistryMayHaveOtherwiseHasItsWordInBothLanguages() {
    for (String language : new String[] {"", "_en"}) {
      ResourceBundle words = ResourceBundle.getBundle("messages" + language, Locale.ROOT);
      assertThat(LinkResult.Field.values())
          .allSatisfy(
              field ->
                  assertThat(words.keySet())
                      .contains("field." + field.name().toLowerCase(Locale.ROOT)));
    }
  }

  @Test
  void theResultsAreTheSdksFileAsItIs() throws Exception {
    Document done = desk.await(desk.send("a.csv", HEADINGS + AN + KHANH), "Đã xong");
    String results = desk.download(done.location() + "/results.csv").body();
    assertThat(results).startsWith("\ufeffrow,reference,result,tax_code");
    assertThat(results.lines()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM"})
  void aListInUtf16IsRead(String charset) throws Exception {
    byte[] list = (HEADINGS + AN + SPOILT).replace(',', '\t').getBytes(Charset.forName(charset));
    Document done = desk.await(desk.send("a.txt", list, "UNICODE"), "Đã xong");
    assertThat(done.text()).contains("Dòng sai, không gửi đi (1)");
    assertThat(desk.download(done.location() + "/corrections.csv").body())
        .isEqualTo("\ufeff" + (HEADINGS + SPOILT).replace(',', '\t'));
  }

  @Test
  void aListInWindows1258IsReadWhereThatIsSaidAndElseNamed() throws Exception {
    byte[] list =
        (HEADINGS + AN)
            .replace("ễ", "ê\u0303")
            .replace("ọ", "o\u0323")
            .replace("ị", "i\u0323")
            .replace("ố", "ô\u0301")
            .getBytes(Charset.forName("windows-1258"));
    assertThat(desk.send("cũ.csv", list, "UNICODE").select(".notice.bad").text())
        .contains("Tệp không được nhận.", "Windows-1258");
    Document done = desk.await(desk.send("cũ.csv", list, "WINDOWS_1258"), "Đã xong");
    assertThat(done.text()).contains("Mọi dòng đều đã được liên kết");
  }

  @Test
  void aFileThatIsNoListIsRefusedAtOnceAndNotKept() throws Exception {
    int before = desk.open("/jobs").select("tbody tr").size();
    assertThat(refusal("PK\u0003\u0004xl/workbook")).contains("sổ tính Excel");
    assertThat(refusal("Tên,Tuổi\r\nAn,41\r\n")).contains("thiếu tên cột", "Missing columns");
    assertThat(refusal("")).contains("Tệp trống");
    assertThat(refusal(HEADINGS.replace("MST cũ", "Họ tên"))).contains("có mặt hai lần");
    assertThat(desk.open("/jobs").select("tbody tr")).hasSize(before);
  }

  private String refusal(String list) throws IOException {
    return desk.send("tệp.csv", list).select(".notice.bad").text();
  }

  @Test
  void theTemplateIsAListWithoutPeople() throws Exception {
    byte[] template = desk.download("/template.csv").bodyAsBytes();
    Document done = desk.await(desk.send("trống.csv", template, "UNICODE"), "Đã xong");
    assertThat(done.text()).contains("bên dưới không có dòng nào");
  }
}

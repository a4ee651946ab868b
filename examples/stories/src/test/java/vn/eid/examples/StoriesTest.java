package vn.eid.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.eid.examples.bulktaxlink.BulkTaxLinkStory;
import vn.eid.examples.healthrecord.HealthRecordStory;
import vn.eid.examples.pushlogin.PushLoginStory;
import vn.eid.examples.redirectlogin.RedirectLoginStory;
import vn.eid.examples.stage.QrCode;
import vn.eid.examples.stage.Stage;
import vn.eid.examples.taxlink.TaxLinkStory;

class StoriesTest {
  private static final Map<DecodeHintType, ?> HINTS =
      Map.of(
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE),
          DecodeHintType.TRY_HARDER,
          true);

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

  @Test
  void aCitizenLogsInAndTheCallbackWorksOnce() {
    assertThat(tell(RedirectLoginStory::tell)).isZero();
    assertThat(text())
        .contains("Logged in: Nguyễn Văn An, born 1985-03-12, number *********011")
        .contains("no login waits for it any more (check STATE)");
  }

  @Test
  void aCitizenLogsInOnThePhoneWithTheCodeThatTheScreenShows() throws Exception {
    assertThat(tell(PushLoginStory::tell)).isZero();
    assertThat(text()).contains("Logged in on the phone: Nguyễn Văn An.");
    Matcher screen = Pattern.compile("verification code (\\d{4})").matcher(text());
    Matcher phone = Pattern.compile("(\\d{4}) Phòng khám Hoa Sen").matcher(text());
    assertThat(screen.find() && phone.find()).isTrue();
    assertThat(phone.group(1)).isEqualTo(screen.group(1));
  }

  @Test
  void aQrCodeLeadsWhereTheLinkLeads() throws Exception {
    String link = "http://127.0.0.1:12345/phone/abcDEF_123-xyz";
    assertThat(scanned(QrCode.of(link))).isEqualTo(link);
  }

  /** What a scanner reads off the drawing: each character is two modules, one above the other. */
  private static String scanned(String drawing) throws NotFoundException {
    List<String> lines = drawing.lines().toList();
    int scale = 4;
    int width = lines.get(0).length() * scale;
    int height = lines.size() * 2 * scale;
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        char c = lines.get(y / scale / 2).charAt(x / scale);
        boolean upper = y / scale % 2 == 0;
        boolean light = c == '█' || (c == '▀' && upper) || (c == '▄' && !upper);
        pixels[y * width + x] = light ? 0xFFFFFF : 0;
      }
    }
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new MultiFormatReader()
        .decode(new BinaryBitmap(new HybridBinarizer(source)), HINTS)
        .getText();
  }

  @Test
  void aHospitalReadsWhatWasAgreedAndNothingWhenTheConsentIsTakenBack() {
    assertThat(tell(HealthRecordStory::tell)).isZero();
    assertThat(text())
        .contains("agreed to: patient_summary, laboratory_results")
        .contains("left out:  imaging_reports")
        .contains("did not agree to share 'imaging_reports'.")
        .contains("Pulled: 24 laboratory results.")
        .contains("withheld: 3, SENSITIVE")
        .contains("withheld: unknown how many, SOURCE_UNREACHABLE")
        .contains("24 lie sealed at the hospital")
        .contains("the next pull:   refused, REVOKED_BY_CITIZEN")
        .contains("the sealed copy: refused, REVOKED_BY_CITIZEN")
        .contains("a signed record says that 24 results went with it.")
        .containsPattern("the ledger: +\\d+ lines, intact")
        .containsPattern("a copy, a 24 made a 14: line \\d+ CHANGED");
  }

  @Test
  void aPayrollOfficeMeetsEveryKindOfResult() {
    assertThat(tell(TaxLinkStory::tell)).isZero();
    assertThat(text())
        .contains("linked; older codes brought in: [*******")
        .contains("was linked before; status ISSUED")
        .contains("status IDENTITY_DATA_PENDING")
        .contains("does not match in [FULL_NAME]")
        .contains("not known to the registry")
        .contains("an officer decides, case TX-")
        .containsPattern("old code \\*+\\d+: status CLOSED, now \\*+066")
        .containsPattern("\\d{4}-\\d\\d-\\d\\d {2}Merged")
        .contains("Hồ Sơn's case: open")
        .contains("An officer looked at it: decided, linked");
  }

  @Test
  void aPayrollOfficeIsKilledInTheMiddleAndLinksNobodyTwice() {
    assertThat(tell(BulkTaxLinkStory::tell)).isZero();
    assertThat(text())
        .contains("linked twice: 0.", "10,000 rows in all", "Killed (kill -9)")
        .contains(" linked", " already_linked", " mismatch", " not_found", " under_review")
        .contains("row 2, column citizen_id:", "this one has 11")
        .contains("row 3, column citizen_id:", "scientific notation")
        .contains("row 4, column birth_date:");
  }

  @Test
  void noStoryPrintsACitizenNumber() {
    tell(
        RedirectLoginStory::tell,
        PushLoginStory::tell,
        HealthRecordStory::tell,
        TaxLinkStory::tell,
        BulkTaxLinkStory::tell);
    assertThat(text()).doesNotContainPattern("099\\d{9}");
  }

  @Test
  void anUnknownOptionIsOneSentenceAndExitCodeTwo() {
    assertThat(Stage.run(List.of("--interctive"), out)).isEqualTo(2);
    assertThat(text().strip().lines()).singleElement().asString().contains("--interactive");
  }

  private int tell(Stage.Story... stories) {
    return Stage.run(List.of(), out, stories);
  }

  private String text() {
    return told.toString(StandardCharsets.UTF_8);
  }
}

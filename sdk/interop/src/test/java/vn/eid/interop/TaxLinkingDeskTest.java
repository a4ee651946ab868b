package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;
import vn.eid.mock.PayrollRow;

/** The payroll office's desk, clicked through by a real browser, and killed in the middle. */
class TaxLinkingDeskTest {
  private static final int ROWS = 4_000;
  private static final int ROWS_A_SECOND = 250;

  @TempDir private Path folder;
  private int port;
  private Path key;
  private EidMock mock;
  private DeskProcess desk;

  @BeforeEach
  void start() throws IOException {
    port = freePort();
    mock =
        EidMock.start(
            MockOptions.defaults()
                .interactive(true)
                .generate(100_000, 7)
                .taxRowsPerSecond(ROWS_A_SECOND)
                .clientName("Công ty May Hoa Sen")
                .redirectUri("http://localhost:" + port + "/eid/callback"));
    key = Files.writeString(folder.resolve("key.json"), mock.clientKeyJwk());
    desk = startDesk();
  }

  private DeskProcess startDesk() {
    return DeskProcess.start(port, mock, key, folder.resolve("desk"));
  }

  @AfterEach
  void stop() {
    desk.close();
    mock.close();
  }

  @Test
  void aListGoesOnAfterTheDeskWasKilledAndEachRowHasOneResult() throws IOException {
    try (Chromium browser = Chromium.desktop("vi")) {
      browser.open(desk.address("/"));
      browser.isReadableByEverybody("desk-welcome");
      browser.follow("Đăng nhập bằng e-ID");
      logIn(browser, "vi");
      assertThat(browser.heading()).isEqualTo("Liên kết mã số thuế");
      browser.isReadableByEverybody("desk-empty");
      browser.fill("Danh sách nhân viên (CSV, tối đa 200 MB)", staff().toString());
      browser.press("Gửi danh sách");
      URI job = browser.address();
      browser.awaitText("Đã liên kết 1");
      browser.isReadableByEverybody("desk-running");
      desk.kill();
      long doneBefore = mock.rowsDone();
      assertThat(doneBefore).isPositive().isLessThan(ROWS);
      desk = startDesk();
      browser.open(job);
      logIn(browser, "vi");
      browser.awaitText("Đang liên kết");
      mock.limitTaxRows(0);
      browser.awaitText("Đã xong");
      browser.isReadableByEverybody("desk-finished");
      browser.unfold("50 dòng đầu trong");
      browser.isReadableByEverybody("desk-attention");
    }
    eachRowHasOneResult();
    atHomeInEnglish();
  }

  private void eachRowHasOneResult() throws IOException {
    List<String> results;
    try (Stream<Path> files = Files.walk(folder)) {
      Path file = files.filter(path -> path.endsWith("results.csv")).findFirst().orElseThrow();
      results = Files.readAllLines(file);
    }
    assertThat(results).hasSize(ROWS + 1);
    assertThat(results.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
        .doesNotHaveDuplicates();
    try (Stream<PayrollRow> rows = mock.payroll(ROWS)) {
      assertThat(rows.map(PayrollRow::citizenId).distinct())
          .allMatch(number -> mock.timesLinked(number) <= 1);
    }
  }

  /** At the width of a phone; the list is deleted at last. */
  private void atHomeInEnglish() {
    try (Chromium browser = Chromium.reading("en")) {
      browser.open(desk.address("/?lang=en"));
      browser.isReadableByEverybody("desk-welcome");
      browser.follow("Log in with e-ID");
      logIn(browser, "en");
      browser.isReadableByEverybody("desk-jobs");
      browser.follow("staff.csv");
      assertThat(browser.text()).contains("Finished", "Other data at the registry");
      browser.isReadableByEverybody("desk-finished");
      browser.follow("Delete");
      browser.isReadableByEverybody("desk-deletion");
      browser.press("Delete for good");
      assertThat(browser.text()).contains("There is no list yet.");
    }
    assertThat(folder.resolve("desk").resolve("jobs")).isEmptyDirectory();
  }

  @Test
  void withoutScriptThePageLoadsItselfAgainAndAStrangerIsToldSo() throws IOException {
    try (Chromium browser = Chromium.withoutScript("vi")) {
      browser.open(desk.address("/jobs"));
      logIn(browser, "vi");
      browser.fill("Danh sách nhân viên (CSV, tối đa 200 MB)", staff().toString());
      browser.press("Gửi danh sách");
      assertThat(browser.text()).contains("Tiến độ");
      mock.limitTaxRows(0);
      browser.awaitText("Đã xong");
    }
    try (Chromium browser = Chromium.reading("vi")) {
      browser.open(desk.address("/jobs"));
      logIn(browser, "vi", "Võ Giang");
      assertThat(browser.heading()).isEqualTo("Trang này dành cho phòng Tiền lương");
      browser.isReadableByEverybody("desk-stranger");
    }
  }

  private static void logIn(Chromium browser, String language) {
    logIn(browser, language, Person.ORDINARY.fullName());
  }

  private static void logIn(Chromium browser, String language, String who) {
    ResourceBundle words = ResourceBundle.getBundle("vn.eid.mock.page.texts_" + language);
    browser.choose(who);
    browser.press(words.getString("choose.next"));
    browser.press(words.getString("approve.yes"));
  }

  private Path staff() throws IOException {
    try (Stream<PayrollRow> rows = mock.payroll(ROWS)) {
      String list =
          rows.map(row -> String.join(",", row.citizenId(), row.fullName(), row.birthDate()))
              .collect(Collectors.joining("\n", "\ufeffcccd,Họ và tên,Ngày sinh\n", "\n"));
      return Files.writeString(folder.resolve("staff.csv"), list);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}

package vn.eid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;
import vn.eid.mock.MockOptions;

class LinkCommandTest {
  @TempDir private Path folder;

  private final EidMock mock = EidMock.start(MockOptions.defaults().generate(10_000, 7));

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void whenEverybodyIsLinkedTheExitCodeIsZero() throws Exception {
    Called called = office().with(Office.AN, Office.QUYEN).links();
    assertThat(called.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(called.out())
        .containsPattern("(?m)^linked +1$")
        .containsPattern("(?m)^linked before +1$")
        .containsPattern("(?m)^rows +2$");
    assertThat(called.err()).isEmpty();
    assertThat(Files.readString(office().out())).contains("099085000011", "already_linked");
  }

  @Test
  void aRowThatNeedsAPersonIsExitCodeOneAndNobodyIsNamed() throws Exception {
    Called called =
        office().with(Office.AN, Office.HA, Office.KHANH, Office.SON, Office.SPOILED).links();
    assertThat(called.exitCode()).isEqualTo(ExitCode.SOME_NEED_A_PERSON);
    assertThat(called.out())
        .contains("other data at the registry", "not known to the registry", "an officer decides")
        .contains("wrong row, not sent", "the results say which, and why")
        .doesNotContain("099", "Nguyễn");
  }

  @Test
  void theSummarySpeaksVietnamese() throws Exception {
    Called called = office().with(Office.AN, Office.HA).links("--lang", "vi");
    assertThat(called.out())
        .contains("đã liên kết", "thông tin không khớp", "Một số dòng cần người xem lại");
  }

  @Test
  void aResultsFileThatExistsIsNotTouched() throws Exception {
    Office office = office().with(Office.AN);
    Files.writeString(office.out(), "mine");
    Called called = office.links();
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(Files.readString(office.out())).isEqualTo("mine");
    assertThat(called.err()).contains("result");
  }

  @Test
  void aHeaderWithoutItsColumnsIsSaid() throws Exception {
    Files.writeString(office().in(), "a,b\n1,2\n");
    Called called = office().links();
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("citizen_id").doesNotContain("\tat ");
  }

  @Test
  void aKeyThatOthersCanReadIsWarnedOf() throws Exception {
    Office office = office().with(Office.AN);
    office.environment();
    Files.setPosixFilePermissions(
        folder.resolve("key.json"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(office.links().err()).contains("other users of this machine can read the key file");
  }

  @Test
  void aFileThatIsNoKeyIsSaidWithoutItsText() throws Exception {
    Office office = office().with(Office.AN);
    Path noKey = Files.writeString(folder.resolve("key2.json"), "c2VjcmV0");
    Called called = office.links("--key", noKey.toString());
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("key2.json holds no private key").doesNotContain("c2VjcmV0");
  }

  @Test
  void aClientThatNobodyRegisteredIsWrongUse() throws Exception {
    Called called = office().with(Office.AN).links("--client-id", "stranger");
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("Check the client id, the key and the registration.");
    assertThat(office().out()).doesNotExist();
    assertThat(office().links().exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aProviderThatIsNotThereStopsItAndItSaysHowToGoOn() throws Exception {
    Office office = office().with(Office.AN);
    office.environment();
    Called called =
        office.links("--issuer", "http://127.0.0.1:1", "--patience", "0", "--lang", "vi");
    assertThat(called.exitCode()).isEqualTo(ExitCode.STOPPED);
    assertThat(called.err())
        .contains("Không kết nối được", "Nothing answers at 127.0.0.1:1.")
        .contains("hãy chạy lại với --resume");
  }

  @Test
  void whyThereIsNoAnswerStandsInTheProgressAtOnce() throws Exception {
    mock.inject(Fault.BATCH_HTTP_ERROR_500);
    Thread worker = Thread.currentThread();
    Thread impatient = new Thread(() -> interruptAfterBatches(1, worker));
    impatient.start();
    Called called = office().with(Office.AN).links();
    impatient.join();
    assertThat(called.err()).contains("no answer: The provider is out of order (HTTP 500).");
  }

  private void interruptAfterBatches(int batches, Thread worker) {
    try {
      while (mock.batchesReceived() < batches) {
        Thread.sleep(10);
      }
      Thread.sleep(1_000);
      worker.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "localhost"})
  void aTypingErrorInTheIssuerIsNoAlarm(String mistake) throws Exception {
    String issuer = mock.issuer().toString();
    String typed =
        mistake.equals("/") ? issuer + "/" : issuer.replace(mock.issuer().getHost(), mistake);
    Called called = office().with(Office.AN).links("--issuer", typed);
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err())
        .contains("mostly a typing error", issuer + ", and " + typed)
        .doesNotContain("taxLinks");
  }

  @Test
  void theKeyAsTheMockServerGivesItIsTaken() throws Exception {
    Office office = office().with(Office.AN);
    Path key = folder.resolve("given.json");
    Files.writeString(
        key, "{\"client_id\":\"" + mock.clientId() + "\",\"jwk\":" + mock.clientKeyJwk() + "}");
    assertThat(office.links("--key", key.toString()).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aKeyInAnotherFormIsNamedWithItsFile() throws Exception {
    Path pem = Files.writeString(folder.resolve("k.pem"), "-----BEGIN PRIVATE KEY-----\nc2Vj\n");
    Called called = office().with(Office.AN).links("--key", pem.toString());
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("k.pem is in PEM form").doesNotContain("c2Vj");
  }

  @Test
  void rowsThatWereCorrectedAfterAFinishedJobAreNotPassedOver() throws Exception {
    assertThat(office().with(Office.AN, Office.SPOILED).links().exitCode())
        .isEqualTo(ExitCode.SOME_NEED_A_PERSON);
    Called again = office().links("--resume");
    assertThat(again.out()).contains("Nothing was sent", "all 2 rows had their result before");
    Called corrected = office().with(Office.AN, Office.QUYEN).links("--resume", "--lang", "VI");
    assertThat(corrected.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(corrected.err())
        .contains("Có dòng đã được sửa sau khi công việc hoàn tất", "--out khác")
        .contains("Row 3 was corrected");
  }

  @Test
  @EnabledOnOs(OS.LINUX) // where nobody, root neither, makes a file in /sys
  void aDirectoryInWhichNobodyMayWriteIsWrongUse() throws Exception {
    Office office = office().with(Office.AN);
    String in = office.in().toString();
    Called called = Called.in(office.environment(), "link", "--in", in, "--out", "/sys/result.csv");
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("--out: There is no right to write in /sys.");
  }

  @Test
  void aFileThatExistsIsToldInVietnameseWithTheOption() throws Exception {
    Office office = office().with(Office.AN);
    Files.writeString(office.out(), "mine");
    assertThat(office.links("--lang", "vi").err())
        .contains("Tệp kết quả của --out đã có sẵn", "hãy thêm --resume", "result.csv is there")
        .doesNotContain("resuming", "taxLinks", "trace");
  }

  @Test
  void headingsWithoutRowsAreSaid() throws Exception {
    Called called = office().with().links();
    assertThat(called.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(called.err()).contains("has headings and no rows");
  }

  @Test
  void anEncodingThatIsNotThatOfTheFileIsSaidWithTheOption() throws Exception {
    Called called = office().with(Office.AN).links("--encoding", "windows-1258");
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("--encoding: The file is in UTF-8, not in windows-1258");
    Files.write(office().in(), "citizen_id,H\u1ecd t\u00ean\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(office().links().err()).contains("--encoding windows-1258").doesNotContain("(..)");
  }

  @Test
  void aResultAboutSomebodyElseIsExitCodeFour() throws Exception {
    mock.inject(Fault.BATCH_RESULT_OTHER_CITIZEN);
    Called called = office().with(Office.AN).links();
    assertThat(called.exitCode()).isEqualTo(ExitCode.UNTRUSTED);
    assertThat(called.err()).contains("cannot be trusted", "security team");
  }

  @Test
  void whatAnInterruptedCallLeftIsDoneByTheNextOne() throws Exception {
    Office office = office().withPayroll(2_000);
    mock.limitTaxRows(500);
    Thread worker = Thread.currentThread();
    Thread impatient = new Thread(() -> interruptAfter(500, worker));
    impatient.start();
    Called first = office.links("--chunk", "100");
    impatient.join();
    assertThat(first.exitCode()).isEqualTo(ExitCode.STOPPED);
    assertThat(first.err()).contains("Stopped. Nothing is lost.", "--resume");

    mock.limitTaxRows(0);
    Called second = office.links("--chunk", "100", "--resume");
    assertThat(second.exitCode()).isEqualTo(ExitCode.SOME_NEED_A_PERSON);
    assertThat(second.out()).contains("had their result before this call").contains("2,000");
    assertThat(Files.readString(office.out()).lines()).hasSize(2_001);
    assertThat(mock.payroll(2_000).filter(row -> mock.timesLinked(row.citizenId()) > 1)).isEmpty();
  }

  @Test
  void onATerminalALineMovesAndIsGoneAtTheEnd() throws Exception {
    mock.limitTaxRows(400);
    Called called = office().withPayroll(1_200).links(true, "--chunk", "100");
    assertThat(called.err())
        .contains("\r[", " rows  ", "/s  ", "  waiting for the registry's limit")
        .endsWith("\r");
    assertThat(called.err().split("\r", -1)).allMatch(line -> line.length() < 80);
  }

  private void interruptAfter(long rows, Thread worker) {
    try {
      while (mock.rowsDone() < rows) {
        Thread.sleep(10);
      }
      worker.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Office office() {
    return new Office(mock, folder);
  }
}

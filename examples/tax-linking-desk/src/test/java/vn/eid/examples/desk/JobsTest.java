package vn.eid.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.eid.mock.CitizenDraft;
import vn.eid.mock.EidMock;

/** Jobs that are paused, stopped, tried again and deleted. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class JobsTest {
  private static final int PEOPLE = 40;

  @Autowired private EidMock mock;
  @Autowired private Worker worker;
  @Autowired private Jobs jobs;
  @Autowired private Retention retention;

  @Value("${local.server.port}")
  private int port;

  @Value("${desk.folder}")
  private Path folder;

  private Desk desk;
  private String list;

  @BeforeEach
  void comeIn() {
    desk = Desk.of(mock, port, Desk.OFFICER);
    list =
        IntStream.range(0, PEOPLE)
            .mapToObj(
                i ->
                    mock.add(
                        CitizenDraft.named("Lê Thử").born("1990-05-06").female().withTaxCode()))
            .map(person -> person.number() + ",Lê Thử,06/05/1990\n")
            .collect(Collectors.joining("", "cccd,ho_ten,ngay_sinh\n", ""));
    mock.limitTaxRows(8);
  }

  @AfterEach
  void letEverythingEnd() throws Exception {
    mock.limitTaxRows(0);
    worker.stop();
    for (JobCard job : jobs.all()) {
      jobs.delete(job.id());
    }
    worker.start();
  }

  @Test
  void aJobIsPausedAndGoesOnWithNobodyLinkedTwice() throws Exception {
    Document job = desk.send("a.csv", list);
    desk.await(job, "Đang liên kết");
    Document paused = desk.press(desk.open(job.location()), "/pause");
    assertThat(paused.expectFirst(".badge").text()).isEqualTo("Tạm dừng");
    mock.limitTaxRows(0);
    Document done = desk.await(desk.press(paused, "/going-on"), "Đã xong");
    eachIsLinkedOnce(done);
  }

  @Test
  void aJobThatTheApplicationsEndInterruptsGoesOnAtTheNextStart() throws Exception {
    Document job = desk.send("a.csv", list);
    desk.await(job, "Đang liên kết");
    long before = System.nanoTime();
    worker.stop();
    assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    assertThat(desk.open(job.location()).expectFirst(".badge").text())
        .isEqualTo("Đang chờ đến lượt");
    mock.limitTaxRows(0);
    worker.start();
    eachIsLinkedOnce(desk.await(job, "Đã xong"));
  }

  @Test
  void aJobThatBreaksOffSaysSoAndGoesOnWhereAPersonWantsIt() throws Exception {
    Document job = desk.send("a.csv", list);
    desk.await(job, "Đang liên kết");
    String id = job.location().substring(job.location().lastIndexOf('/') + 1);
    Path inTheWay = folder.resolve("jobs").resolve(id).resolve("job.properties.new");
    Files.createDirectory(inTheWay);
    mock.limitTaxRows(0);
    Document failed = desk.await(job, "Cần người xử lý");
    assertThat(failed.text()).contains("Máy chủ gặp lỗi.", "Dành cho quản trị viên: Unchecked");
    Files.delete(inTheWay);
    eachIsLinkedOnce(desk.await(desk.press(failed, "/going-on"), "Đã xong"));
  }

  private void eachIsLinkedOnce(Document done) throws Exception {
    assertThat(desk.download(done.location() + "/results.csv").body().lines())
        .hasSize(PEOPLE + 1)
        .doesNotHaveDuplicates();
    assertThat(list.lines().skip(1).map(row -> mock.timesLinked(row.substring(0, 12))))
        .containsOnly(1L);
  }

  @Test
  void jobsComeOneAfterTheOtherAndTheProgressIsTold() throws Exception {
    Document first = desk.send("a.csv", list);
    Document second = desk.send("b.csv", list);
    assertThat(second.expectFirst(".badge").text()).isEqualTo("Đang chờ đến lượt");
    assertThat(desk.download(first.location()).header("Refresh")).isEqualTo("5");
    assertThat(desk.download(first.location() + "/progress").body())
        .contains("\"moving\":true", "\"percent\"", "\"rate\"", "\"LINKED\"");
    mock.limitTaxRows(0);
    Document done = desk.await(second, "Đã xong");
    assertThat(done.text()).contains("Đã liên kết từ trước 40");
    assertThat(desk.download(second.location()).header("Refresh")).isNull();
  }

  @Test
  void aJobIsDeletedAfterAQuestionAndNothingOfItIsLeft(CapturedOutput log) throws Exception {
    Document job = desk.send("a.csv", list);
    String id = job.location().substring(job.location().lastIndexOf('/') + 1);
    assertThat(desk.open(job.location() + "/deletion").location()).isEqualTo(job.location());
    mock.limitTaxRows(0);
    desk.await(job, "Đã xong");
    assertThat(folder.resolve("jobs").resolve(id)).isDirectory();
    Document question = desk.open(job.location() + "/deletion");
    assertThat(question.text()).contains("91/2025/QH15");
    desk.press(question, "/deletion");
    assertThat(folder.resolve("jobs").resolve(id)).doesNotExist();
    assertThat(desk.open(job.location()).text()).contains("Không có trang này");
    assertThat(log).containsPattern("Job " + id + " was deleted by [\\w-]{20,}\\.");
  }

  @Test
  void whatIsOldIsDeletedUnlessItIsUnderWay() throws Exception {
    Document underWay = desk.send("a.csv", list);
    retention.deleteOlderThan(Instant.now().plusSeconds(1));
    assertThat(jobs.all()).hasSize(1);
    mock.limitTaxRows(0);
    desk.await(underWay, "Đã xong");
    retention.deleteOlderThan(Instant.now().minusSeconds(3600));
    assertThat(jobs.all()).hasSize(1);
    retention.deleteOlderThan(Instant.now().plusSeconds(1));
    assertThat(jobs.all()).isEmpty();
  }

  @Test
  void theFilesAreForTheirOwnerAlone() throws Exception {
    for (Path place : new Path[] {folder, folder.resolve("jobs"), folder.resolve("arriving")}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
          .isEqualTo("rwx------");
    }
  }
}

package vn.eid.tax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;
import vn.eid.TaxCode;

class BulkLinkTest extends BulkJobTest {
  private static final String EACH_KIND =
      HEADER
          + AN
          + "NV-3,099187000145,Lý Thị Quyên,05/05/1987,\r\n"
          + "NV-4,099195000077,Hoàng Thu Hà,15/09/1995,\r\n"
          + "NV-5,099203000088,Bùi Khánh,1/12/2003,\r\n"
          + "NV-6,099091000156,Hồ Sơn,03/03/1991,\r\n"
          + "NV-7,99085000011,Nguyễn Văn An,12/03/1985,\r\n"
          + "NV-8,099079000066,Võ Giang,30/01/1979,0101248141\r\n";

  @Test
  void eachRowHasItsResultInTheOrderOfTheRows() throws Exception {
    BulkSummary summary = link(job(EACH_KIND));
    assertThat(said())
        .extracting(r -> r.get("row"), r -> r.get("reference"), r -> r.get("result"))
        .containsExactly(
            tuple("2", "NV-1", "linked"),
            tuple("3", "NV-3", "already_linked"),
            tuple("4", "NV-4", "mismatch"),
            tuple("5", "NV-5", "not_found"),
            tuple("6", "NV-6", "under_review"),
            tuple("7", "NV-7", "invalid_row"),
            tuple("8", "NV-8", "mismatch"));
    assertThat(summary.rows()).isEqualTo(7);
    assertThat(summary.counts())
        .isEqualTo(
            Map.of(
                RowOutcome.LINKED, 1L,
                RowOutcome.ALREADY_LINKED, 1L,
                RowOutcome.MISMATCH, 2L,
                RowOutcome.NOT_FOUND, 1L,
                RowOutcome.UNDER_REVIEW, 1L,
                RowOutcome.INVALID_ROW, 1L));
    assertThat(summary.isResumed()).isFalse();
    assertThat(filesLeft()).containsExactly(Path.of("result.csv"), Path.of("staff.csv"));
  }

  @Test
  void aResultHoldsWhatOneNeedsToActOnItAndNothingElseAboutThePerson() throws Exception {
    link(job(EACH_KIND));
    assertThat(said().get(0))
        .containsEntry("tax_code", "099085000011")
        .containsEntry("status", "00")
        .containsEntry("status_reason", "03");
    assertThat(said().get(0).get("linked_at")).startsWith("20").endsWith("+07:00");
    assertThat(said().get(2)).containsEntry("mismatched_fields", "full_name");
    assertThat(said().get(4).get("case_number")).isNotBlank();
    assertThat(said().get(5)).containsEntry("column", "citizen_id");
    assertThat(said().get(6)).containsEntry("mismatched_fields", "old_tax_codes");
    assertThat(Files.readString(results()))
        .doesNotContain("Nguyễn")
        .doesNotContain("1985")
        .doesNotContain("0101248141");
  }

  @Test
  void bringsOldCodesIntoTheNewOne() throws Exception {
    link(job(HEADER + "NV-8,099079000066,Võ Giang,30/01/1979,\r\n"));
    assertThat(said("merged_tax_codes").get(0)).startsWith("8").hasSize(10);
  }

  @Test
  void theSummaryIsATableWithoutPersonalData() throws Exception {
    assertThat(link(job(EACH_KIND)).toString().lines())
        .containsExactly(
            "linked                    1",
            "already_linked            1",
            "mismatch                  2",
            "not_found                 1",
            "under_review              1",
            "invalid_row               1",
            "rows                      7");
  }

  @Test
  void resultsForProgramsAreJsonLines() throws Exception {
    write(EACH_KIND.getBytes(UTF_8));
    Path file = directory.resolve("result.ndjson");
    link(BulkLink.of(LinkRows.csv(staff()), LinkResults.ndjson(file)));
    assertThat(Files.readAllLines(file)).hasSize(7);
    assertThat(Files.readAllLines(file).get(0))
        .startsWith("{\"row\":2,\"reference\":\"NV-1\",\"result\":\"linked\",\"tax_code\":");
    assertThat(Files.readAllLines(file).get(0)).containsPattern("\"linked_at\":\"[-0-9T:.]+Z\"");
    assertThat(Files.readAllLines(file).get(3))
        .isEqualTo("{\"row\":5,\"reference\":\"NV-5\",\"result\":\"not_found\"}");
  }

  @Test
  void aPersonWhoIsThereTwiceIsLinkedOnceWithTheSameResult() throws Exception {
    String again = AN.replace("NV-1", "NV-9").replace("12/03/1985", "1985-03-12");
    BulkSummary summary = link(job(HEADER + AN + HUONG + again).inChunksOf(1));
    assertThat(summary.count(RowOutcome.LINKED)).isEqualTo(3);
    assertThat(said().get(0).get("linked_at")).isEqualTo(said().get(2).get("linked_at"));
    assertThat(mock.timesLinked("099085000011")).isEqualTo(1);
    assertThat(mock.linksMade()).isEqualTo(2);
  }

  @Test
  void aPersonWhoIsThereTwiceInOneBatchIsSentOnce() throws Exception {
    link(job(HEADER + AN + AN));
    assertThat(mock.rowsReceived()).isEqualTo(1);
    assertThat(said("result")).containsExactly("linked", "linked");
  }

  @Test
  void theSameNameInAnotherUnicodeFormIsTheSameRow() throws Exception {
    String decomposed = Normalizer.normalize(AN, Normalizer.Form.NFD);
    link(job(HEADER + AN + decomposed));
    assertThat(mock.rowsReceived()).isEqualTo(1);
    assertThat(said("result")).containsExactly("linked", "linked");
  }

  @Test
  void batchesThatFinishInAnotherOrderAreWrittenInTheRightOne() throws Exception {
    mock.slowBatches(Duration.ofSeconds(30));
    link(job(rows(400)).inChunksOf(10).atOnce(8));
    assertThat(said("reference"))
        .isEqualTo(IntStream.range(0, 400).mapToObj("NV-%05d"::formatted).toList());
    assertThat(said("row")).isEqualTo(IntStream.range(2, 402).mapToObj(String::valueOf).toList());
  }

  @Test
  void obeysTheLimitOfTheRegistry() throws Exception {
    mock.limitTaxRows(50);
    List<BulkProgress> told = Collections.synchronizedList(new ArrayList<>());
    BulkSummary summary = link(job(rows(500)).inChunksOf(25).reportingTo(told::add));
    assertThat(summary.rows()).isEqualTo(500);
    assertThat(mock.rowsDone()).isEqualTo(500);
    long refused = mock.requests().stream().filter(r -> r.status() == 429).count();
    assertThat(refused).isBetween(1L, 25L);
  }

  @Test
  void rowsOfAnApplicationNeedNoFile() throws Exception {
    LinkRow an =
        LinkRow.of(
                CitizenId.parse("099085000011"), "Nguyễn Văn An", PartialDate.parse("1985-03-12"))
            .referredToAs("7");
    LinkRow real =
        LinkRow.of(
            CitizenId.parse("001085000011"), "Nguyễn Văn An", PartialDate.parse("1985-03-12"));
    BulkSummary summary =
        link(
            BulkLink.of(
                LinkRows.of(List.of(an, real, an.merging(TaxCode.parse("0101248141")))),
                LinkResults.csv(results())));
    assertThat(summary.rows()).isEqualTo(3);
    assertThat(said("result")).containsExactly("linked", "invalid_row", "mismatch");
    assertThat(said().get(1).get("problem")).contains("synthetic numbers only");
    assertThat(an.toString()).doesNotContain("An").doesNotContain("099");
  }

  @Test
  void rowsOfALineOfJsonEach() throws Exception {
    Path people = directory.resolve("people.ndjson");
    Files.writeString(
        people,
        """
        {"citizen_id":"099085000011","full_name":"Nguyễn Văn An","birth_date":"1985-03-12"}

        {"cccd":"099188000055","Họ và tên":"Đỗ Thị Hương","ngay_sinh":"2/11/1988","x":1}
        {"citizen_id":99085000011,"full_name":"A","birth_date":"1985"}
        {"citizen_id":"0990850
        [1]
        {"citizen_id":"099079000066","full_name":"Võ Giang","birth_date":"1979-01-30",\
        "old_tax_codes":["0101248141"],"reference":null}""");
    link(BulkLink.of(LinkRows.ndjson(people), LinkResults.csv(results())));
    assertThat(said())
        .extracting(r -> r.get("row"), r -> r.get("result"), r -> r.get("column"))
        .containsExactly(
            tuple("1", "linked", ""),
            tuple("3", "linked", ""),
            tuple("4", "invalid_row", "citizen_id"),
            tuple("5", "invalid_row", ""),
            tuple("6", "invalid_row", ""),
            tuple("7", "mismatch", ""));
  }

  @Test
  void tellsHowFarItHasCome() throws Exception {
    List<BulkProgress> told = new ArrayList<>();
    link(job(rows(50)).inChunksOf(10).reportingTo(told::add));
    BulkProgress last = told.get(told.size() - 1);
    assertThat(last.rows()).isEqualTo(50);
    assertThat(last.fraction()).hasValue(1.0);
    assertThat(last.timeLeft()).contains(Duration.ZERO);
    assertThat(last.rowsPerSecond()).isPositive();
    assertThat(last.counts()).containsEntry(RowOutcome.NOT_FOUND, 50L);
  }

  @Test
  void namesTheColumnsThatItIgnored() throws Exception {
    BulkSummary summary =
        link(
            job(
                """
                Phòng ban,Họ và tên,Số định danh cá nhân,Ngày sinh,Ghi chú
                Kế toán,Nguyễn Văn An,099085000011,12/03/1985,x
                """));
    assertThat(summary.ignoredColumns()).containsExactly("Phòng ban", "Ghi chú");
    assertThat(said("result")).containsExactly("linked");
  }

  @Test
  void aResultsFileThatExistsIsNotTouched() throws Exception {
    Files.writeString(results(), "precious");
    BulkLink job = job(HEADER + AN);
    for (BulkLink attempt : List.of(job, job.resuming())) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> link(attempt))
          .withMessageContaining("result.csv");
    }
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(job))
        .withMessageContaining("resume it");
    assertThat(results()).hasContent("precious");
    assertThat(mock.batchesReceived()).isZero();
    assertThat(filesLeft()).containsExactly(Path.of("result.csv"), Path.of("staff.csv"));
  }

  @Test
  void aFinishedJobThatIsResumedHasNothingToDo() throws Exception {
    BulkLink job = job(EACH_KIND);
    BulkSummary first = link(job.resuming());
    byte[] written = Files.readAllBytes(results());
    int batches = mock.batchesReceived();
    BulkSummary second = link(job.resuming());
    assertThat(second.counts()).isEqualTo(first.counts());
    assertThat(second.rowsBefore()).isEqualTo(7);
    assertThat(mock.batchesReceived()).isEqualTo(batches);
    assertThat(Files.readAllBytes(results())).isEqualTo(written);
  }

  @Test
  void aFinishedJobOfOtherRowsIsSaidToBeOne() throws Exception {
    link(job(EACH_KIND));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(job(EACH_KIND + HUONG).resuming()))
        .withMessageContaining("the results of 7 rows, and now there are 8");
  }

  @Test
  void aFinishedJobOfFewerRowsIsSaidToBeOne() throws Exception {
    link(job(HEADER + AN + HUONG));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(job(HEADER + AN).resuming()))
        .withMessageContaining("the results of 2 rows, and now there are 1: give the rows");
  }

  @Test
  void aRowThatWasCorrectedAfterTheJobWasCompleteIsNotPassedOver() throws Exception {
    String spoiled = AN.replace("099085", "99085");
    for (boolean json : List.of(false, true)) {
      LinkResults results = json ? LinkResults.ndjson(results()) : LinkResults.csv(results());
      write((HEADER + HUONG + spoiled).getBytes(UTF_8));
      link(BulkLink.of(LinkRows.csv(staff()), results));
      write((HEADER + HUONG + AN).getBytes(UTF_8));
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> link(BulkLink.of(LinkRows.csv(staff()), results).resuming()))
          .withMessageContaining("Row 3 was corrected or changed since")
          .withMessageContaining("a results file of its own");
      Files.delete(results());
    }
  }

  @Test
  void aListKnowsFromTheStartHowMuchThereIs() throws Exception {
    LinkRow an =
        LinkRow.of(
            CitizenId.parse("099085000011"), "Nguyễn Văn An", PartialDate.parse("1985-03-12"));
    List<BulkProgress> told = new ArrayList<>();
    mock.limitTaxRows(1);
    link(
        BulkLink.of(LinkRows.of(List.of(an, an)), LinkResults.csv(results()))
            .inChunksOf(1)
            .reportingTo(told::add));
    assertThat(told).isNotEmpty().allMatch(progress -> progress.fraction().isPresent());
  }

  @Test
  void aRowThatIsNullIsNamedAndStopsNobody() throws Exception {
    LinkRow an =
        LinkRow.of(
            CitizenId.parse("099085000011"), "Nguyễn Văn An", PartialDate.parse("1985-03-12"));
    link(BulkLink.of(LinkRows.of(Arrays.asList(an, null, an)), LinkResults.csv(results())));
    assertThat(said("result")).containsExactly("linked", "invalid_row", "linked");
    assertThat(said().get(1)).containsEntry("row", "2");
  }

  @Test
  void theFilesAreTheirOwnersAlone() throws Exception {
    List<String> rights = new ArrayList<>();
    link(job(rows(40)).inChunksOf(10).reportingTo(unused -> rights.addAll(rightsOfFiles())));
    assertThat(rights).isNotEmpty().containsOnly("rw-------");
  }

  private List<String> rightsOfFiles() {
    List<String> rights = new ArrayList<>();
    for (Path file : filesLeft()) {
      if (Set.of("result.csv", "result.csv.journal").contains(file.toString())) {
        try {
          rights.add(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(directory.resolve(file))));
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }
    return rights;
  }

  @Test
  void noCellOfTheResultsIsAFormula() throws Exception {
    link(
        job(
            """
            reference,cccd,ho_ten,ngay_sinh
            "=HYPERLINK(""http://x"")",099085000011,Nguyễn Văn An,12/03/1985
            +1,,,
            -1,,,
            @x,,,
            """));
    assertThat(said("reference")).containsExactly("'=HYPERLINK(\"http://x\")", "'+1", "'-1", "'@x");
  }

  @Test
  void whatIsAskedOfAJobIsCheckedAtOnce() {
    BulkLink job = job(HEADER);
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> job.inChunksOf(0));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> job.inChunksOf(5_001));
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> job.atOnce(17));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> job.patientFor(Duration.ofSeconds(-1)));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () ->
                link(
                    BulkLink.of(
                        LinkRows.csv(staff()),
                        LinkResults.csv(directory.resolve("nowhere/result.csv")))))
        .withMessageContaining("There is no directory");
  }

  @Test
  void noRowsAreNoError() throws Exception {
    assertThat(link(job(HEADER)).rows()).isZero();
    assertThat(said()).isEmpty();
    assertThat(mock.batchesReceived()).isZero();
  }

  @Test
  void twoRunsAtOnceAreKeptApart() throws Exception {
    BulkLink job = job(rows(30)).inChunksOf(10);
    List<Throwable> refused = new ArrayList<>();
    link(
        job.reportingTo(
            unused -> {
              try {
                link(job.resuming());
              } catch (InvalidRequestException | InterruptedException e) {
                refused.add(e);
              }
            }));
    assertThat(refused).isNotEmpty();
    assertThat(refused.get(0)).hasMessageContaining("Another run");
    assertThat(said()).hasSize(30);
  }
}

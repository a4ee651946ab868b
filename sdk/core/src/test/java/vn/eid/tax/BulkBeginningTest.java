package vn.eid.tax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.ClientRejectedException;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.InvalidRequestException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.internal.disk.CrashingDisk;
import vn.eid.mock.Fault;

/** A job that cannot begin: a wrong client, a wrong address, a directory of somebody else's. */
class BulkBeginningTest extends BulkJobTest {
  private final AtomicBoolean down = new AtomicBoolean(true);

  @Test
  void aClientThatIsNotAcceptedLeavesNoFileAndTheRightOneBegins() throws Exception {
    BulkLink job = job(HEADER + AN);
    ClientKey key = ClientKey.fromJwk(mock.clientKeyJwk());
    try (EidClient stranger =
        EidClient.builder(Environment.sandbox(mock.issuer()), "stranger", key)
            .clock(mock.clock())
            .build()) {
      assertThatExceptionOfType(ClientRejectedException.class)
          .isThrownBy(() -> stranger.taxLinks().link(job));
    }
    assertThat(filesLeft()).containsExactly(Path.of("staff.csv"));
    link(job);
    assertThat(said("result")).containsExactly("linked");
  }

  @Test
  void aProviderOfAnotherNameLeavesNoFile() {
    BulkLink job = job(HEADER + AN);
    mock.inject(Fault.DISCOVERY_WRONG_ISSUER);
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> link(job))
        .withMessageContaining("and " + mock.issuer() + " is configured");
    assertThat(filesLeft()).containsExactly(Path.of("staff.csv"));
  }

  @Test
  void whereNobodyEverAnswersItGivesUpSoonAndSaysWhy() throws Exception {
    BulkLink job = job(HEADER + AN).patientFor(Duration.ofHours(10));
    List<BulkProgress> told = new ArrayList<>();
    Instant begun = mock.clock().instant();
    try (EidClient cutOff = Application.inStep(mock).httpClient(whileUp()).build()) {
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> cutOff.taxLinks().link(job.reportingTo(told::add)))
          .withMessageContaining("Nothing answers at " + address())
          .withMessageContaining("0 rows have their results");
      assertThat(Duration.between(begun, mock.clock().instant()))
          .isBetween(Duration.ofSeconds(15), Duration.ofMinutes(2));
      assertThat(told)
          .isNotEmpty()
          .allMatch(progress -> progress.outage().orElse("").startsWith("Nothing answers at"));
      assertThat(filesLeft()).containsExactly(Path.of("staff.csv"));

      down.set(false);
      assertThat(cutOff.taxLinks().link(job.resuming()).rows()).isEqualTo(1);
    }
  }

  @Test
  void anOutageAfterAnAnswerIsOutlivedAndToldMeanwhile() throws Exception {
    down.set(false);
    BulkLink job = job(rows(20)).inChunksOf(10).atOnce(1);
    mock.slowBatches(Duration.ofSeconds(9));
    mock.inject(Fault.BATCH_HTTP_ERROR_500);
    List<BulkProgress> told = new ArrayList<>();
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> link(job.patientFor(Duration.ofMinutes(5)).reportingTo(told::add)))
        .withMessageContaining("out of order (HTTP 500)");
    mock.reset();
    link(job.resuming().reportingTo(told::add));
    assertThat(told.get(told.size() - 1).outage()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX) // where nobody, root neither, makes a file in /sys
  void aDirectoryInWhichThereIsNoRightToWriteIsNamed() {
    write((HEADER + AN).getBytes(UTF_8));
    LinkResults there = LinkResults.csv(Path.of("/sys/result.csv"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link(BulkLink.of(LinkRows.csv(staff()), there)))
        .withMessageContaining("There is no right to write in /sys.")
        .matches(e -> e.field().equals("results"));
  }

  @Test
  void aJobOfAnotherClientSaysHowToBeginAnew() {
    BulkLink job = job(rows(30)).inChunksOf(5);
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> client.taxLinks().link(job, new CrashingDisk(16), Duration.ZERO));
    ClientKey key = ClientKey.fromJwk(mock.clientKeyJwk());
    Environment elsewhere = Environment.sandbox(URI.create("http://127.0.0.1:1"));
    try (EidClient another = EidClient.builder(elsewhere, mock.clientId(), key).build()) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> another.taxLinks().link(job.resuming()))
          .withMessageContaining("result.csv.journal away");
    }
  }

  private OkHttpClient whileUp() {
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain -> {
              if (down.get()) {
                throw new ConnectException();
              }
              return chain.proceed(chain.request());
            })
        .build();
  }

  private String address() {
    return mock.issuer().getHost() + ":" + mock.issuer().getPort();
  }
}

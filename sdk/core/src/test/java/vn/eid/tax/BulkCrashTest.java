package vn.eid.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

/**
 * Another process links a payroll and is killed (SIGKILL) at some moment, again and again; what it
 * did is counted by the registry. How often: system property {@code bulkKills}; which moments:
 * {@code bulkSeed}.
 */
class BulkCrashTest {
  private static final int KILLS = Integer.getInteger("bulkKills", 50);
  private static final long SEED = Long.getLong("bulkSeed", 5);
  private static final int ROWS = 6_000;
  private static final int FOR_EACH_JOB = 10;

  private static EidMock mock;

  @TempDir Path temporary;
  private final Random random = new Random(SEED);
  private int inTheMiddle;

  @BeforeAll
  static void open() {
    mock = EidMock.start(MockOptions.defaults().generate(1_000_000, 3));
  }

  @AfterAll
  static void close() {
    mock.close();
  }

  @Test
  void eachRowIsLinkedOnceHoweverOftenTheProcessIsKilled() throws Exception {
    int killed = 0;
    for (int job = 0; killed < KILLS; job++) {
      Path directory = Files.createDirectory(temporary.resolve("job" + job));
      TestPayroll payroll =
          TestPayroll.of(mock, ROWS, job).writtenTo(directory.resolve("staff.csv"));
      long before = mock.rowsDone();
      for (int kill = 0; kill < FOR_EACH_JOB && killed < KILLS; kill++, killed++) {
        killSomewhere(directory);
      }
      complete(directory);
      payroll.mustBeDone(mock, directory.resolve("result.csv"));
      assertThat(mock.rowsDone() - before).as("rows done").isEqualTo(payroll.different());
    }
    assertThat(killed).isEqualTo(KILLS);
    assertThat(inTheMiddle).as("kills between the first result and the last").isPositive();
  }

  /** Mostly while it works, sometimes while it starts. */
  private void killSomewhere(Path directory) throws Exception {
    Process process = start(directory);
    long before = size(directory);
    boolean starting = random.nextInt(5) == 0;
    while (!starting && process.isAlive() && size(directory) == before) {
      boolean unused = process.waitFor(2, TimeUnit.MILLISECONDS);
    }
    boolean unused = process.waitFor(random.nextInt(starting ? 600 : 120), TimeUnit.MILLISECONDS);
    process.destroyForcibly();
    process.waitFor();
    if (Files.exists(directory.resolve("result.csv.journal")) && size(directory) > 200) {
      inTheMiddle++;
    }
  }

  private void complete(Path directory) throws Exception {
    Process process = start(directory);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(() -> said(directory)).isZero();
    assertThat(directory.resolve("result.csv.journal")).doesNotExist();
  }

  private static String said(Path directory) {
    try {
      return Files.readString(directory.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static long size(Path directory) throws IOException {
    Path results = directory.resolve("result.csv");
    return Files.exists(results) ? Files.size(results) : 0;
  }

  private Process start(Path directory) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            BulkCrashProgram.class.getName(),
            mock.issuer().toString(),
            mock.clientId(),
            mock.clientKeyJwk(),
            directory.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("said").toFile())
        .start();
  }
}

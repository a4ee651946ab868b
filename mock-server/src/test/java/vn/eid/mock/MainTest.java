package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    AtomicReference<EidMock> started = new AtomicReference<>();
    int status =
        Main.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            options -> {
              started.set(EidMock.start(options));
              return started.get();
            });
    if (started.get() != null) {
      started.get().close();
    }
    return status;
  }

  private void failsWith(String sentence) {
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains(sentence);
  }

  @Test
  void saysWhereTheServerIsAndWhoLivesThere() {
    assertThat(run("--interactive", "--redirect-uri", "http://localhost:9000/cb")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("http://127.0.0.1:")
        .contains("demo-client")
        .contains("/__admin/eid/client")
        .contains("/phone")
        .contains("099085000011  Nguyễn Văn An")
        .contains("099091000156");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--port", "x", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("--port", "--host", "--interactive", "--citizens", "--redirect-uri")
        .contains("--logout-uri", "--notify-pushes-at", "--deliver-logout-to")
        .contains("--deliver-events-to")
        .contains("--fault", "--fixed-time", "--open-admin", "--quiet")
        .contains("--generate", "--seed", "--payroll", "--rows", "--tax-rows-per-second");
  }

  @ParameterizedTest
  @CsvSource({
    "--wherever, There is no option --wherever; --help lists the options.",
    "--prot 1, There is no option --prot; did you mean --port? --help lists the options.",
    "serve, There is no command or option serve; --help lists them.",
    "--port 1 --port 2, The option --port is given twice.",
    "--fixed-time now, The time now is not one such as 2026-03-01T08:00:00Z.",
    "--fixed-time 1970-01-01T00:00:00Z, The mock's clock plays the years 2000 to 2099.",
    "--tax-rows-per-second 3000000000, The value of --tax-rows-per-second is too large",
    "--port, The option --port needs a value after it.",
    "--port --interactive, The option --port needs a value after it.",
    "--port x, The port x is not a number between 0 and 65535.",
    "--port 65536, The port 65536 is not between 0 and 65535.",
    "--redirect-uri /cb, The redirect URI /cb is not an absolute URI without a fragment.",
    "--logout-uri /bye, The logout URI /bye is not an absolute URI without a fragment.",
    "--notify-pushes-at /p, The address /p is not an absolute http or https address",
    "--deliver-logout-to :, The address : is not an absolute http or https address",
    "--deliver-events-to e, The address e is not an absolute http or https address",
    "--generate x, The value of --generate is not a whole number: x.",
    "--generate -1, 'The mock makes from 0 to 100,000,000 people, not -1.'",
    "--tax-rows-per-second -1, The limit must not be negative.",
    "--rows 3, The options --payroll and --rows go together.",
    "--host 203.0.113.1, cannot listen on port 0 of 203.0.113.1",
    "--host no.such.host.invalid, cannot listen on port 0 of no.such.host.invalid",
    "--citizens /no/such/file.json, /no/such/file.json"
  })
  void answersAMistakeWithOneSentence(String args, String sentence) {
    assertThat(run(args.split(" ", -1))).isEqualTo(2);
    failsWith(sentence);
  }

  @Test
  void anUnknownFaultIsAnsweredWithTheNearestAndThenAllByFamily() {
    assertThat(run("--fault", "id-token-expird")).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(1 + Fault.Family.values().length)
        .first()
        .asString()
        .contains("the nearest one is id-token-expired");
  }

  @Test
  void startsWithAFaultAndAClockThatStands() {
    String[] args = {"--fault", "KEYS_HTML", "--fixed-time", "2030-01-01T00:00:00Z", "--quiet"};
    AtomicReference<EidMock> started = new AtomicReference<>();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(Main.run(args, printed, printed, options -> kept(started, options))).isZero();
    try (EidMock mock = Objects.requireNonNull(started.get())) {
      assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(mock.issuer() + "\n");
      assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
      assertThat(mock.state().faults().isOn(Fault.KEYS_HTML)).isTrue();
      mock.setClock(Instant.parse("2031-01-01T00:00:00Z"));
      mock.reset();
      assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
    }
  }

  private static EidMock kept(AtomicReference<EidMock> started, MockOptions options) {
    EidMock mock = EidMock.start(options);
    started.set(mock);
    return mock;
  }

  @Test
  void saysLoudlyThatTheDoorIsOpenAndWhatIsAssumed() {
    assertThat(run("--open-admin")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("OPEN TO ALL")
        .contains(" only assumed: ", "/fidelity");
  }

  @Test
  void saysWhichPortIsInUse() {
    try (EidMock first = EidMock.start()) {
      String port = String.valueOf(first.issuer().getPort());
      assertThat(run("--port", port)).isEqualTo(2);
      failsWith("cannot listen on port " + port);
    }
  }

  @Test
  void saysWhatIsWrongWithAFileOfPeople(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("people.json"), "[{");
    assertThat(run("--citizens", file.toString())).isEqualTo(2);
    failsWith("people.json");
  }

  @Test
  void writesWhatAnEmployerHas(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("staff.csv");
    String[] args = {
      "--seed", "5", "--generate", "1000", "--payroll", file.toString(), "--rows", "300"
    };
    assertThat(run(args)).isZero();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(301);
    assertThat(lines.get(0)).isEqualTo("reference,citizen_id,full_name,birth_date,old_tax_codes");
    assertThat(lines.subList(1, 301))
        .allMatch(
            l -> l.matches("NV[0-9]{7},099[0-9]{9},[^,]+,([0-9]{2}/[0-9]{2}/)?[0-9]{4},[0-9;]*"));
    out.reset();
    assertThat(run(args)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("exists already");
    assertThat(Files.readAllLines(file)).isEqualTo(lines);
  }

  @Test
  void aPayrollNeedsPeople(@TempDir Path folder) {
    Path file = folder.resolve("staff.csv");
    assertThat(run("--payroll", file.toString(), "--rows", "1")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("needs as many generated people");
    assertThat(file).doesNotExist();
  }
}

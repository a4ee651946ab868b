package vn.eid.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.CitizenId;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.PartialDate;
import vn.eid.consent.Purpose;
import vn.eid.examples.readme.ClinicRecords;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockCitizen;
import vn.eid.records.HealthData;

/** What the README shows is what compiles and runs. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..", "..");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "examples/stories/src/main/java/vn/eid/examples/readme/ClinicLogin.java",
        "examples/consumers/classpath/src/main/java/consumer/Login.java",
        "examples/consumers/modulepath/src/main/java/consumer/Login.java"
      })
  void theLoginInTheReadmeIsTheOneThatRuns(String file) throws IOException {
    String code =
        region(Files.readString(ROOT.resolve(file)), "// readme:begin\n", "// readme:end");
    assertThat(firstJavaBlock().stripIndent().strip()).isEqualTo(code.stripIndent().strip());
  }

  @Test
  void theRecordsInTheReadmeAreTheOnesThatRun() throws Exception {
    String file = "examples/stories/src/main/java/vn/eid/examples/readme/ClinicRecords.java";
    String code =
        region(Files.readString(ROOT.resolve(file)), "// readme:begin\n", "// readme:end");
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains(code.stripIndent().strip());

    try (EidMock mock = EidMock.start();
        EidClient eid =
            EidClient.builder(
                    Environment.sandbox(mock.issuer()),
                    mock.clientId(),
                    ClientKey.fromJwk(mock.clientKeyJwk()))
                .build()) {
      assertThat(read(eid, "099085000011", "Nguyễn Văn An", "1985-03-12")).hasSize(14);
      assertThat(read(eid, "099075000112", "Trịnh Nam", "1975-08-20")).isEmpty();
    }
  }

  private static List<HealthData> read(EidClient eid, String number, String name, String born)
      throws InterruptedException {
    return ClinicRecords.read(
        eid,
        CitizenId.parse(number),
        Purpose.of("TREATMENT", "Khám và điều trị", "Medical treatment"),
        name,
        PartialDate.parse(born),
        link -> assertThat(link).isNotNull());
  }

  @Test
  void theFirstCodeStandsBeforeLineTwentyFiveAndIsShort() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
    assertThat(lines.indexOf("```java")).isBetween(0, 24);
    assertThat(firstJavaBlock().lines()).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void theTableOfPeopleIsComplete() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    try (EidMock mock = EidMock.start()) {
      for (MockCitizen citizen : mock.citizens()) {
        assertThat(readme).contains("| " + citizen.number() + " |");
      }
    }
  }

  @Test
  void everyTestThatSecurityNamesExists() throws IOException {
    String security = Files.readString(ROOT.resolve("SECURITY.md"));
    Matcher named = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)").matcher(security);
    int found = 0;
    while (named.find()) {
      assertThat(source(named.group(1))).contains("void " + named.group(2));
      found++;
    }
    assertThat(found).isGreaterThan(5);
  }

  private static String source(String testClass) throws IOException {
    try (var sdk = Files.walk(ROOT.resolve("sdk/core/src/test/java"));
        var mock = Files.walk(ROOT.resolve("mock-server/src/test/java"))) {
      Path file =
          Stream.concat(sdk, mock)
              .filter(path -> path.getFileName().toString().equals(testClass + ".java"))
              .findFirst()
              .orElseThrow(() -> new AssertionError(testClass));
      return Files.readString(file);
    }
  }

  private static String firstJavaBlock() throws IOException {
    return region(Files.readString(ROOT.resolve("README.md")), "```java\n", "```");
  }

  private static String region(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    int to = text.lastIndexOf('\n', text.indexOf(end, from));
    return text.substring(from, to);
  }
}

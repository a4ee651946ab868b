package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.mock.door.AdminDoor;
import vn.eid.mock.state.Citizen;

/**
 * The tables of the README are made from what they are about; where one differs, the right one
 * stands in {@code target/readme}.
 */
class ReadmeTest {
  private static final Path README = Path.of("README.md");

  @Test
  void theTableOfPeopleIsThatOfTheFile() throws IOException {
    try (EidMock mock = EidMock.start()) {
      String rows =
          mock.state().citizens().all().stream().map(ReadmeTest::row).collect(Collectors.joining());
      shows("people", "| Number | Name | There to show |\n|---|---|---|\n" + rows);
    }
  }

  private static String row(Citizen citizen) {
    String name = Normalizer.normalize(citizen.name(), Normalizer.Form.NFC);
    return "| " + citizen.id() + " | " + name + " | " + citizen.why().en() + " |\n";
  }

  @Test
  void theTableOfFaultsIsThatOfTheCatalogue() throws IOException {
    shows("faults", FaultTable.markdown());
  }

  @Test
  void theTableOfTheDoorIsThatOfItsRoutes() throws IOException {
    try (EidMock mock = EidMock.start()) {
      String rows =
          AdminDoor.errands(mock, mock.state()).stream()
              .map(e -> "| `" + e.method() + " " + e.path() + "` | " + e.does() + " |\n")
              .collect(Collectors.joining());
      shows("door", "| Below `/__admin/eid` | |\n|---|---|\n" + rows);
    }
  }

  @Test
  void theFirstTestIsTheOneThatRuns() throws IOException {
    String source = Files.readString(Path.of("src/test/java/vn/eid/mock/FirstTest.java"));
    String code = between(source, "// readme:begin\n", "// readme:end");
    assertThat(between(Files.readString(README), "```java\n", "```")).isEqualTo(code);
    assertThat(code.lines()).hasSizeLessThanOrEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port",
        "--interactive",
        "--redirect-uri",
        "--citizens",
        "--generate",
        "--seed",
        "--fixed-time",
        "--fault",
        "--open-admin",
        "--host"
      })
  void theOptionsOfTheReadmeExist(String option) throws IOException {
    assertThat(Files.readString(README)).contains(option);
    String sources = "";
    for (String name : new String[] {"Listening", "Playing", "People", "Registered"}) {
      sources += Files.readString(Path.of("src/main/java/vn/eid/mock", name + ".java"));
    }
    assertThat(sources).contains("\"" + option + "\"");
  }

  private static void shows(String part, String table) throws IOException {
    Path right = Files.createDirectories(Path.of("target", "readme")).resolve(part + ".md");
    Files.writeString(right, table);
    String readme = Files.readString(README);
    assertThat(between(readme, "<!-- " + part + ":begin -->\n", "<!-- " + part + ":end -->"))
        .as("the table in %s", right)
        .isEqualTo(table);
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}

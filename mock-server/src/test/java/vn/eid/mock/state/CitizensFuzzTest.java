package vn.eid.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of citizens that somebody wrote: people, or sentences about what is wrong with it. */
class CitizensFuzzTest {
  private static final Path FILE = file();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  @FuzzTest
  void read(byte[] input) throws IOException {
    var unused = accepts(input);
  }

  @ParameterizedTest
  @ValueSource(strings = {"good-1", "good-2", "good-3"})
  void goodSeedsAreTaken(String seed) throws IOException {
    Path seeds = Path.of("src/test/resources/vn/eid/mock/state/CitizensFuzzTestInputs/read");
    assertThat(accepts(Files.readAllBytes(seeds.resolve(seed)))).isTrue();
  }

  private static boolean accepts(byte[] input) throws IOException {
    Files.write(FILE, input);
    try {
      List<Person> people = CitizensFile.read(FILE, TODAY);
      assertThat(people).isNotEmpty();
      assertThat(people).allMatch(person -> person.number().matches("099[0-9]{9}"));
      return true;
    } catch (CitizensFileException e) {
      assertThat(e.getMessage()).startsWith(FILE.toString());
      return false;
    }
  }

  private static Path file() {
    try {
      Path file = Files.createTempFile("fuzz", ".json");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

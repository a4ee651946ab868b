package vn.eid.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final List<Row> ROWS =
      List.of(
          new Row("check", Row.LIMIT, 20_000, "checks/s", ""),
          new Row("check", Row.OURS, 16_000, "checks/s", ""),
          new Row("check", "another", 4_000, "checks/s", "does less"),
          new Row("check", Row.OURS, 2_000, "bytes", ""),
          new Row("start", Row.OURS, 0.5, "s", ""),
          new Row("start", "another", 1.25, "s", ""));

  @TempDir private Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void eachRowStandsBesideTheLimitAndBesideTheSdkOfItsMeasureAndUnit() throws Exception {
    report().add(ROWS);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .containsPattern("check +the limit +20,000 checks/s +1.25 *\\R")
        .containsPattern("check +eid-sdk +16,000 checks/s +0.80 *\\R")
        .containsPattern("check +another +4,000 checks/s +0.20 +0.25 +does less\\R")
        .containsPattern("check +eid-sdk +2,000 bytes *\\R")
        .containsPattern("start +another +1.25 s +2.50 *\\R");
  }

  @Test
  void theFileHasTheSameAndSaysWhereItWasMeasured() throws Exception {
    Path file = folder.resolve("benchmarks.json");
    Report report = report();
    report.add(ROWS);
    report.write(file);
    JsonNode read = new ObjectMapper().readTree(file.toFile());
    assertThat(read.path("machine").path("processors").asInt()).isPositive();
    assertThat(read.path("machine").path("java").asText()).contains(".");
    assertThat(read.path("machine").path("date").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(read.path("rows")).hasSize(ROWS.size());
    JsonNode another = read.path("rows").get(2);
    assertThat(another.path("times_limit").asDouble()).isEqualTo(0.2);
    assertThat(another.path("times_ours").asDouble()).isEqualTo(0.25);
    assertThat(read.path("rows").get(3).has("times_limit")).isFalse();
  }

  @Test
  void partsAreChosenByNameAndAnUnknownOneIsToldThoseThatThereAre() {
    List<Part> parts = List.of(part("one"), part("two"));
    assertThat(Benchmarks.chosen(parts, List.of())).isEqualTo(parts);
    assertThat(Benchmarks.chosen(parts, List.of("two"))).containsExactly(parts.get(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Benchmarks.chosen(parts, List.of("three")))
        .withMessageContaining("one, two");
  }

  @Test
  void aPartThatFailsIsToldAndTakesNothingFromTheOthers() throws Exception {
    Path file = folder.resolve("benchmarks.json");
    Callable<List<Row>> broken =
        () -> {
          throw new IllegalStateException("no such server");
        };
    List<Part> parts = List.of(part("one", () -> ROWS), part("two", broken), part("three"));
    assertThat(Benchmarks.run(parts, report(), file)).isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("two could not be measured", "no such server");
    assertThat(new ObjectMapper().readTree(file.toFile()).path("rows")).hasSize(ROWS.size());
    assertThat(Benchmarks.run(List.of(part("one")), report(), file)).isTrue();
  }

  private Report report() throws Exception {
    return new Report(
        Machine.here(Clock.systemUTC()), new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private static Part part(String name) {
    return part(name, List::of);
  }

  private static Part part(String name, Callable<List<Row>> measured) {
    return new Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Row> measure() throws Exception {
        return measured.call();
      }
    };
  }
}

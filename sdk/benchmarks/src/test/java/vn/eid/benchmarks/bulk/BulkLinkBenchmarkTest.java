package vn.eid.benchmarks.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BulkLinkBenchmarkTest {

  @Test
  void bothSidesDoTheWorkAndAKillLosesNothing() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    BulkLinkBenchmark.run(new Size(2_000, 1, 100, 4), out);
    String text = said.toString(StandardCharsets.UTF_8);
    assertThat(text)
        .contains("by hand", "eid-sdk", "after a kill at half")
        .containsPattern("The SDK does \\d+\\.\\d\\d times");
    Matcher links =
        Pattern.compile("again; ([\\d,.]+) links, without a kill ([\\d,.]+)").matcher(text);
    assertThat(links.find()).isTrue();
    assertThat(links.group(1).replaceAll("\\.$", ""))
        .isEqualTo(links.group(2).replaceAll("\\.$", ""));
  }
}

package vn.eid.benchmarks.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.eid.benchmarks.Row;

class PullPartTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everybodyReadsThePages() throws Exception {
    List<Row> rows = new PullPart(1, 8).measure();
    assertThat(rows).hasSize(2 * PageReader.values().length).allMatch(row -> row.value() > 0);
  }

  @Test
  void eachPageIsAnotherAndTheLastLinksNowhere() throws Exception {
    Pages pages = new Pages("http://127.0.0.1/fhir/Observation");
    JsonNode first = JSON.readTree(pages.page(1, false));
    assertThat(first.at("/link/0/url").asText()).endsWith("?p=0000002");
    assertThat(first.at("/entry/99/resource/id").asText()).isEqualTo("0000001-99");
    assertThat(first.path("entry")).hasSize(Pages.PER_PAGE);
    JsonNode last = JSON.readTree(pages.page(12, true));
    assertThat(last.at("/entry/0/resource/id").asText()).isEqualTo("0000012-0");
    assertThat(last.has("link")).isFalse();
  }
}

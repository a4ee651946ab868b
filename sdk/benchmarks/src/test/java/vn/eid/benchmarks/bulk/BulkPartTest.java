package vn.eid.benchmarks.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.eid.benchmarks.Row;

class BulkPartTest {

  @Test
  void bothSidesAndTheMemoryHaveTheirRows() throws Exception {
    Size small = new Size(400, 1, 50, 2);
    List<Row> rows = new BulkPart(small, small).measure();
    assertThat(rows).hasSize(5).allMatch(row -> row.value() > 0);
    assertThat(rows.get(4).note()).startsWith("at each tenth: ");
  }
}

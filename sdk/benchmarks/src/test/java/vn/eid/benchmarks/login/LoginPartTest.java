package vn.eid.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.eid.benchmarks.Row;

class LoginPartTest {

  @Test
  void everybodyLogsInWithThreeRequests() throws Exception {
    List<Row> rows = new LoginPart(1, 4, List.of(1, 2)).measure();
    assertThat(rows).hasSize(5 * LoginContender.values().length).allMatch(row -> row.value() > 0);
    // One is pushed, one is the browser's, one is for the tokens; Spring's fourth is for the keys.
    assertThat(rows)
        .filteredOn(row -> row.measure().equals("requests per login"))
        .extracting(Row::value)
        .containsExactly(3.0, 3.0, 3.0, 4.0);
  }
}

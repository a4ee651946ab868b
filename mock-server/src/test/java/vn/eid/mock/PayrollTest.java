package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PayrollTest {
  private static EidMock mock;

  @BeforeAll
  static void startServer() {
    mock = EidMock.start(MockOptions.defaults().generate(1_000_000, 7));
  }

  @AfterAll
  static void stopServer() {
    mock.close();
  }

  @Test
  void theRegistrySaysWhatThePayrollExpects() {
    mock.reset();
    Recipient recipient = new Recipient(mock);
    Map<String, PayrollRow> rows = new HashMap<>();
    Batch batch = new Batch();
    Set<String> seen = new HashSet<>();
    for (PayrollRow row : mock.payroll(4_000).toList()) {
      if (seen.add(row.citizenId())) {
        String key = "row-" + rows.size();
        rows.put(key, row);
        batch.with(Batch.row(key, row));
      }
    }
    Map<String, String> said =
        Batch.results(batch.send(recipient)).properties().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, e -> e.getValue().path("result").asText()));
    Map<String, String> expected =
        rows.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().expected()));
    assertThat(said).isEqualTo(expected);
    assertThat(said.values())
        .contains("linked", "already_linked", "mismatch", "not_found", "under_review", "invalid");
  }

  @Test
  void aPayrollIsTheSameEachTime() {
    List<PayrollRow> first = mock.payroll(2_000).toList();
    assertThat(mock.payroll(2_000).toList()).isEqualTo(first);
    assertThat(mock.payroll(2_000, 8).toList()).isNotEqualTo(first);
  }

  @Test
  void mostRowsAreRightAndEachMistakeComesUp() {
    List<PayrollRow> rows = mock.payroll(100_000).toList();
    Map<String, Long> counts =
        rows.stream().collect(Collectors.groupingBy(PayrollRow::expected, Collectors.counting()));
    assertThat(counts.get("linked")).isBetween(72_000L, 84_000L);
    assertThat(counts.get("already_linked")).isBetween(12_000L, 16_000L);
    assertThat(counts.get("mismatch")).isBetween(4_500L, 6_500L);
    assertThat(counts.get("not_found")).isBetween(1_200L, 1_800L);
    assertThat(counts.get("under_review")).isBetween(350L, 600L);
    assertThat(counts.get("invalid")).isBetween(50L, 400L);
    assertThat(new HashSet<>(rows).size()).isBetween(98_500, 99_300);
  }

  @Test
  void aMillionRowsAreReadOneByOne() {
    List<Long> counted = new ArrayList<>();
    assertThat(mock.payroll(1_000_000).peek(row -> counted.add(1L)).findFirst()).isPresent();
    assertThat(counted).hasSize(1);
  }

  @Test
  void aPayrollNeedsAsManyPeople() {
    assertThatThrownBy(() -> mock.payroll(1_000_001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs as many generated people");
  }
}

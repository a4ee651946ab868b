package vn.eid.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxpayerStatusTest {
  /** Annex I of Circular 90/2026/TT-BTC. */
  @ParameterizedTest
  @CsvSource({
    "00, ISSUED, 01 02 03",
    "01, CLOSED, 03 04 07 08 18 21",
    "02, MOVED, 01",
    "03, CLOSING, 03 04 07 11 12 13 15 17 19 21",
    "04, VOID, ''",
    "05, SUSPENDED, 01",
    "06, NOT_AT_ADDRESS, 03 07 09 12 13 17",
    "07, BANKRUPTCY_PENDING, 01",
    "09, ADDRESS_PENDING, 01 02 03 04 05 06 07",
    "10, IDENTITY_DATA_PENDING, 01"
  })
  void hasTheCodesAndReasonsOfTheAnnex(String code, TaxpayerStatus status, String reasons) {
    assertThat(ReportedStatus.of(code).meaning()).isEqualTo(status);
    assertThat(status.code()).isEqualTo(code);
    assertThat(
            Arrays.stream(StatusReason.values())
                .filter(reason -> reason.status() == status)
                .map(StatusReason::code)
                .collect(Collectors.joining(" ")))
        .isEqualTo(reasons);
  }

  @Test
  void hasCeasedWhetherClosingIsCompleteOrNot() {
    assertThat(TaxpayerStatus.values())
        .filteredOn(TaxpayerStatus::hasCeased)
        .containsExactly(TaxpayerStatus.CLOSED, TaxpayerStatus.CLOSING);
  }

  @ParameterizedTest
  @EnumSource(StatusReason.class)
  void findsEachReasonByStatusAndCode(StatusReason reason) {
    ReportedStatus reported = ReportedStatus.of(reason.status().code()).because(reason.code());
    assertThat(reported.reason()).contains(reason);
    assertThat(reported.meaning()).isEqualTo(reason.status());
  }

  @Test
  void giveTheSameNumberAnotherMeaningUnderAnotherStatus() {
    assertThat(ReportedStatus.of("01").because("07").reason())
        .contains(StatusReason.CLOSED_DISSOLVED);
    assertThat(ReportedStatus.of("03").because("07").reason())
        .contains(StatusReason.CLOSING_UNCONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"77", "08", "1", "", " 00", "NNT đang hoạt động"})
  void keepsACodeThatItDoesNotKnow(String code) {
    ReportedStatus reported = ReportedStatus.of(code);
    assertThat(reported.meaning()).isEqualTo(TaxpayerStatus.OTHER);
    assertThat(reported.code()).isEqualTo(code);
  }

  @Test
  void keepsAReasonThatItDoesNotKnow() {
    ReportedStatus reported = ReportedStatus.of("01").because("99");
    assertThat(reported.meaning()).isEqualTo(TaxpayerStatus.CLOSED);
    assertThat(reported.reasonCode()).contains("99");
    assertThat(reported.reason()).isEmpty();
    assertThat(ReportedStatus.of("77").because("01").reason()).isEmpty();
  }

  @Test
  void isEqualByBothCodes() {
    ReportedStatus operating = ReportedStatus.of("00").because("02");
    assertThat(operating)
        .isEqualTo(ReportedStatus.of("00").because("02"))
        .hasSameHashCodeAs(ReportedStatus.of("00").because("02"))
        .isNotEqualTo(ReportedStatus.of("00").because("01"))
        .isNotEqualTo(ReportedStatus.of("00"))
        .hasToString("00/02");
    assertThat(ReportedStatus.of("08")).hasToString("08");
  }
}

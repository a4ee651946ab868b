package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.AdministrativeUnit.Kind;

class AdministrativeUnitTest {
  @Test
  void oneCodeIsAnotherPlaceInAnotherList() {
    var now = AdministrativeUnit.commune("00004");
    var before = AdministrativeUnit.communeBefore2025("00004");
    assertThat(now.name()).isEqualTo("Ba Đình");
    assertThat(before.name()).isEqualTo("Trúc Bạch");
    assertThat(now.code()).isEqualTo(before.code());
    assertThat(now).isNotEqualTo(before);
    assertThat(now.list()).isEqualTo(AdministrativeList.SINCE_JULY_2025);
    assertThat(before.list()).isEqualTo(AdministrativeList.BEFORE_JULY_2025);
  }

  @Test
  void unitsOfOneListAreEqualByTheirCode() {
    var first = AdministrativeUnit.province("79");
    assertThat(first)
        .isEqualTo(AdministrativeUnit.province("79"))
        .hasSameHashCodeAs(AdministrativeUnit.province("79"))
        .isNotEqualTo(AdministrativeUnit.province("80"))
        .isNotEqualTo(AdministrativeUnit.provinceBefore2025("79"));
  }

  @Test
  void itSaysNameKindAndProvince() {
    var ward = AdministrativeUnit.commune("00004");
    assertThat(ward.kind()).isEqualTo(Kind.WARD);
    assertThat(ward.province()).isEqualTo(AdministrativeUnit.province("01"));
    assertThat(ward.province().province()).isEqualTo(ward.province());
    assertThat(ward).hasToString("00004 phường Ba Đình, thành phố Hà Nội (list since July 2025)");
    assertThat(AdministrativeUnit.provinceBefore2025("15"))
        .hasToString("15 tỉnh Yên Bái (list before July 2025)");
  }

  @Test
  void aWholeUnitIsConverted() {
    assertThat(AdministrativeUnit.communeBefore2025("00004").now())
        .isEqualTo(new Successor.One(AdministrativeUnit.commune("00004")));
    var unit = AdministrativeUnit.commune("31078");
    assertThat(unit.now()).isEqualTo(new Successor.One(unit));
  }

  @Test
  void ofASplitUnitNoPartIsGuessed() {
    var candidates =
        List.of("00004", "00070", "00190", "00226").stream()
            .map(AdministrativeUnit::commune)
            .toList();
    assertThat(AdministrativeUnit.communeBefore2025("00019").now())
        .isEqualTo(new Successor.CannotTell(candidates));
  }

  @Test
  void theWardThatTheOfficialTableTagsWithAnotherProvinceIsInItsOwn() {
    var before = AdministrativeUnit.communeBefore2025("27691");
    assertThat(before.province().name()).isEqualTo("Long An");
    var now = AdministrativeUnit.commune("27694");
    assertThat(before.now()).isEqualTo(new Successor.One(now));
    assertThat(now.province()).isEqualTo(AdministrativeUnit.province("80"));
  }

  @ParameterizedTest
  @CsvSource({
    "15, Yên Bái, Lào Cai",
    "24, Bắc Giang, Bắc Ninh",
    "44, Quảng Bình, Quảng Trị",
    "52, Bình Định, Gia Lai",
    "80, Long An, Tây Ninh",
    "82, Tiền Giang, Đồng Tháp",
    "91, Kiên Giang, An Giang"
  })
  void aMergedProvinceMayKeepTheCodeOfOneAndTheNameOfAnother(
      String code, String before, String now) {
    var former = AdministrativeUnit.provinceBefore2025(code);
    assertThat(former.name()).isEqualTo(before);
    assertThat(AdministrativeUnit.province(code).name()).isEqualTo(now);
    assertThat(former.now()).isEqualTo(new Successor.One(AdministrativeUnit.province(code)));
  }

  @ParameterizedTest
  @CsvSource({
    "75, 2026-04-29, PROVINCE",
    "75, 2026-04-30, CITY",
    "22, 2026-08-31, PROVINCE",
    "22, 2026-09-01, CITY",
    "24, 2026-09-19, PROVINCE",
    "24, 2026-09-20, CITY",
    "46, 2025-07-01, CITY",
    "38, 2026-12-31, PROVINCE"
  })
  void aProvinceIsACityFromADay(String code, LocalDate day, Kind kind) {
    assertThat(AdministrativeUnit.province(code).kindOn(day)).isEqualTo(kind);
  }

  @Test
  void theKindIsTheLatestKnown() {
    assertThat(AdministrativeUnit.province("75").kind()).isEqualTo(Kind.CITY);
    assertThat(AdministrativeUnit.provinceBefore2025("75").kind()).isEqualTo(Kind.PROVINCE);
  }

  @Test
  void anUnknownCodeNamesTheListAndItsLegalBasis() {
    assertThat(problemOf(() -> AdministrativeUnit.province("03")))
        .isEqualTo(
            "province: No province has the code 03 in the list since July 2025"
                + " (Resolution 202/2025/QH15 and Decision 19/2025/QD-TTg).");
  }

  @Test
  void aCodeOfTheOtherListIsPointedOut() {
    assertThat(problemOf(() -> AdministrativeUnit.province("27")))
        .endsWith(" Is provinceBefore2025(\"27\") meant, tỉnh Bắc Ninh?");
    assertThat(problemOf(() -> AdministrativeUnit.commune("00007")))
        .endsWith(" Is communeBefore2025(\"00007\") meant, phường Cống Vị?");
    assertThat(problemOf(() -> AdministrativeUnit.communeBefore2025("20333")))
        .endsWith(" Is commune(\"20333\") meant, đặc khu Hoàng Sa?");
  }

  @Test
  void threeDigitsOfACitizenNumberArePointedOut() {
    assertThat(problemOf(() -> AdministrativeUnit.province("015")))
        .isEqualTo(
            "province: The code of a province has two digits. A citizen number begins with three,"
                + " by the list before July 2025."
                + " Is provinceBefore2025(\"15\") meant, tỉnh Yên Bái?");
  }

  @Test
  void aCodeOfTheOtherSchemeIsPointedOut() {
    assertThat(problemOf(() -> AdministrativeUnit.province("VN-HN")))
        .isEqualTo(
            "province: The code of a province has two digits."
                + " Codes such as VN-HN are ISO 3166-2, another scheme.");
  }

  @Test
  void aCodeOfTheOtherLevelIsPointedOut() {
    assertThat(problemOf(() -> AdministrativeUnit.province("00004")))
        .endsWith(" Is commune(\"00004\") meant, phường Ba Đình?");
    assertThat(problemOf(() -> AdministrativeUnit.communeBefore2025("02")))
        .endsWith(" Is provinceBefore2025(\"02\") meant, tỉnh Hà Giang?");
  }

  @Test
  void lostZerosArePointedOut() {
    assertThat(problemOf(() -> AdministrativeUnit.province("1")))
        .endsWith(" Spreadsheets drop leading zeros. Is province(\"01\") meant, thành phố Hà Nội?");
    assertThat(problemOf(() -> AdministrativeUnit.commune("4")))
        .endsWith(" Is commune(\"00004\") meant, phường Ba Đình?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 01", "Hà Nội", "099850123456", "٠١", "0|", "#1", "-1"})
  void whatIsNoCodeIsRefusedAndNotRepeated(String code) {
    assertThat(problemOf(() -> AdministrativeUnit.province(code)))
        .isEqualTo("province: The code of a province has two digits.");
    assertThat(problemOf(() -> AdministrativeUnit.communeBefore2025(code)))
        .isEqualTo("commune: The code of a commune has five digits.");
  }

  @Test
  void manyThreadsReadOneList() throws Exception {
    var threads = Executors.newFixedThreadPool(16);
    try {
      Callable<AdministrativeUnit> task = () -> AdministrativeUnit.communeBefore2025("32248");
      var units = threads.invokeAll(Collections.nCopies(64, task));
      for (var unit : units) {
        assertThat(unit.get().province().name()).isEqualTo("Cà Mau");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String problemOf(Callable<AdministrativeUnit> call) {
    var problem =
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(call::call).actual();
    return String.valueOf(problem.getMessage()).replaceFirst(" \\[trace .*]$", "");
  }
}

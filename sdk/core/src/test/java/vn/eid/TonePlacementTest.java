package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TonePlacementTest {
  @ParameterizedTest
  @CsvSource({
    "hòa, hoà", "hóa, hoá", "hỏa, hoả", "xõa, xoã", "họa, hoạ",
    "hòe, hoè", "khóe, khoé", "khỏe, khoẻ", "xõe, xoẽ", "tọe, toẹ",
    "tùy, tuỳ", "thúy, thuý", "thủy, thuỷ", "lũy, luỹ", "thụy, thuỵ",
    "òa, oà", "úy, uý", "lê thị hòa-thúy, lê thị hoà-thuý", "thúy', thuý'"
  })
  void makesOneOfTheTwoPlaces(String older, String newer) {
    assertThat(older).isNotEqualTo(newer);
    assertThat(TonePlacement.unify(older)).isEqualTo(newer);
    assertThat(TonePlacement.unify(newer)).isEqualTo(newer);
  }

  /** Where vowels or consonants follow there is one place, and q or g take the u or i. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoài",
        "hòai",
        "hoàn",
        "hòan",
        "ngoèo",
        "xoáy",
        "nguyễn",
        "khuyên",
        "huỳnh",
        "khuỷu",
        "aòa",
        "ăòe",
        "hòa\u0331",
        "huy",
        "hoa",
        "già",
        "gìa",
        "bìa",
        "mùa",
        "quà",
        "của",
        "quí",
        "lý",
        "đoàn",
        "doãn"
      })
  void leavesWhatIsWrittenInOneWay(String word) {
    assertThat(TonePlacement.unify(word)).isEqualTo(word);
  }

  @Test
  void putsTheMarkOfQuyWhereItBelongs() {
    assertThat(TonePlacement.unify("quý")).isEqualTo("quý");
    assertThat(TonePlacement.unify("qúy")).isEqualTo("quý");
  }

  @Test
  void worksInBothCases() {
    assertThat(VietnameseName.of("HÒA").compare(VietnameseName.of("HOÀ")))
        .isEqualTo(NameMatch.EXACT_AFTER_FOLD);
    assertThat(VietnameseName.of("Thúy").compare(VietnameseName.of("THUÝ")))
        .isEqualTo(NameMatch.EXACT_AFTER_FOLD);
    assertThat(VietnameseName.of("HÒAI").compare(VietnameseName.of("HOÀI")))
        .isEqualTo(NameMatch.ACCENTLESS);
  }
}
